import { parentPort, workerData } from "node:worker_threads";

/** What a thread is asked, one at a time, and what it answers. */
export type Asked = { readonly input: unknown };
export type Answered = { readonly output: unknown } | { readonly error: string };

/** Answers the messages of the thread's owner with `run`. Does nothing where the file is imported rather than started for `task`. */
export function serve<Input, Output>(task: string, run: (input: Input) => Promise<Output> | Output): void {
  const port = parentPort;
  if (port === null || (workerData as { task?: string } | null)?.task !== task) return;
  port.on("message", async ({ input }: Asked) => {
    try {
      port.postMessage({ output: await run(input as Input) } satisfies Answered);
    } catch (cause) {
      port.postMessage({ error: cause instanceof Error ? cause.message : String(cause) } satisfies Answered);
    }
  });
}
