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

/** What one run of a task may cost. A task that is not named here has no limits but the machine's. */
export type TaskLimits = {
  readonly [Task in ComputeTask]?: { readonly seconds: number; readonly memoryMiB: number };
};

type Options = {
  readonly folder: URL | null;
  readonly entries: Entries;
  readonly limits?: TaskLimits;
  /** How long a thread without work is kept. */
  readonly idleMs?: number;
};
type Answer = { readonly output: never } | { readonly error: string };
/** The thread of a task, and the end of the work that waits for it. */
type Lane = { worker: Worker | null; last: Promise<unknown>; idle?: NodeJS.Timeout };

/** The name by which callers tell a task that was ended from one that failed. */
function cutOff(message: string): Error {
  return Object.assign(new Error(message), { name: "TaskCutOff" });
}

/**
 * One thread a task, one run at a time; more wait their turn here, so that ending one run for its cost ends no other. A thread
 * holds its knowledge, up to a hundred megabytes, so one that has nothing to do is ended.
 */
export function createCompute({ folder, entries, limits = {}, idleMs = 30_000 }: Options): Compute {
  const lanes = new Map<ComputeTask, Lane>();
  let closed = false;
  return {
    async run<Task extends ComputeTask>(task: Task, input: ComputeTasks[Task]["input"]) {
      const file = folder === null ? null : new URL(`${task}.js`, folder);
      if (file === null || !existsSync(fileURLToPath(file))) return (await entries[task]()).run(input as never);
      const lane = lanes.get(task) ?? { worker: null, last: Promise.resolve() };
      lanes.set(task, lane);
      const turn = lane.last.then(() => runInThread(lane, task, file, input));
      lane.last = turn.catch(() => undefined);
      return turn;
    },
    async close() {
      closed = true;
      await Promise.all([...lanes.values()].map(({ worker }) => worker?.terminate()));
    },
  };

  function start(lane: Lane, task: ComputeTask, file: URL): Worker {
    const memory = limits[task]?.memoryMiB;
    const resourceLimits = memory === undefined ? {} : { maxOldGenerationSizeMb: memory };
    const worker = new Worker(file, { workerData: { task }, resourceLimits });
    const gone = () => {
      if (lane.worker === worker) lane.worker = null;
    };
    worker.on("error", gone).on("exit", gone);
    lane.worker = worker;
    return worker;
  }

  function runInThread<Task extends ComputeTask>(
    lane: Lane,
    task: Task,
    file: URL,
    input: ComputeTasks[Task]["input"],
  ): Promise<ComputeTasks[Task]["output"]> {
    if (closed) return Promise.reject(new Error(`the ${task} thread was closed`));
    clearTimeout(lane.idle);
    const worker = lane.worker ?? start(lane, task, file);
    const seconds = limits[task]?.seconds;
    return new Promise((resolve, reject) => {
      const tooLong = () => {
        lane.worker = null;
        void worker.terminate();
        settle(() => reject(cutOff(`It took more than ${seconds} seconds.`)));
      };
      const timer = seconds === undefined ? undefined : setTimeout(tooLong, seconds * 1000);
      const failed = (cause: Error & { code?: string }) => {
        const outOfMemory = cause.code === "ERR_WORKER_OUT_OF_MEMORY";
        settle(() => reject(outOfMemory ? cutOff("It took more memory than it is given.") : cause));
      };
      const ended = (code: number) => settle(() => reject(new Error(`the ${task} thread ended with ${code}`)));
      const answered = (answer: Answer) =>
        settle(() => ("error" in answer ? reject(new Error(answer.error)) : resolve(answer.output)));
      const settle = (say: () => void) => {
        clearTimeout(timer);
        worker.off("error", failed).off("exit", ended).off("message", answered);
        // An idle thread keeps no process alive.
        worker.unref();
        lane.idle = setTimeout(() => {
          if (lane.worker === worker) lane.worker = null;
          void worker.terminate();
        }, idleMs).unref();
        say();
      };
      worker.on("error", failed).on("exit", ended).on("message", answered);
      worker.ref();
      worker.postMessage({ input });
    });
  }
}
