/** One activity of a resource-constrained project. Durations and demands are whole numbers, 0 allowed. */
export type Activity = {
  readonly id: string;
  readonly duration: number;
  /** Units of each resource held while it runs. */
  readonly demands: readonly number[];
  readonly successors: readonly string[];
};

export type Project = {
  readonly capacities: readonly number[];
  readonly activities: readonly Activity[];
  readonly seconds: number;
};

export type ProjectSchedule = {
  readonly makespan: number;
  /** No schedule is shorter. */
  readonly lowerBound: number;
  readonly starts: Readonly<Record<string, number>>;
};

/** A project by position, in an order in which every activity follows its predecessors. */
export type Network = {
  readonly count: number;
  readonly durations: readonly number[];
  readonly demands: readonly (readonly number[])[];
  readonly before: readonly (readonly number[])[];
  readonly after: readonly (readonly number[])[];
  readonly capacities: readonly number[];
  readonly order: readonly number[];
};

export type ProjectFailure = {
  readonly kind: "unknown-successor" | "circular" | "too-large";
  readonly activity: string;
};

/** The network of a project, or why there can be no schedule of it. */
export function networkOf(project: Project): Network | ProjectFailure {
  const at = new Map(project.activities.map((activity, index) => [activity.id, index]));
  const before: number[][] = project.activities.map(() => []);
  const after: number[][] = project.activities.map(() => []);
  for (const [index, activity] of project.activities.entries()) {
    if (activity.demands.some((demand, r) => demand > (project.capacities[r] ?? 0)))
      return { kind: "too-large", activity: activity.id };
    for (const successor of activity.successors) {
      const other = at.get(successor);
      if (other === undefined) return { kind: "unknown-successor", activity: activity.id };
      after[index]?.push(other);
      before[other]?.push(index);
    }
  }
  const order: number[] = [];
  const open = before.map((list) => list.length);
  const ready = open.flatMap((count, index) => (count === 0 ? [index] : []));
  for (let next = ready.shift(); next !== undefined; next = ready.shift()) {
    order.push(next);
    for (const other of after[next] ?? []) {
      open[other] = (open[other] ?? 0) - 1;
      if (open[other] === 0) ready.push(other);
    }
  }
  const stuck = open.findIndex((count) => count > 0);
  if (stuck >= 0) return { kind: "circular", activity: project.activities[stuck]?.id ?? "" };
  return {
    count: project.activities.length,
    durations: project.activities.map((activity) => activity.duration),
    demands: project.activities.map((activity) => project.capacities.map((_, r) => activity.demands[r] ?? 0)),
    before,
    after,
    capacities: project.capacities,
    order,
  };
}

/** The longer of the critical path and, for each resource, all its work at full capacity. */
export function lowerBoundOf(network: Network): number {
  const finish = new Float64Array(network.count);
  for (const activity of network.order) {
    const start = Math.max(0, ...(network.before[activity] ?? []).map((other) => finish[other] ?? 0));
    finish[activity] = start + (network.durations[activity] ?? 0);
  }
  const work = network.capacities.map((capacity, r) => {
    const all = network.durations.reduce((sum, duration, a) => sum + duration * (network.demands[a]?.[r] ?? 0), 0);
    return capacity > 0 ? Math.ceil(all / capacity) : 0;
  });
  return Math.max(0, ...finish, ...work);
}
