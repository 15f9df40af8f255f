import type { ActivityEvidence, OccupationActivity, RaterSource } from "#app/domain/exposure/occupation-pack.ts";
import type { AutomationShare } from "./automation-share.ts";
import type { Belief, TaskBelief } from "./label-tasks.ts";
import type { Task } from "./read-tasks.ts";
import { mixWeights, type WeightOptions, weightOf } from "./weigh-tasks.ts";

/** Time saved where software around a model is needed (E2), against 1 for E1: the weight of the published `beta` index. */
export const softwareWeight = 0.5;

/** What is known of one task. */
export type LabelledTask = { readonly task: Task; readonly belief: TaskBelief; readonly automation: AutomationShare };

export function scoreOf(belief: Belief, software = softwareWeight): number {
  return belief[1] + software * belief[2];
}

/** The score of a single label; a missing one has none. */
export function labelScore(label: number, software = softwareWeight): number {
  return label === 1 ? 1 : label === 2 ? software : 0;
}

const raterKeys = [
  ["human", "human-raters"],
  ["rubric1", "model-rubric-1"],
  ["rubric2", "model-rubric-2"],
] as const satisfies readonly (readonly [keyof Task, RaterSource])[];

/**
 * The activities of one occupation: each task's weight is split evenly over its activities; inside an activity tasks count
 * by weight, and automation by weight x score. Published activity weights are mixed in where there are any.
 */
export function buildCells(
  tasks: readonly LabelledTask[],
  indexOf: ReadonlyMap<string, number>,
  published: ReadonlyMap<string, number> | null,
  weights: WeightOptions,
): readonly OccupationActivity[] {
  const byActivity = new Map<string, Part[]>();
  for (const labelled of tasks) {
    const weight = weightOf(labelled.task, weights.tasks) / labelled.task.iwas.length;
    for (const iwa of labelled.task.iwas) {
      const parts = byActivity.get(iwa);
      if (parts === undefined) byActivity.set(iwa, [{ ...labelled, weight }]);
      else parts.push({ ...labelled, weight });
    }
  }
  const own = new Map([...byActivity].map(([iwa, parts]) => [iwa, sum(parts, ({ weight }) => weight)]));
  const shares = mixWeights(own, published, weights.published);
  return [...byActivity.keys()].sort().flatMap((iwa) => {
    const activity = indexOf.get(iwa);
    const parts = byActivity.get(iwa);
    return activity === undefined || parts === undefined ? [] : [cellOf(activity, shares.get(iwa) ?? 0, parts)];
  });
}

type Part = LabelledTask & { readonly weight: number };

function cellOf(activity: number, weight: number, parts: readonly Part[]): OccupationActivity {
  const total = sum(parts, (part) => part.weight);
  const mean = (value: (part: Part) => number) => sum(parts, (part) => part.weight * value(part)) / total;
  const exposedOf = ({ weight: own, belief }: Part) => own * Math.max(scoreOf(belief.belief), 0.01);
  const exposed = sum(parts, exposedOf);
  const sources = sourcesOf(parts);
  return {
    activity,
    weight,
    e1: mean(({ belief }) => belief.belief[1]),
    e2: mean(({ belief }) => belief.belief[2]),
    automation: sum(parts, (part) => exposedOf(part) * part.automation.mean) / exposed,
    scoreSd: Math.sqrt(sum(parts, (part) => part.weight ** 2 * varianceOf(part.belief.belief))) / total,
    automationSd: Math.sqrt(sum(parts, (part) => (exposedOf(part) * part.automation.sd) ** 2)) / exposed,
    sources,
    tasks: parts.filter(isLabelled).length,
    evidence: {
      raters: raterKeys.flatMap(([key, source]) => {
        const said = parts.filter(({ task }) => task[key] >= 0);
        return said.length === 0
          ? []
          : [{ source, score: meanOver(said, ({ task }) => labelScore(task[key])), tasks: said.length }];
      }),
      alone: mean(({ belief }) => scoreOf(belief.alone)),
      similar: mean(({ belief }) => scoreOf(belief.similar)),
      observed: observedIn(parts),
    },
  };
}

function observedIn(parts: readonly Part[]): ActivityEvidence["observed"] {
  const seen = parts.filter(({ automation }) => automation.observed);
  return seen.length === 0
    ? null
    : { automation: meanOver(seen, ({ task }) => task.observed?.automation ?? 0), tasks: seen.length };
}

/** Spread of the score between the classes that are still possible. */
function varianceOf(belief: Belief): number {
  return Math.max(0, belief[1] + softwareWeight ** 2 * belief[2] - scoreOf(belief) ** 2);
}

function isLabelled({ task }: Part): boolean {
  return raterKeys.some(([key]) => task[key] >= 0);
}

function sourcesOf(parts: readonly Part[]): OccupationActivity["sources"] {
  const found = new Set<OccupationActivity["sources"][number]>();
  for (const part of parts) {
    for (const [key, source] of raterKeys) if (part.task[key] >= 0) found.add(source);
    if (part.automation.observed) found.add("observed-use");
    if (!isLabelled(part)) found.add("backed-off");
  }
  return [...found].sort();
}

function meanOver(parts: readonly Part[], value: (part: Part) => number): number {
  return sum(parts, (part) => part.weight * value(part)) / sum(parts, ({ weight }) => weight);
}

export function sum<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
