import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { gzipSync } from "node:zlib";
import { type InspectionInput, inspectPage } from "#app/domain/visibility/inspect-page.ts";
import type { Inspected } from "#app/services/ports/site-fetcher.ts";

const longestRead = 10_000;
const memoryMiB = 256;

export type PageReader = { inspect(input: InspectionInput): Promise<Inspected>; close(): Promise<void> };

/**
 * Reads pages in one thread, one after the other, and ends the thread where a page takes too long or too much memory.
 * Without the bundled thread (tests, running from source) it reads in place.
 */
export function pageReader(file: URL = new URL("./workers/read-page.js", import.meta.url)): PageReader {
  if (!existsSync(fileURLToPath(file))) {
    return {
      inspect: async (input) => ({ kind: "read", audit: inspectPage(input, gzipBytes) }),
      close: async () => undefined,
    };
  }
  let worker: Worker | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const inspect = (input: InspectionInput): Promise<Inspected> => {
    const turn = last.then(() => readInThread(input));
    last = turn;
    return turn;
  };
  function readInThread(input: InspectionInput): Promise<Inspected> {
    const thread =
      worker ??
      new Worker(file, { workerData: { task: "read-page" }, resourceLimits: { maxOldGenerationSizeMb: memoryMiB } });
    worker = thread;
    return new Promise((resolve) => {
      const settle = (result: Inspected, dead: boolean) => {
        clearTimeout(timer);
        // One by one: removing all would take the thread's own listeners too, and it would never answer again.
        thread.off("error", end).off("exit", end).off("message", answered);
        if (dead) {
          worker = null;
          void thread.terminate();
        } else thread.unref();
        resolve(result);
      };
      const timer = setTimeout(
        () => settle({ kind: "too-heavy", reason: "Reading it took more than ten seconds." }, true),
        longestRead,
      );
      const end = () =>
        settle({ kind: "too-heavy", reason: "Reading it took more memory than a page is given." }, true);
      const answered = (answer: { output: Extract<Inspected, { kind: "read" }>["audit"] } | { error: string }) => {
        if ("error" in answer) settle({ kind: "too-heavy", reason: `It could not be read: ${answer.error}` }, false);
        else settle({ kind: "read", audit: answer.output }, false);
      };
      thread.on("error", end).on("exit", end).on("message", answered);
      thread.ref();
      thread.postMessage({ id: 1, input });
    });
  }
  return {
    inspect,
    async close() {
      await worker?.terminate();
      worker = null;
    },
  };
}

function gzipBytes(text: string): number {
  return gzipSync(text).length;
}
