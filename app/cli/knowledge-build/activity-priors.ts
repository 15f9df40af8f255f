import { groupOf, type Task } from "./read-tasks.ts";

/** Levels of work activities, the narrow inside the wide: detailed, intermediate, general. */
export const activityLevels = ["dwa", "iwa", "gwa"] as const;

export type ActivityLevel = (typeof activityLevels)[number];

export type Shrinkage = {
  /** Levels in use, narrow to wide, with the pseudo-tasks that pull each to the next, and the widest to all tasks. */
  readonly levels: readonly (readonly [ActivityLevel, number])[];
};

/** The activities of one level that a task belongs to. */
export function activitiesAt(task: Task, level: ActivityLevel): readonly string[] {
  if (level === "dwa") return task.dwas;
  return level === "iwa" ? task.iwas : [...new Set(task.iwas.map(groupOf))];
}

/** Activities as numbers: for each level the keys, and those of each task. */
export type ActivityIndex = Readonly<
  Record<ActivityLevel, { readonly keys: readonly string[]; readonly byTask: readonly (readonly number[])[] }>
>;

export function indexActivities(tasks: readonly Task[]): ActivityIndex {
  const at = (level: ActivityLevel) => {
    const numbers = new Map<string, number>();
    const byTask = tasks.map((task) =>
      activitiesAt(task, level).map((key) => {
        const known = numbers.get(key) ?? numbers.size;
        numbers.set(key, known);
        return known;
      }),
    );
    return { keys: [...numbers.keys()], byTask };
  };
  return { dwa: at("dwa"), iwa: at("iwa"), gwa: at("gwa") };
}

/**
 * What the other tasks of its activities say of each task: class shares, shrunk from narrow to wide activities and from
 * there to all tasks. A task's own belief is taken out everywhere, so that a label is not counted twice. Null for a task
 * without activities.
 */
export function activityPriors(
  index: ActivityIndex,
  beliefs: readonly (readonly number[])[],
  everybody: readonly number[],
  { levels }: Shrinkage,
): readonly (readonly number[] | null)[] {
  const sums = levels.map(([level]) => sumByKey(index, level, beliefs, everybody.length));
  const wider = levels.map(([level], depth) => widerKeys(index, level, levels[depth + 1]?.[0]));
  const around = (depth: number, key: number, at: number): readonly number[] => {
    const [level, pseudo] = levels[depth] ?? ["gwa", 0];
    const parent = wider[depth]?.[key];
    const toward = parent === undefined ? everybody : around(depth + 1, parent, at);
    const mine = index[level].byTask[at] ?? [];
    const part = mine.includes(key) ? 1 / mine.length : 0;
    const own = beliefs[at];
    const found = sums[depth];
    const others = everybody.map((_, k) =>
      Math.max(0, (found?.[key * everybody.length + k] ?? 0) - part * (own?.[k] ?? 0)),
    );
    const total = others.reduce((sum, mass) => sum + mass, 0) + pseudo;
    return total === 0 ? toward : others.map((mass, k) => (mass + pseudo * (toward[k] ?? 0)) / total);
  };
  const narrowest = levels[0]?.[0] ?? "iwa";
  return beliefs.map((_, at) => {
    const mine = index[narrowest].byTask[at] ?? [];
    if (mine.length === 0) return null;
    const mixed = everybody.map(() => 0);
    for (const key of mine) {
      around(0, key, at).forEach((mass, k) => {
        mixed[k] = (mixed[k] ?? 0) + mass / mine.length;
      });
    }
    return mixed;
  });
}

function sumByKey(
  index: ActivityIndex,
  level: ActivityLevel,
  beliefs: readonly (readonly number[])[],
  classes: number,
): Float64Array {
  const { keys, byTask } = index[level];
  const sums = new Float64Array(keys.length * classes);
  byTask.forEach((own, at) => {
    const belief = beliefs[at] ?? [];
    for (const key of own) {
      for (let k = 0; k < classes; k++) {
        const into = key * classes + k;
        sums[into] = (sums[into] ?? 0) + (belief[k] ?? 0) / own.length;
      }
    }
  });
  return sums;
}

/** For each key of a level the number of the wider activity it lies in; nothing for the widest level. */
function widerKeys(index: ActivityIndex, level: ActivityLevel, next: ActivityLevel | undefined): readonly number[] {
  if (next === undefined) return [];
  const numbers = new Map(index[next].keys.map((key, at) => [key, at]));
  const steps = activityLevels.indexOf(next) - activityLevels.indexOf(level);
  return index[level].keys.map((key) => {
    let wide = key;
    for (let step = 0; step < steps; step++) wide = groupOf(wide);
    return numbers.get(wide) ?? 0;
  });
}
