import type { Prompt } from "../kernel/prompt.ts";

/** How much of the time a language model saves: E0 nothing to speak of, E1 half by itself, E2 half with software around it. */
export const exposureLabels = ["E0", "E1", "E2"] as const;

/** How much of a duty a system could do by itself, from T0 (none of it) to T4 (all of it). */
export const automationLabels = ["T0", "T1", "T2", "T3", "T4"] as const;

export type ExposureLabel = (typeof exposureLabels)[number];
export type AutomationLabel = (typeof automationLabels)[number];

export type RubricLabel = { readonly exposure: ExposureLabel; readonly automation: AutomationLabel };

/** What a model says of one duty. */
export type ModelLabel = RubricLabel & { readonly reason: string };

/** The answer as a model gives it: duties by the names they were asked under. */
export type OpinionAnswer = { readonly labels: readonly (ModelLabel & { readonly duty: string })[] };

export type OpinionPrompts = { readonly dutyOpinion: Prompt<OpinionAnswer> };

/** A model is asked twice, so that what it says by chance shows. */
export const opinionRuns = [1, 2] as const;

export type OpinionRun = (typeof opinionRuns)[number];

/** Duties of one call: few enough that an answer is not cut off, and that one failure loses little. */
const mostAtOnce = 20;
const longestReason = 240;

/** Control characters, and those that turn the direction of text around or cannot be seen. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]+/gu;

/** The duties of each call, in their order. */
export function opinionParts(duties: readonly string[]): readonly (readonly string[])[] {
  const distinct = [...new Set(duties)];
  const count = Math.ceil(distinct.length / mostAtOnce);
  const size = Math.ceil(distinct.length / Math.max(1, count));
  return Array.from({ length: count }, (_, at) => distinct.slice(at * size, (at + 1) * size));
}

/**
 * What a model is given for one call. The second run lists the duties the other way round: a label that hangs on its place in
 * the list then differs between the runs.
 */
export function opinionQuestion(role: string, duties: readonly string[], run: OpinionRun) {
  const named = duties.map((text, at) => ({ id: nameOf(at), text }));
  return { role, duties: run === 1 ? named : named.toReversed() };
}

/** The labels of an answer in the order of the duties; null where the answer has none for it, or more than one. */
export function readOpinion(answer: OpinionAnswer, duties: readonly string[]): readonly (ModelLabel | null)[] {
  return duties.map((_, at) => {
    const given = answer.labels.filter(({ duty }) => duty === nameOf(at));
    const [label] = given;
    if (label === undefined || given.length > 1) return null;
    return { exposure: label.exposure, automation: label.automation, reason: tidied(label.reason) };
  });
}

function nameOf(at: number): string {
  return `d${at + 1}`;
}

function tidied(reason: string): string {
  const seen = reason.replace(unseen, " ").replace(/\s+/g, " ").trim();
  const letters = [...seen];
  return letters.length <= longestReason
    ? seen
    : `${letters
        .slice(0, longestReason - 1)
        .join("")
        .trimEnd()}…`;
}
