import { seedFrom } from "../kernel/random.ts";
import type { StatedTask } from "../workforce/role.ts";
import { matchActivity } from "./match-activity.ts";
import type { Occupation, OccupationActivity, OccupationPack } from "./occupation-pack.ts";

/** Weight of stated tasks when nobody said how long each takes: as much as the published weights. */
const withoutShares = 0.5;
/** A stated activity the occupation has no labels for is less sure than one it has. */
const borrowedSd = 0.12;

/**
 * The occupation with its activity weights moved to what the role's people are said to do. Stated time shares count as
 * stated; what they leave to 1 keeps the published weights. Shares above 1 in sum are scaled down.
 */
export function weighStatedTasks(
  occupation: Occupation,
  tasks: readonly StatedTask[],
  pack: OccupationPack,
): Occupation {
  const usual = new Map(occupation.activities.map((cell) => [cell.activity, cell.weight]));
  const stated = new Map<number, number>();
  for (const { text, share } of sharesOf(tasks)) {
    for (const { activity, probability } of matchActivity(text, usual, pack))
      stated.set(activity, (stated.get(activity) ?? 0) + share * probability);
  }
  const total = [...stated.values()].reduce((sum, share) => sum + share, 0);
  if (total === 0) return occupation;
  const cells = new Map(occupation.activities.map((cell) => [cell.activity, cell]));
  const activities = [...new Set([...cells.keys(), ...stated.keys()])].map((activity): OccupationActivity => {
    const cell = cells.get(activity) ?? borrowed(activity, pack);
    return { ...cell, weight: (1 - total) * (usual.get(activity) ?? 0) + (stated.get(activity) ?? 0) };
  });
  return {
    ...occupation,
    variant: String(seedFrom(tasks.map(({ text, timeShare }) => `${text} ${timeShare ?? ""}`).join("\n"))),
    activities,
  };
}

function sharesOf(tasks: readonly StatedTask[]): readonly { readonly text: string; readonly share: number }[] {
  const said = tasks.reduce((sum, { timeShare }) => sum + (timeShare ?? 0), 0);
  const silent = tasks.filter(({ timeShare }) => timeShare === undefined).length;
  const left = said === 0 ? withoutShares : Math.max(0, 1 - said);
  const scale = said > 1 ? 1 / said : 1;
  return tasks.map(({ text, timeShare }) => ({
    text,
    share: timeShare === undefined ? left / silent : timeShare * scale,
  }));
}

/** An activity as it is on average over all occupations. */
function borrowed(activity: number, pack: OccupationPack): OccupationActivity {
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
