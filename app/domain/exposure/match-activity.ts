import { normaliseTitle } from "./normalise-title.ts";
import type { OccupationPack } from "./occupation-pack.ts";
import { hashText } from "./title-features.ts";
import { entriesOf } from "./title-model.ts";

/** An activity that a stated task may be; probabilities of a task sum to 1. */
export type ActivityMatch = { readonly activity: number; readonly probability: number };

const smoothing = 60;
const mostActivities = 5;
/** Sentences repeat themselves: each further word says less than the last. */
const tempering = 0.4;

/**
 * The activities nearest to a task in the user's own words: words of the task against the words of labelled tasks,
 * with activities the occupation is known for taken as likelier. Empty when no word is known.
 */
export function matchActivity(
  text: string,
  usual: ReadonlyMap<number, number>,
  pack: OccupationPack,
): readonly ActivityMatch[] {
  const { classes, values } = pack.activityWords;
  const totals = new Float64Array(pack.activities.length);
  classes.forEach((activity, at) => {
    totals[activity] = (totals[activity] ?? 0) + (values[at] ?? 0);
  });
  const everything = totals.reduce((sum, total) => sum + total, 0);
  const scores = Float64Array.from(totals, (_, activity) =>
    Math.log(0.2 / totals.length + 0.8 * (usual.get(activity) ?? 0)),
  );
  let known = false;
  for (const word of new Set([...normaliseTitle(text), ...normaliseTitle(text.slice(300))])) {
    const range = entriesOf(pack.activityWords, hashText(word));
    if (range === null) continue;
    known = true;
    let sum = 0;
    for (let at = range[0]; at < range[1]; at++) sum += values[at] ?? 0;
    const expected = (smoothing * sum) / everything;
    for (let activity = 0; activity < scores.length; activity++)
      scores[activity] =
        (scores[activity] ?? 0) + tempering * Math.log(smoothing / ((totals[activity] ?? 0) + smoothing));
    for (let at = range[0]; at < range[1]; at++) {
      const activity = classes[at] ?? 0;
      scores[activity] = (scores[activity] ?? 0) + tempering * Math.log(((values[at] ?? 0) + expected) / expected);
    }
  }
  if (!known) return [];
  const ranked = [...scores]
    .map((score, activity) => ({ score, activity }))
    .sort((a, b) => b.score - a.score || a.activity - b.activity);
  const top = ranked
    .slice(0, mostActivities)
    .map(({ score, activity }) => ({ activity, mass: Math.exp(score - (ranked[0]?.score ?? 0)) }));
  const total = top.reduce((sum, { mass }) => sum + mass, 0);
  return top.map(({ activity, mass }) => ({ activity, probability: mass / total }));
}
