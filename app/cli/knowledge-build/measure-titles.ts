import { type DecidingModel, decide } from "#app/domain/exposure/match-title.ts";
import { groupBy } from "#app/domain/kernel/group-by.ts";
import type { Asked, Read } from "./read-held-out.ts";

/** Each reading alone, by the weights that leave the others out. */
const readings: Readonly<Record<string, readonly number[]>> = { nearest: [1], network: [0, 1], language: [0, 0, 1] };

/** How a title never seen was answered: how sure, whether the first is right, and whether one of three is. */
export type Answer = { readonly probability: number; readonly right: boolean; readonly amongThree: boolean };

export type Answers = Readonly<Record<string, readonly Answer[]>>;

export function answerTo({ socs }: Pick<Asked, "socs">, given: readonly string[], probability: number): Answer {
  return {
    probability,
    right: socs.has(given[0] ?? ""),
    amongThree: given.slice(0, 3).some((soc) => socs.has(soc)),
  };
}

/** What the weights of `model` make of each title. */
export function answersWith(reads: readonly Read[], model: DecidingModel): readonly Answer[] {
  return reads.map((read) => {
    const { matches } = decide(read.found, model);
    return answerTo(
      read,
      matches.map(({ soc }) => soc),
      matches[0]?.probability ?? 0,
    );
  });
}

/** Answers by kind of title, and to the usual ones among the reported; beside the combination each of its readings alone. */
export function answersOf(reads: readonly Read[], model: DecidingModel): Answers {
  const all = [
    ["", model.combination] as const,
    ...Object.entries(readings).map(([name, own]) => [`.${name}`, own] as const),
  ];
  const usual = reads.filter(({ isUsual }) => isUsual);
  return Object.fromEntries(
    [...groupBy(reads, ({ kind }) => kind), ["usual", usual] as const]
      .filter(([kind, own]) => kind !== "noisyAlternate" && own.length > 0)
      .flatMap(([kind, own]) =>
        all.map(([name, combination]) => [`${kind}${name}`, answersWith(own, { ...model, combination })] as const),
      ),
  );
}

/** Accuracy by kind of title and reading, and the share right among the surer half. Kinds whole have also the mean belief. */
export function accuracies(answers: Answers): Readonly<Record<string, number>> {
  const figures: Record<string, number> = {};
  for (const [name, own] of Object.entries(answers)) {
    figures[`${name}.titles`] = own.length;
    figures[`${name}.top1`] = share(own, ({ right }) => right);
    figures[`${name}.top3`] = share(own, ({ amongThree }) => amongThree);
    // A searcher that says nothing of how sure it is has no surer half.
    if (own.some(({ probability }) => probability > 0)) {
      const surer = bySureness(own).slice(0, Math.ceil(own.length / 2));
      figures[`${name}.surerHalf`] = share(surer, ({ right }) => right);
    }
    if (name.includes(".")) continue;
    figures[`${name}.meanProbability`] =
      own.reduce((sum, { probability }) => sum + probability, 0) / Math.max(1, own.length);
  }
  return figures;
}

export function bySureness(answers: readonly Answer[]): readonly Answer[] {
  return [...answers].sort((a, b) => b.probability - a.probability);
}

export function share<Item>(items: readonly Item[], test: (item: Item) => boolean): number {
  return items.length === 0 ? 0 : items.filter(test).length / items.length;
}
