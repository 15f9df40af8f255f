import { titleMatcher } from "#app/domain/exposure/match-title.ts";
import type { TitleModel } from "#app/domain/exposure/title-model.ts";
import { disturb } from "./disturb-titles.ts";
import { groupBy } from "./group-by.ts";
import type { TitleRow } from "./read-titles.ts";

/** Answers given without asking are right at least this often on employers' titles never seen. */
const wantedPrecision = 0.93;
/** Each reading alone, by the weights that leave the others out. */
const readings: Readonly<Record<string, readonly number[]>> = { nearest: [1], network: [0, 1], language: [0, 0, 1] };

/** How a title never seen was answered: how sure, whether the first is right, and whether one of three is. */
export type Answer = { readonly probability: number; readonly right: boolean; readonly amongThree: boolean };

/** SOC codes a title belongs to, by its text in lower case: any of them is right. */
export type Truth = ReadonlyMap<string, ReadonlySet<string>>;

export function socsByTitle(rows: readonly TitleRow[]): Truth {
  return new Map(
    [...groupBy(rows, ({ title }) => title.toLowerCase())].map(([title, own]) => [
      title,
      new Set(own.map(({ onet }) => onet.slice(0, 7))),
    ]),
  );
}

export function answerTo(
  { title, onet }: TitleRow,
  socs: readonly string[],
  probability: number,
  truth: Truth,
): Answer {
  const right = truth.get(title.toLowerCase()) ?? new Set([onet.slice(0, 7)]);
  return {
    probability,
    right: right.has(socs[0] ?? ""),
    amongThree: socs.slice(0, 3).some((soc) => right.has(soc)),
  };
}

/** The kinds of titles that are measured: employers' titles as they stand and mistyped, and the long tail. */
export function testSets(
  test: readonly TitleRow[],
): Readonly<Record<string, { readonly rows: readonly TitleRow[]; readonly rewrite: (title: string) => string }>> {
  const reported = test.filter(({ from }) => from === "reported");
  const asWritten = (title: string) => title;
  return {
    reported: { rows: reported, rewrite: asWritten },
    noisy: { rows: reported, rewrite: disturb },
    alternate: { rows: test.filter(({ from }) => from === "alternate"), rewrite: asWritten },
  };
}

/** Answers of a model to titles it has not seen, by kind of title; beside the combination each of its readings alone. */
export function answersOf(
  model: TitleModel,
  test: readonly TitleRow[],
  truth: Truth,
): Readonly<Record<string, readonly Answer[]>> {
  const matchers = Object.entries(readings).map(
    ([name, combination]) => [`.${name}`, titleMatcher({ ...model, combination })] as const,
  );
  const all = [["", titleMatcher(model)] as const, ...matchers];
  return Object.fromEntries(
    Object.entries(testSets(test)).flatMap(([kind, { rows, rewrite }]) =>
      all.map(([name, matcher]) => [
        `${kind}${name}`,
        rows.map((row) => {
          const { matches } = matcher.match(rewrite(row.title));
          const socs = matches.map(({ soc }) => soc);
          return answerTo(row, socs, matches[0]?.probability ?? 0, truth);
        }),
      ]),
    ),
  );
}

/** Accuracy by kind of title and reading. Kinds whole have also the share right among the surer half, and the mean belief. */
export function accuracies(answers: Readonly<Record<string, readonly Answer[]>>): Readonly<Record<string, number>> {
  const figures: Record<string, number> = {};
  for (const [name, own] of Object.entries(answers)) {
    figures[`${name}.top1`] = share(own, ({ right }) => right);
    figures[`${name}.top3`] = share(own, ({ amongThree }) => amongThree);
    if (name.includes(".")) continue;
    const surer = bySureness(own).slice(0, Math.ceil(own.length / 2));
    figures[`${name}.titles`] = own.length;
    figures[`${name}.surerHalf`] = share(surer, ({ right }) => right);
    figures[`${name}.meanProbability`] =
      own.reduce((sum, { probability }) => sum + probability, 0) / Math.max(1, own.length);
  }
  return figures;
}

/** The probability from which on answers to employers' titles reach the wanted precision, and what it lets through. */
export function abstention(answers: readonly Answer[]): Readonly<Record<string, number>> {
  let right = 0;
  let threshold = 1;
  const ranked = bySureness(answers);
  ranked.forEach((answer, at) => {
    right += answer.right ? 1 : 0;
    if (right / (at + 1) >= wantedPrecision) threshold = answer.probability;
  });
  const answered = ranked.filter(({ probability }) => probability >= threshold);
  return {
    threshold,
    "confident.share": answered.length / ranked.length,
    "confident.right": share(answered, (answer) => answer.right),
  };
}

function bySureness(answers: readonly Answer[]): readonly Answer[] {
  return [...answers].sort((a, b) => b.probability - a.probability);
}

function share<Item>(items: readonly Item[], test: (item: Item) => boolean): number {
  return items.length === 0 ? 0 : items.filter(test).length / items.length;
}
