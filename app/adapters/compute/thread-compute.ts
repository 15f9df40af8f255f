import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { Ask, Compute, ComputeTask, ComputeTasks, Meanwhile } from "#app/services/ports/compute.ts";

/** The code of each task, for calling it in this thread. */
export type Entries = {
  readonly [Task in ComputeTask]: () => Promise<{
    run(
      input: ComputeTasks[Task]["input"],
      ask: Ask<Task>,
    ): Promise<ComputeTasks[Task]["output"]> | ComputeTasks[Task]["output"];
  }>;
};

/**
 * What one run of a task may cost. A task that is not named here has no limits but the machine's. `youngMiB` is the room for objects
 * just made, beside `memoryMiB`: V8's young generation, three times its semi-space. Without it V8's own, 48.
 */
export type TaskLimits = {
  readonly [Task in ComputeTask]?: {
    readonly seconds: number;
    readonly memoryMiB: number;
    readonly youngMiB?: number;
  };
};

type Options = {
  readonly folder: URL | null;
  readonly entries: Entries;
  readonly limits?: TaskLimits;
  /** How long a thread without work is kept. */
  readonly idleMs?: number;
};
type Message = { readonly output: never } | { readonly error: string } | { readonly question: never };
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
    async run<Task extends ComputeTask>(
      task: Task,
      input: ComputeTasks[Task]["input"],
      meanwhile: Meanwhile<Task> = {},
    ) {
      const file = folder === null ? null : new URL(`${task}.js`, folder);
      if (file === null || !existsSync(fileURLToPath(file))) {
        return (await entries[task]()).run(input as never, askHere(meanwhile) as never);
      }
      const lane = lanes.get(task) ?? { worker: null, last: Promise.resolve() };
      lanes.set(task, lane);
      const turn = lane.last.then(() => runInThread(lane, task, file, input, meanwhile));
      lane.last = turn.catch(() => undefined);
      return turn;
    },
    async close() {
      closed = true;
      await Promise.all([...lanes.values()].map(({ worker }) => worker?.terminate()));
    },
  };

  function start(lane: Lane, task: ComputeTask, file: URL): Worker {
    const { memoryMiB, youngMiB } = limits[task] ?? {};
    const resourceLimits = {
      ...(memoryMiB === undefined ? {} : { maxOldGenerationSizeMb: memoryMiB }),
      ...(youngMiB === undefined ? {} : { maxYoungGenerationSizeMb: youngMiB }),
    };
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
    { answer, signal }: Meanwhile<Task>,
  ): Promise<ComputeTasks[Task]["output"]> {
    if (closed) return Promise.reject(new Error(`the ${task} thread was closed`));
    if (signal?.aborted) return Promise.reject(signal.reason);
    clearTimeout(lane.idle);
    const worker = lane.worker ?? start(lane, task, file);
    const seconds = limits[task]?.seconds;
    return new Promise((resolve, reject) => {
      const tooLong = () => {
        lane.worker = null;
        void worker.terminate();
        settle(() => reject(cutOff(`It took more than ${seconds} seconds.`)));
      };
      let left = (seconds ?? 0) * 1000;
      let since = 0;
      let timer: NodeJS.Timeout | undefined;
      const work = (): void => {
        since = performance.now();
        if (seconds !== undefined) timer = setTimeout(tooLong, Math.max(1, left));
      };
      const rest = (): void => {
        clearTimeout(timer);
        left -= performance.now() - since;
      };
      const stopped = () => {
        lane.worker = null;
        void worker.terminate();
        settle(() => reject(signal?.reason));
      };
      const failed = (cause: Error & { code?: string }) => {
        const outOfMemory = cause.code === "ERR_WORKER_OUT_OF_MEMORY";
        settle(() => reject(outOfMemory ? cutOff("It took more memory than it is given.") : cause));
      };
      const ended = (code: number) => settle(() => reject(new Error(`the ${task} thread ended with ${code}`)));
      let settled = false;
      const heard = async (message: Message): Promise<void> => {
        if ("error" in message) return settle(() => reject(new Error(message.error)));
        if ("output" in message) return settle(() => resolve(message.output));
        rest();
        try {
          const said = await answer?.(message.question);
          if (settled) return;
          work();
          worker.postMessage({ answer: said });
        } catch (cause) {
          lane.worker = null;
          void worker.terminate();
          settle(() => reject(cause));
        }
      };
      const settle = (say: () => void) => {
        if (settled) return;
        settled = true;
        clearTimeout(timer);
        signal?.removeEventListener("abort", stopped);
        worker.off("error", failed).off("exit", ended).off("message", heard);
        // An idle thread keeps no process alive.
        worker.unref();
        lane.idle = setTimeout(() => {
          if (lane.worker === worker) lane.worker = null;
          void worker.terminate();
        }, idleMs).unref();
        say();
      };
      worker.on("error", failed).on("exit", ended).on("message", heard);
      signal?.addEventListener("abort", stopped, { once: true });
      worker.ref();
      work();
      worker.postMessage({ input });
    });
  }
}

/** A task that runs in this thread asks without a detour. */
function askHere<Task extends ComputeTask>({ answer, signal }: Meanwhile<Task>): Ask<Task> {
  return async (question) => {
    signal?.throwIfAborted();
    return answer?.(question);
  };
}
