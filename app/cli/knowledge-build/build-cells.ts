import type { OccupationActivity } from "#app/domain/exposure/occupation-pack.ts";
import type { AutomationShare } from "./automation-share.ts";
import type { Belief } from "./label-tasks.ts";
import type { Task } from "./read-tasks.ts";

/** Time saved where software around a model is needed (E2), against 1 for E1: the weight of the published `beta` index. */
export const softwareWeight = 0.5;

/** What is known of one task. */
export type LabelledTask = { readonly task: Task; readonly belief: Belief; readonly automation: AutomationShare };

export function scoreOf(belief: Belief): number {
  return belief[1] + softwareWeight * belief[2];
}

type Sums = {
  weight: number;
  e1: number;
  e2: number;
  exposed: number;
  automation: number;
  variance: number;
  automationVariance: number;
  tasks: number;
  sources: Set<OccupationActivity["sources"][number]>;
};

/**
 * The activities of one occupation: each task's weight is split evenly over its activities; inside an activity tasks count
 * by weight, and automation by weight x score. `activityWeights` (SOC-level, by activity) is mixed in half and half.
 */
export function buildCells(
  tasks: readonly LabelledTask[],
  indexOf: ReadonlyMap<string, number>,
  activityWeights: ReadonlyMap<string, number> | null,
): readonly OccupationActivity[] {
  const cells = new Map<string, Sums>();
  for (const labelled of tasks) {
    for (const iwa of labelled.task.iwas) {
      const sums = cells.get(iwa) ?? {
        weight: 0,
        e1: 0,
        e2: 0,
        exposed: 0,
        automation: 0,
        variance: 0,
        automationVariance: 0,
        tasks: 0,
        sources: new Set(),
      };
      addTask(sums, labelled, labelled.task.weight / labelled.task.iwas.length);
      cells.set(iwa, sums);
    }
  }
  const weights = mixedWeights(cells, activityWeights);
  return [...cells.keys()].sort().flatMap((iwa) => {
    const sums = cells.get(iwa);
    const activity = indexOf.get(iwa);
    if (sums === undefined || activity === undefined) return [];
    return [
      {
        activity,
        weight: weights.get(iwa) ?? 0,
        e1: sums.e1 / sums.weight,
        e2: sums.e2 / sums.weight,
        automation: sums.automation / sums.exposed,
        scoreSd: Math.sqrt(sums.variance) / sums.weight,
        automationSd: Math.sqrt(sums.automationVariance) / sums.exposed,
        sources: [...sums.sources].sort(),
        tasks: sums.tasks,
      },
    ];
  });
}

function addTask(sums: Sums, { task, belief, automation }: LabelledTask, weight: number): void {
  const score = scoreOf(belief);
  const square = belief[1] + softwareWeight ** 2 * belief[2];
  const exposed = weight * Math.max(score, 0.01);
  sums.weight += weight;
  sums.e1 += weight * belief[1];
  sums.e2 += weight * belief[2];
  sums.exposed += exposed;
  sums.automation += exposed * automation.mean;
  sums.variance += weight ** 2 * Math.max(0, square - score ** 2);
  sums.automationVariance += (exposed * automation.sd) ** 2;
  const labelled = task.human >= 0 || task.rubric1 >= 0 || task.rubric2 >= 0;
  if (labelled) sums.tasks += 1;
  if (task.human >= 0) sums.sources.add("human-raters");
  if (task.rubric1 >= 0) sums.sources.add("model-rubric-1");
  if (task.rubric2 >= 0) sums.sources.add("model-rubric-2");
  if (automation.observed) sums.sources.add("observed-use");
  if (!labelled) sums.sources.add("backed-off");
}

function mixedWeights(
  cells: ReadonlyMap<string, Sums>,
  published: ReadonlyMap<string, number> | null,
): ReadonlyMap<string, number> {
  const own = shares([...cells].map(([iwa, sums]) => [iwa, sums.weight]));
  const other = published === null ? null : shares([...cells.keys()].map((iwa) => [iwa, published.get(iwa) ?? 0]));
  if (other === null) return own ?? new Map();
  return new Map([...(own ?? [])].map(([iwa, share]) => [iwa, (share + (other.get(iwa) ?? 0)) / 2]));
}

/** Null when everything is 0. */
function shares(entries: readonly (readonly [string, number])[]): ReadonlyMap<string, number> | null {
  const total = entries.reduce((sum, [, value]) => sum + value, 0);
  return total === 0 ? null : new Map(entries.map(([key, value]) => [key, value / total]));
}
