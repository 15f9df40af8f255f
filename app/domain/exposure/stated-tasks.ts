import { seedFrom } from "../kernel/random.ts";
import { noActivity, type StatedTask } from "../workforce/role.ts";
import { type ActivityMatch, matchActivity } from "./match-activity.ts";
import { type Occupation, type OccupationActivity, type OccupationPack, unrecognised } from "./occupation-pack.ts";

/** Weight of stated tasks when nobody said how long each takes: as much as the published weights. */
const withoutShares = 0.5;
/** A stated activity the occupation has no labels for is less sure than one it has. */
const borrowedSd = 0.12;
/** A duty that nothing is known about may be anything: nearly the spread of an even draw between 0 and 1. */
const unknownSd = 0.28;

/**
 * The occupation with its activity weights moved to what the role's people are said to do. Stated time shares count as
 * stated; what they leave to 1 keeps the published weights. Shares above 1 in sum are scaled down. What a duty may be besides its nearest
 * activities counts with the published weights, and which of them it is widens the interval; a duty that is like nothing known counts as
 * the occupation does on average, as wide as can be.
 */
export function weighStatedTasks(
  occupation: Occupation,
  said: readonly StatedTask[],
  pack: OccupationPack,
): Occupation {
  if (said.length === 0) return occupation;
  const tasks = inOneOrder(said);
  const cells = new Map(occupation.activities.map((cell) => [cell.activity, cell]));
  const usual = new Map(occupation.activities.map((cell) => [cell.activity, cell.weight]));
  const cellOf = (activity: number) => cells.get(activity) ?? borrowed(activity, pack);
  const scoreOf = (cell: OccupationActivity) => cell.e1 + pack.model.softwareWeight * cell.e2;
  const average = averageCell(occupation, pack);
  const stated = new Map<number, { share: number; variance: number }>();
  let unknown = 0;
  for (const { task, share } of countedShares(tasks)) {
    const candidates = candidatesOf(task, usual, pack);
    if (candidates.length === 0) unknown += share;
    const known = candidates.reduce((sum, { probability }) => sum + probability, 0);
    const parts = [
      ...candidates.map(({ activity, probability }) => ({ probability, score: scoreOf(cellOf(activity)) })),
      { probability: Math.max(0, 1 - known), score: scoreOf(average) },
    ];
    const mean = parts.reduce((sum, { probability, score }) => sum + probability * score, 0);
    const variance = parts.reduce((sum, { probability, score }) => sum + probability * (score - mean) ** 2, 0);
    const squares = candidates.reduce((sum, { probability }) => sum + probability ** 2, 0);
    for (const { activity, probability } of candidates) {
      const sums = stated.get(activity) ?? { share: 0, variance: 0 };
      sums.share += share * probability;
      // Spread over the candidates' independent errors so that their sum has the variance of not knowing which it is.
      sums.variance += ((share * probability) ** 2 * variance) / squares;
      stated.set(activity, sums);
    }
  }
  const known = [...stated.values()].reduce((sum, { share }) => sum + share, 0);
  const rest = Math.max(0, 1 - known - unknown);
  const activities = [...new Set([...cells.keys(), ...stated.keys()])].map((activity): OccupationActivity => {
    const cell = cellOf(activity);
    const { share, variance } = stated.get(activity) ?? { share: 0, variance: 0 };
    const weight = rest * (usual.get(activity) ?? 0) + share;
    return { ...cell, weight, scoreSd: widened(cell.scoreSd, weight, variance, pack) };
  });
  return {
    ...occupation,
    variant: variantOf(tasks),
    activities: unknown === 0 ? activities : [...activities, { ...average, weight: unknown }],
  };
}

/** Duties in an order of their own: draws follow it, and nobody means anything by the order of a list. */
function inOneOrder(tasks: readonly StatedTask[]): readonly StatedTask[] {
  const described = tasks.map((task) => ({ task, as: JSON.stringify([task.text, task.timeShare, task.activity]) }));
  return described.sort((a, b) => (a.as < b.as ? -1 : a.as > b.as ? 1 : 0)).map(({ task }) => task);
}

/** The share of time each duty counts with: as stated, scaled down above 1; duties without a share divide what is left evenly. */
export function countedShares(
  tasks: readonly StatedTask[],
): readonly { readonly task: StatedTask; readonly share: number }[] {
  const said = tasks.reduce((sum, { timeShare }) => sum + (timeShare ?? 0), 0);
  const silent = tasks.filter(({ timeShare }) => timeShare === undefined).length;
  const left = said === 0 ? withoutShares : Math.max(0, 1 - said);
  const scale = said > 1 ? 1 / said : 1;
  return tasks.map((task) => ({
    task,
    share: task.timeShare === undefined ? left / silent : task.timeShare * scale,
  }));
}

/** What a duty may be: what a person chose, alone, or else what its words say. Empty when it is like nothing known. */
export function candidatesOf(
  { text, activity }: StatedTask,
  usual: ReadonlyMap<number, number>,
  pack: OccupationPack,
): readonly ActivityMatch[] {
  if (activity === noActivity) return [];
  const chosen = activity === undefined ? -1 : pack.activities.findIndex(({ id }) => id === activity);
  return chosen >= 0 ? [{ activity: chosen, probability: 1 }] : matchActivity(text, usual, pack);
}

function widened(sd: number, weight: number, variance: number, pack: OccupationPack): number {
  if (variance === 0 || weight === 0) return sd;
  return Math.sqrt(sd ** 2 + variance / (weight * pack.model.intervalScale) ** 2);
}

/** Equal for duties that say the same in any order. */
function variantOf(tasks: readonly StatedTask[]): string {
  const said = tasks.map(({ text, timeShare, activity }) => `${text} ${timeShare ?? ""} ${activity ?? ""}`);
  return String(seedFrom(said.sort().join("\n")));
}

/** An activity as it is on average over all occupations. */
export function borrowed(activity: number, pack: OccupationPack): OccupationActivity {
  const { e1 = 0, e2 = 0, automation = 0 } = pack.activities[activity] ?? {};
  const similar = e1 + pack.model.softwareWeight * e2;
  return {
    activity,
    weight: 0,
    e1,
    e2,
    automation,
    scoreSd: borrowedSd,
    automationSd: borrowedSd,
    sources: ["backed-off"],
    tasks: 0,
    evidence: { raters: [], alone: similar, similar, observed: null },
  };
}

/** The occupation's work as one activity that nobody can name. */
function averageCell({ activities }: Occupation, pack: OccupationPack): OccupationActivity {
  const mean = (value: (cell: OccupationActivity) => number) =>
    activities.reduce((sum, cell) => sum + cell.weight * value(cell), 0);
  return {
    ...borrowed(unrecognised.activity, pack),
    e1: mean(({ e1 }) => e1),
    e2: mean(({ e2 }) => e2),
    automation: mean(({ automation }) => automation),
    scoreSd: unknownSd / pack.model.intervalScale,
    automationSd: unknownSd,
  };
}
