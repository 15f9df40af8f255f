import type { Evidence } from "./evidence.ts";
import { sumUp } from "./hierarchy.ts";

/** How much more people report than is measured, in units of the effect's standard deviation. */
export type SelfReport = {
  readonly bias: number;
  /** Standard deviation of the bias between sources. */
  readonly sd: number;
  /** Pairs of a reported and a measured outcome of the same organization and action. */
  readonly pairs: number;
  /** Organizations whose reports stand so far above what was measured there that they are not used. */
  readonly flagged: ReadonlySet<string>;
};

/** Before any pair: reports are taken to be .2 too high, give or take .1 between sources. */
export const usualSelfReport: SelfReport = { bias: 0.2, sd: 0.1, pairs: 0, flagged: new Set() };

/** Pairs after which what is seen counts as much as what is assumed. */
const assumedPairs = 60;
/** Standard errors above which a source is flagged. */
const flagAt = 2.2;

/** Learns the bias from organizations that both reported and measured. `evidence` is in units of a standard deviation. */
export function learnSelfReport(evidence: readonly Evidence[]): SelfReport {
  const pairs = pairUp(evidence);
  const kept = [...pairs].sort((a, b) => a.gap - b.gap || a.variance - b.variance);
  const total = kept.reduce((sum, { gap }) => sum + gap, 0);
  const bias = (assumedPairs * usualSelfReport.bias + total) / (assumedPairs + kept.length);
  return { bias, sd: usualSelfReport.sd, pairs: kept.length, flagged: flagSources(pairs, bias) };
}

type Pair = { readonly organization: string; readonly gap: number; readonly variance: number };

function pairUp(evidence: readonly Evidence[]): readonly Pair[] {
  const cells = new Map<string, Evidence[]>();
  for (const each of evidence) {
    const key = `${each.organization}\n${each.interventionId}`;
    cells.set(key, [...(cells.get(key) ?? []), each]);
  }
  return [...cells.values()].flatMap((cell) => {
    const reported = sumUp(cell.filter(({ basis }) => basis === "reported"));
    const measured = sumUp(cell.filter(({ basis }) => basis === "measured"));
    const organization = cell[0]?.organization;
    if (reported === null || measured === null || organization === undefined) return [];
    const variance = 1 / reported.precision + 1 / measured.precision;
    return [{ organization, gap: reported.mean - measured.mean, variance }];
  });
}

/** A source is judged by all its pairs together, and against the usual bias rather than against none. */
function flagSources(pairs: readonly Pair[], bias: number): ReadonlySet<string> {
  const bySource = new Map<string, Pair[]>();
  for (const pair of pairs) bySource.set(pair.organization, [...(bySource.get(pair.organization) ?? []), pair]);
  const flagged = [...bySource].filter(([, own]) => {
    const summed = sumUp(own.map(({ gap, variance }) => ({ effect: gap, variance })));
    if (summed === null) return false;
    return summed.mean - bias > flagAt * Math.sqrt(1 / summed.precision + usualSelfReport.sd ** 2);
  });
  return new Set(flagged.map(([organization]) => organization));
}
