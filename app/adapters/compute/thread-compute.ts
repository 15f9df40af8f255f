import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { Compute, ComputeTask, ComputeTasks } from "#app/services/ports/compute.ts";

/** The code of each task, for calling it in this thread. */
export type Entries = {
  readonly [Task in ComputeTask]: () => Promise<{
    run(input: ComputeTasks[Task]["input"]): Promise<ComputeTasks[Task]["output"]> | ComputeTasks[Task]["output"];
  }>;
};

type Waiting = { readonly resolve: (output: never) => void; readonly reject: (cause: Error) => void };
type Thread = { readonly worker: Worker; readonly waiting: Map<number, Waiting> };

/** One job for a thread of each task at a time; more wait in the thread's own queue. */
export function createCompute(options: { readonly folder: URL | null; readonly entries: Entries }): Compute {
  const threads = new Map<ComputeTask, Thread>();
  let count = 0;
  return {
    async run<Task extends ComputeTask>(task: Task, input: ComputeTasks[Task]["input"]) {
      const file = options.folder === null ? null : new URL(`${task}.js`, options.folder);
      if (file === null || !existsSync(fileURLToPath(file))) return (await options.entries[task]()).run(input as never);
      const thread = threads.get(task) ?? start(task, file);
      const id = ++count;
      return new Promise<ComputeTasks[Task]["output"]>((resolve, reject) => {
        thread.waiting.set(id, { resolve, reject });
        thread.worker.ref();
        thread.worker.postMessage({ id, input });
      });
    },
    async close() {
      await Promise.all([...threads.values()].map(({ worker }) => worker.terminate()));
      threads.clear();
    },
  };

  function start(task: ComputeTask, file: URL): Thread {
    const worker = new Worker(file, { workerData: { task } });
    const waiting = new Map<number, Waiting>();
    const thread = { worker, waiting };
    const end = (cause: Error) => {
      if (threads.get(task) === thread) threads.delete(task);
      for (const { reject } of waiting.values()) reject(cause);
      waiting.clear();
    };
    worker.on("message", (answer: { id: number; output: never } | { id: number; error: string }) => {
      const asked = waiting.get(answer.id);
      waiting.delete(answer.id);
      // An idle thread keeps no process alive.
      if (waiting.size === 0) worker.unref();
      if ("error" in answer) asked?.reject(new Error(answer.error));
      else asked?.resolve(answer.output);
    });
    worker.on("error", (cause) => end(cause instanceof Error ? cause : new Error(String(cause))));
    worker.on("exit", (code) => end(new Error(`the ${task} thread ended with ${code}`)));
    threads.set(task, thread);
    return thread;
  }
}
