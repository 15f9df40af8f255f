import type { TitleMatch } from "./exposure-assessment.ts";
import { normaliseTitle, type TitleWords } from "./normalise-title.ts";
import type { Occupation, OccupationPack } from "./occupation-pack.ts";

/** An occupation that a search found; `fit` is 1 when every word of the search and of the name is the same. */
export type FoundOccupation = Pick<Occupation, "onet" | "soc" | "title" | "assessable"> & { readonly fit: number };

const mostFound = 8;
/** A word that is only begun counts less than a whole one, and one of the same stem (`bookkeeper`, `bookkeeping`) less still. */
const begun = 0.7;
const shortestBeginning = 3;
const sameStem = 0.5;
const shortestStem = 5;
/** The part of a word that has to be the stem. */
const stemShare = 0.6;
/** Of the searched words' weight, the part that has to be found. */
const enough = 0.4;
/** How much a name's words count that nobody searched for. */
const restWeight = 0.25;
/** A guess of the title model below this is no find. */
const likely = 0.1;

type Entry = { readonly occupation: Occupation; readonly words: TitleWords };
type Index = { readonly entries: readonly Entry[]; readonly rarity: ReadonlyMap<string, number> };

const indexes = new WeakMap<OccupationPack, Index>();

/**
 * Occupations by name, best first: words in English, German, French or Spanish, abbreviations, beginnings of words, or an
 * O*NET-SOC code or its beginning. Rare words count more than usual ones. With the title model's `match`, what it knows under
 * this title is found as well (`fit` is then its probability). Empty when nothing fits.
 */
export function searchOccupations(
  query: string,
  pack: OccupationPack,
  match?: (title: string) => TitleMatch,
): readonly FoundOccupation[] {
  const code = /^\s*(\d{2}-\d{1,4}(?:\.\d{0,2})?)\s*$/.exec(query)?.[1];
  if (code !== undefined) {
    return pack.occupations
      .filter(({ onet }) => onet.startsWith(code))
      .slice(0, mostFound)
      .map((occupation) => foundOf(occupation, 1));
  }
  const fits = byName(query, pack);
  for (const { onet, probability } of match?.(query).matches ?? []) {
    if (probability >= likely) fits.set(onet, Math.max(fits.get(onet) ?? 0, probability));
  }
  return [...fits]
    .flatMap(([onet, fit]) => {
      const occupation = pack.byOnet.get(onet);
      return occupation === undefined ? [] : [foundOf(occupation, fit)];
    })
    .sort((a, b) => b.fit - a.fit || (a.onet < b.onet ? -1 : 1))
    .slice(0, mostFound);
}

function byName(query: string, pack: OccupationPack): Map<string, number> {
  const searched = normaliseTitle(query);
  if (searched.length === 0) return new Map();
  const { entries, rarity } = indexOf(pack);
  return new Map(
    entries.flatMap(({ occupation, words }) => {
      const fit = fitOf(searched, words, rarity);
      return fit === 0 ? [] : [[occupation.onet, fit] as const];
    }),
  );
}

function foundOf({ onet, soc, title, assessable }: Occupation, fit: number): FoundOccupation {
  return { onet, soc, title, assessable, fit };
}

function indexOf(pack: OccupationPack): Index {
  const before = indexes.get(pack);
  if (before !== undefined) return before;
  const entries = pack.occupations.map((occupation) => ({ occupation, words: normaliseTitle(occupation.title) }));
  const names = new Map<string, number>();
  for (const { words } of entries) for (const word of new Set(words)) names.set(word, (names.get(word) ?? 0) + 1);
  const rarity = new Map([...names].map(([word, count]) => [word, Math.log(1 + entries.length / count)]));
  const index = { entries, rarity };
  indexes.set(pack, index);
  return index;
}

/** The weight of what is found, of all that was searched and, counting less, of all that the name says besides; 0 for too little. */
function fitOf(searched: TitleWords, words: TitleWords, rarity: Index["rarity"]): number {
  const usual = Math.log(1 + rarity.size);
  const met = new Set<string>();
  let found = 0;
  let asked = 0;
  for (const word of searched) {
    const weight = rarity.get(word) ?? usual;
    asked += weight;
    const [name, part] = nearest(word, words);
    if (name === undefined) continue;
    met.add(name);
    found += weight * part;
  }
  if (found < enough * asked) return 0;
  const rest = words.reduce((sum, word) => sum + (met.has(word) ? 0 : (rarity.get(word) ?? usual)), 0);
  return found / (asked + restWeight * rest);
}

function nearest(word: string, words: TitleWords): readonly [string | undefined, number] {
  if (words.includes(word)) return [word, 1];
  const longer = word.length < shortestBeginning ? undefined : words.find((each) => each.startsWith(word));
  if (longer !== undefined) return [longer, begun];
  const stem = word.slice(0, Math.max(shortestStem, Math.ceil(word.length * stemShare)));
  return word.length < shortestStem ? [undefined, 0] : [words.find((each) => each.startsWith(stem)), sameStem];
}
