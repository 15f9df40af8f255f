import type { StatedTask } from "../workforce/role.ts";
import { automationLabels, exposureLabels, type RubricLabel } from "./duty-opinion.ts";
import type { OccupationActivity, OccupationPack } from "./occupation-pack.ts";
import { borrowed, candidatesOf } from "./stated-tasks.ts";

/**
 * Our own belief about a duty, said as a label of the raters' rubric: the likeliest class of exposure over all activities that the
 * duty may be, and the level nearest to the share of it that is automatable. What is not among the nearest activities counts as the
 * occupation does on average, as in the score.
 */
export function ownLabel(
  task: StatedTask,
  cells: readonly OccupationActivity[],
  pack: OccupationPack,
): RubricLabel & { readonly probability: number; readonly automatable: number } {
  const usual = new Map(cells.map((cell) => [cell.activity, cell.weight]));
  const byActivity = new Map(cells.map((cell) => [cell.activity, cell]));
  const parts = candidatesOf(task, usual, pack).map(({ activity, probability }) => ({
    weight: probability,
    cell: byActivity.get(activity) ?? borrowed(activity, pack),
  }));
  const rest = Math.max(0, 1 - parts.reduce((sum, { weight }) => sum + weight, 0));
  const all = [...parts, ...cells.map((cell) => ({ weight: rest * cell.weight, cell }))];
  const total = all.reduce((sum, { weight }) => sum + weight, 0);
  const mean = (value: (cell: OccupationActivity) => number) =>
    total === 0 ? 0 : all.reduce((sum, { weight, cell }) => sum + weight * value(cell), 0) / total;
  const [e1, e2] = [mean((cell) => cell.e1), mean((cell) => cell.e2)];
  const chances = [1 - e1 - e2, e1, e2];
  const likeliest = chances.indexOf(Math.max(...chances));
  const automatable = mean((cell) => (cell.e1 + pack.model.softwareWeight * cell.e2) * cell.automation);
  return {
    exposure: exposureLabels[likeliest] ?? "E0",
    probability: chances[likeliest] ?? 0,
    automation: automationLabels[Math.round(automatable * (automationLabels.length - 1))] ?? "T0",
    automatable,
  };
}
