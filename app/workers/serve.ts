import { parentPort, workerData } from "node:worker_threads";
import type { Ask, ComputeTask } from "#app/services/ports/compute.ts";

/** What a thread is told: one thing to do at a time, and the answers to what it asks meanwhile. */
export type Told = { readonly input: unknown } | { readonly answer: unknown };
export type Said = { readonly output: unknown } | { readonly error: string } | { readonly question: unknown };

/** Answers the messages of the thread's owner with `run`. Does nothing where the file is imported rather than started for `task`. */
export function serve<Task extends ComputeTask, Input, Output>(
  task: Task,
  run: (input: Input, ask: Ask<Task>) => Promise<Output> | Output,
): void {
  const port = parentPort;
  if (port === null || (workerData as { task?: string } | null)?.task !== task) return;
  let answered: ((answer: unknown) => void) | null = null;
  const ask: Ask<Task> = (question) =>
    new Promise((resolve) => {
      answered = resolve;
      port.postMessage({ question } satisfies Said);
    });
  port.on("message", async (told: Told) => {
    if ("answer" in told) return answered?.(told.answer);
    try {
      port.postMessage({ output: await run(told.input as Input, ask) } satisfies Said);
    } catch (cause) {
      port.postMessage({ error: cause instanceof Error ? cause.message : String(cause) } satisfies Said);
    }
  });
}
