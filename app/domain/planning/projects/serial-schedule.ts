import type { Network } from "./project.ts";

/** Builds schedules from orders of activities, reusing one resource profile. */
export class SerialScheduler {
  private readonly used: Int32Array[];
  private readonly network: Network;
  private readonly length: number;

  constructor(network: Network) {
    this.network = network;
    this.length = network.durations.reduce((sum, duration) => sum + duration, 0) + 1;
    this.used = network.capacities.map(() => new Int32Array(this.length));
  }

  /** Serial generation: each activity in turn at its earliest feasible start. The order must respect precedence. */
  forward(order: ArrayLike<number>, starts: Int32Array): number {
    return this.generate(order, starts, this.network.before);
  }

  /** The same in mirrored time: latest starts first, then read as a schedule that ends at `makespan`. */
  private generate(order: ArrayLike<number>, starts: Int32Array, before: readonly (readonly number[])[]): number {
    const { durations, demands } = this.network;
    for (const row of this.used) row.fill(0);
    let makespan = 0;
    for (let at = 0; at < order.length; at++) {
      const activity = order[at] as number;
      const duration = durations[activity] as number;
      let start = 0;
      for (const other of before[activity] as readonly number[])
        start = Math.max(start, (starts[other] as number) + (durations[other] as number));
      start = this.earliest(start, duration, demands[activity] as readonly number[]);
      starts[activity] = start;
      this.occupy(start, duration, demands[activity] as readonly number[]);
      makespan = Math.max(makespan, start + duration);
    }
    return makespan;
  }

  private earliest(from: number, duration: number, demand: readonly number[]): number {
    let start = from;
    for (let t = start; t < start + duration; t++) {
      for (let r = 0; r < demand.length; r++) {
        const wanted = demand[r] as number;
        if (
          wanted > 0 &&
          ((this.used[r] as Int32Array)[t] as number) + wanted > (this.network.capacities[r] as number)
        ) {
          start = t + 1;
          break;
        }
      }
    }
    return start;
  }

  private occupy(start: number, duration: number, demand: readonly number[]): void {
    for (let r = 0; r < demand.length; r++) {
      const wanted = demand[r] as number;
      if (wanted === 0) continue;
      const row = this.used[r] as Int32Array;
      for (let t = start; t < start + duration; t++) row[t] = (row[t] as number) + wanted;
    }
  }

  /**
   * Forward-backward improvement: push every activity as late as it goes (by falling finish), then as early as it goes (by rising
   * start). Never longer than before. Answers the makespan; `starts` and `order` are those of the improved schedule.
   */
  justify(starts: Int32Array, order: Int32Array): number {
    const { durations, after, before, count } = this.network;
    let makespan = makespanOf(starts, durations);
    for (;;) {
      const finish = (a: number) => (starts[a] as number) + (durations[a] as number);
      const backward = Int32Array.from(order).sort(
        (a, b) => finish(b) - finish(a) || (starts[b] as number) - (starts[a] as number),
      );
      const mirrored = new Int32Array(count);
      const end = this.generate(inOrder(backward, after), mirrored, after);
      for (let a = 0; a < count; a++) starts[a] = end - (mirrored[a] as number) - (durations[a] as number);
      const onward = Int32Array.from(order).sort(
        (a, b) => (starts[a] as number) - (starts[b] as number) || finish(a) - finish(b),
      );
      order.set(inOrder(onward, before));
      const shorter = this.generate(order, starts, before);
      if (shorter >= makespan) return Math.min(makespan, shorter);
      makespan = shorter;
    }
  }
}

export function makespanOf(starts: Int32Array, durations: readonly number[]): number {
  return durations.reduce((most, duration, a) => Math.max(most, (starts[a] ?? 0) + duration), 0);
}

/** The same order with precedence put right where activities of no duration tie. */
function inOrder(order: Int32Array, before: readonly (readonly number[])[]): Int32Array {
  const placed = new Uint8Array(order.length);
  const result: number[] = [];
  const visit = (activity: number): void => {
    if (placed[activity] === 1) return;
    placed[activity] = 1;
    for (const other of before[activity] as readonly number[]) visit(other);
    result.push(activity);
  };
  for (const activity of order) visit(activity);
  return Int32Array.from(result);
}
