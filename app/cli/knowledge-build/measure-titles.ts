import { titleMatcher } from "#app/domain/exposure/match-title.ts";
import type { TitleModel } from "#app/domain/exposure/title-model.ts";
import { disturb } from "./disturb-titles.ts";
import type { TitleRow } from "./read-titles.ts";

/** Answers given without asking are right at least this often on employers' titles never seen. */
const wantedPrecision = 0.93;
/** Each reading alone, by the weights that leave the others out. */
const readings: Readonly<Record<string, readonly number[]>> = { nearest: [1], network: [0, 1], language: [0, 0, 1] };

export type TitleAccuracy = {
  readonly titles: number;
  readonly top1: number;
  readonly top3: number;
  readonly surerHalf: number;
  readonly meanProbability: number;
  readonly ranked: readonly { readonly probability: number; readonly right: boolean }[];
};

/** SOC codes of every title, over all rows: a title that belongs to several occupations is right with any of them. */
export function socsByTitle(rows: readonly TitleRow[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const row of rows) {
    const key = row.title.toLowerCase();
    found.set(key, (found.get(key) ?? new Set<string>()).add(row.onet.slice(0, 7)));
  }
  return found;
}

/**
 * Accuracy on titles never seen: employers' titles as they stand and mistyped, and the long tail; beside the combination
 * each of its readings alone. The threshold is where answers on employers' titles reach the wanted precision.
 */
export function compareReadings(
  model: TitleModel,
  test: readonly TitleRow[],
  truth: ReadonlyMap<string, ReadonlySet<string>>,
): { readonly figures: Readonly<Record<string, number>>; readonly threshold: number } {
  const reported = test.filter(({ from }) => from === "reported");
  const sets = [
    ["reported", reported, undefined],
    ["noisy", reported, disturb],
    ["alternate", test.filter(({ from }) => from === "alternate"), undefined],
  ] as const;
  const figures: Record<string, number> = {};
  for (const [name, rows, rewrite] of sets) {
    const measured = measureTitles(model, rows, truth, rewrite);
    figures[`${name}.titles`] = measured.titles;
    figures[`${name}.top1`] = measured.top1;
    figures[`${name}.top3`] = measured.top3;
    figures[`${name}.surerHalf`] = measured.surerHalf;
    figures[`${name}.meanProbability`] = measured.meanProbability;
    for (const [reading, combination] of Object.entries(readings)) {
      const alone = measureTitles({ ...model, combination }, rows, truth, rewrite);
      figures[`${name}.${reading}.top1`] = alone.top1;
      figures[`${name}.${reading}.top3`] = alone.top3;
    }
  }
  const { ranked } = measureTitles(model, reported, truth);
  const threshold = thresholdFor(ranked, wantedPrecision);
  const answered = ranked.filter(({ probability }) => probability >= threshold);
  return {
    figures: {
      ...figures,
      threshold,
      "confident.share": answered.length / ranked.length,
      "confident.right": share(answered, ({ right }) => right),
    },
    threshold,
  };
}

/** Share of titles whose first, and whose first three, SOC codes hold a right one; and the first among the surer half. */
export function measureTitles(
  model: TitleModel,
  rows: readonly TitleRow[],
  truth: ReadonlyMap<string, ReadonlySet<string>>,
  rewrite: (title: string) => string = (title) => title,
): TitleAccuracy {
  const matcher = titleMatcher(model);
  const results = rows.map((row) => {
    const socs = truth.get(row.title.toLowerCase()) ?? new Set([row.onet.slice(0, 7)]);
    const { matches } = matcher.match(rewrite(row.title));
    return {
      probability: matches[0]?.probability ?? 0,
      right: socs.has(matches[0]?.soc ?? ""),
      amongThree: matches.slice(0, 3).some(({ soc }) => socs.has(soc)),
    };
  });
  const ranked = [...results].sort((a, b) => b.probability - a.probability);
  const surer = ranked.slice(0, Math.ceil(ranked.length / 2));
  return {
    titles: results.length,
    top1: share(results, ({ right }) => right),
    top3: share(results, ({ amongThree }) => amongThree),
    surerHalf: share(surer, ({ right }) => right),
    meanProbability: results.reduce((sum, { probability }) => sum + probability, 0) / Math.max(1, results.length),
    ranked,
  };
}

/** The lowest probability from which on the answers given are right with at least `wanted`. */
export function thresholdFor(ranked: TitleAccuracy["ranked"], wanted: number): number {
  let right = 0;
  let threshold = 1;
  ranked.forEach((result, at) => {
    right += result.right ? 1 : 0;
    if (right / (at + 1) >= wanted) threshold = result.probability;
  });
  return threshold;
}

function share<Item>(items: readonly Item[], test: (item: Item) => boolean): number {
  return items.length === 0 ? 0 : items.filter(test).length / items.length;
}
