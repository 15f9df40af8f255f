import { closeSync, openSync, readSync } from "node:fs";
import { performance } from "node:perf_hooks";

/** The longest time for which the event loop did nothing else, and how much of it the thread waited for a core of the machine. */
export type Stall = { readonly ms: number; readonly waited: number };

/** What a piece of work took and left behind. Memory is in MiB above what there was before. */
export type Watched = {
  readonly ms: number;
  readonly longest: Stall;
  /** The stall in which the thread itself was busy, or waited for the disk, longest: what other work on the machine cannot explain. */
  readonly own: number;
  /** Milliseconds of computing of all threads. */
  readonly cpu: number;
  readonly rss: number;
  readonly heap: number;
  readonly external: number;
};

const every = 5;
const settleMs = 60;

/** Nanoseconds that this thread waited for a core so far; null where the system does not tell. */
function coreQueue(): { waited(): number; close(): void } | null {
  let file: number;
  try {
    file = openSync("/proc/thread-self/schedstat", "r");
  } catch {
    return null;
  }
  const text = Buffer.alloc(64);
  return {
    waited() {
      const size = readSync(file, text, 0, text.length, 0);
      return Number(text.toString("latin1", 0, size).split(" ")[1]);
    },
    close: () => closeSync(file),
  };
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Runs `work` and watches the loop and the memory of the process meanwhile. */
export async function watched(work: () => Promise<unknown>): Promise<Watched> {
  globalThis.gc?.();
  await pause(settleMs);
  const queue = coreQueue();
  const before = process.memoryUsage();
  const most = { rss: 0, heap: 0, external: 0 };
  let longest: Stall = { ms: 0, waited: 0 };
  let own = 0;
  let last = performance.now();
  let lastWaited = queue?.waited() ?? 0;
  const look = () => {
    const now = performance.now();
    const waitedSoFar = queue?.waited() ?? 0;
    const waited = (waitedSoFar - lastWaited) / 1e6;
    const ms = now - last - every;
    last = now;
    lastWaited = waitedSoFar;
    if (ms > longest.ms) longest = { ms, waited: Math.min(ms, waited) };
    own = Math.max(own, ms - waited);
    const { rss, heapUsed, external, arrayBuffers } = process.memoryUsage();
    most.rss = Math.max(most.rss, rss - before.rss);
    most.heap = Math.max(most.heap, heapUsed - before.heapUsed);
    most.external = Math.max(most.external, external + arrayBuffers - before.external - before.arrayBuffers);
  };
  const timer = setInterval(look, every);
  const cpuBefore = process.cpuUsage();
  const from = performance.now();
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  const ms = performance.now() - from;
  const { user, system } = process.cpuUsage(cpuBefore);
  look();
  queue?.close();
  const mib = (bytes: number) => Math.max(0, bytes) / 1_048_576;
  return {
    ms,
    longest,
    own,
    cpu: (user + system) / 1000,
    rss: mib(most.rss),
    heap: mib(most.heap),
    external: mib(most.external),
  };
}
