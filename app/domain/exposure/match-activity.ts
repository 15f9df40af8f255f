import { type DutyWords, readDutyWords } from "./duty-words.ts";
import type { DutyLanguage, OccupationPack } from "./occupation-pack.ts";
import { hashText } from "./title-features.ts";
import { entriesOf } from "./title-model.ts";

/** An activity that a stated task may be; probabilities of a task sum to at most 1, the rest is every other activity. */
export type ActivityMatch = { readonly activity: number; readonly probability: number };

/** Counts are smoothed toward everybody's words as if this many more had been read. */
const smoothing = 60;
/** Words of a sentence repeat each other: each further one says less. Chosen on tasks held out, for probabilities that hold. */
const tempering = 0.55;
/** How far what the occupation usually does is believed, and how sharply. */
const usualPart = 0.3;
const usualPower = 0.5;
const mostActivities = 5;
/** With less than this for the nearest activity, or most words unknown, a duty is like nothing known. */
const leastProbability = 0.03;
const leastKnown = 1 / 3;

/**
 * The activities nearest to a task in the user's own words: its words against the words of labelled tasks, with activities the
 * occupation is known for taken as likelier. Empty when the task is like nothing known.
 */
export function matchActivity(
  text: string,
  usual: ReadonlyMap<number, number>,
  pack: OccupationPack,
): readonly ActivityMatch[] {
  const { words } = pack.dutyLanguage;
  const said = readDutyWords(text, (stem) => entriesOf(words, hashText(stem)) !== null);
  return activitiesOfWords(said, usual, pack.dutyLanguage, pack.activities.length);
}

/** The same for words that were read already. */
export function activitiesOfWords(
  { stems, unknown }: DutyWords,
  usual: ReadonlyMap<number, number>,
  language: DutyLanguage,
  activities: number,
): readonly ActivityMatch[] {
  if (stems.length === 0 || stems.length < leastKnown * (stems.length + unknown)) return [];
  const { activityOf } = language;
  const details = scoreDetails(stems, language);
  const highest = details.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
  const masses = new Float64Array(activities);
  details.forEach((score, at) => {
    const activity = activityOf[at] ?? 0;
    masses[activity] = (masses[activity] ?? 0) + Math.exp(score - highest);
  });
  let total = 0;
  for (let activity = 0; activity < activities; activity++) {
    const likelier = (1 - usualPart + usualPart * activities * (usual.get(activity) ?? 0)) ** usualPower;
    masses[activity] = (masses[activity] ?? 0) * likelier;
    total += masses[activity] ?? 0;
  }
  const ranked = [...masses]
    .map((mass, activity) => ({ activity, probability: mass / total }))
    .sort((a, b) => b.probability - a.probability || a.activity - b.activity);
  return (ranked[0]?.probability ?? 0) < leastProbability ? [] : ranked.slice(0, mostActivities);
}

/** Log-likelihood of the stems in the words of each detailed activity, tempered. */
function scoreDetails(stems: readonly string[], { words, activityOf }: DutyLanguage): Float64Array {
  const { totals, everything } = sizesOf(words, activityOf.length);
  const scores = totals.map((total) => stems.length * tempering * Math.log(smoothing / (total + smoothing)));
  for (const stem of stems) {
    const range = entriesOf(words, hashText(stem));
    if (range === null) continue;
    let sum = 0;
    for (let at = range[0]; at < range[1]; at++) sum += words.values[at] ?? 0;
    const expected = (smoothing * sum) / everything;
    for (let at = range[0]; at < range[1]; at++) {
      const detail = words.classes[at] ?? 0;
      scores[detail] = (scores[detail] ?? 0) + tempering * Math.log(1 + (words.values[at] ?? 0) / expected);
    }
  }
  return scores;
}

type Sizes = { readonly totals: Float64Array; readonly everything: number };
const sizes = new WeakMap<DutyLanguage["words"], Sizes>();

/** Words read of each detailed activity; they are the same as long as the table is. */
function sizesOf(words: DutyLanguage["words"], details: number): Sizes {
  const known = sizes.get(words);
  if (known !== undefined) return known;
  const totals = new Float64Array(details);
  words.classes.forEach((detail, at) => {
    totals[detail] = (totals[detail] ?? 0) + (words.values[at] ?? 0);
  });
  const found = { totals, everything: totals.reduce((sum, total) => sum + total, 0) };
  sizes.set(words, found);
  return found;
}
