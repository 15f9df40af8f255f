import { addDays, type IsoDate } from "../kernel/iso-date.ts";
import {
  changeBetween,
  differencesOf,
  type PeriodChange,
  type PlacedAnswer,
  pairedShares,
  sharesOf,
  usualRuns,
} from "./answer-lines.ts";
import { type Change, differenceInDifferences, smallestChangeSeen } from "./compare-periods.ts";
import { type ProbePrompt, unbranded } from "./share-of-answers.ts";
import { halfWidth95 } from "./student.ts";

/** A change of the website, stated before it is made, with the prompts it should move and those it should not. */
export type Experiment = {
  readonly changedOn: IsoDate;
  readonly metric: "mention" | "citation" | "recommendation";
  /** Prompts about the changed pages. */
  readonly prompts: readonly string[];
  /** Prompts about pages that stay as they are. */
  readonly heldOut: readonly string[];
  /** Days looked at on either side. */
  readonly days: number;
};

/** Engines read a changed page after some days: answers of these are on neither side. */
export const settlingDays = 7;

export type ExperimentState = "no-answers-before" | "waiting" | "done";

export type ExperimentReading = {
  readonly state: ExperimentState;
  readonly readFrom: IsoDate;
  readonly readUntil: IsoDate;
  readonly answersBefore: number;
  readonly answersAfter: number;
  /** The smallest change that chance would let through four times in five. */
  readonly smallestSeen: number | null;
  readonly change: PeriodChange | null;
  readonly heldOut: PeriodChange | null;
  /** Against the prompts held out; null where none were. */
  readonly beyondHeldOut: Change | null;
  /** What may be learnt from it: the effect and its standard error, of the stricter of the two readings. */
  readonly effect: { readonly value: number; readonly standardError: number; readonly distinguishable: boolean } | null;
};

/** Reads an experiment by the answers of one segment: same engine, model and set of prompts on both sides. */
export function readExperiment(
  experiment: Experiment,
  prompts: readonly ProbePrompt[],
  answers: readonly PlacedAnswer[],
  today: IsoDate,
): ExperimentReading {
  const { changedOn, days, metric } = experiment;
  const from = addDays(changedOn, -days);
  const readFrom = addDays(changedOn, settlingDays);
  const readUntil = addDays(readFrom, days - 1);
  const before = answers.filter(({ on }) => on >= from && on < changedOn);
  const after = answers.filter(({ on }) => on >= readFrom && on <= readUntil);
  const only = (of: readonly PlacedAnswer[], ids: readonly string[]) =>
    of.filter(({ promptId }) => ids.includes(promptId));
  const sides = (ids: readonly string[]) => changeBetween(prompts, only(before, ids), only(after, ids), metric);
  const change = sides(experiment.prompts);
  const heldOut = experiment.heldOut.length === 0 ? null : sides(experiment.heldOut);
  const differences = (ids: readonly string[]) =>
    differencesOf(pairedShares(prompts, only(before, ids), only(after, ids), metric));
  const beyondHeldOut =
    experiment.heldOut.length === 0
      ? null
      : differenceInDifferences(differences(experiment.prompts), differences(experiment.heldOut));
  const treatedBefore = [...sharesOf(unbranded(prompts, only(before, experiment.prompts)), metric).values()];
  const shares = treatedBefore.map(({ share }) => share);
  const state = shares.length < 2 ? "no-answers-before" : today <= readUntil ? "waiting" : "done";
  const strict = beyondHeldOut ?? change;
  return {
    state,
    readFrom,
    readUntil,
    answersBefore: before.length,
    answersAfter: after.length,
    smallestSeen: smallestChangeSeen(
      shares,
      usualRuns(treatedBefore),
      experiment.heldOut.length < 2 ? null : experiment.heldOut.length,
    ),
    change,
    heldOut,
    beyondHeldOut,
    effect: strict === null ? null : effectOf(strict),
  };
}

/** The standard error that the 95 % interval stands for. */
function effectOf({ estimate, distinguishable }: Change): NonNullable<ExperimentReading["effect"]> {
  return { value: estimate.value, standardError: (estimate.high - estimate.low) / (2 * halfWidth95), distinguishable };
}

/** What an experiment measures, in the words of the plan's forecasts: an item that forecasts the same can learn from it. */
export const experimentMeasures: Readonly<Record<Experiment["metric"], string>> = {
  mention: "points of the share of answers that name you",
  citation: "points of the share of answers that cite you",
  recommendation: "points of the share of answers that recommend you",
};
