import type { Evidence, Prior } from "./evidence.ts";
import { hasWeight, type Learnt, winsorise } from "./posterior.ts";
import { learnSelfReport } from "./self-report.ts";
import { estimateSpread, usualSpread } from "./spread.ts";

/** Learns what effects have in common: how far organizations and segments differ, and how much people over-report. */
export function learnInCommon(priors: ReadonlyMap<string, Prior>, evidence: readonly Evidence[]): Learnt {
  const inUnits = evidence.flatMap((each) => {
    const prior = priors.get(each.interventionId);
    if (prior === undefined || !hasWeight(each.variance)) return [];
    const { effect, variance } = winsorise(each, prior, usualSpread);
    return [{ ...each, effect: effect / prior.unit, variance: variance / prior.unit ** 2 }];
  });
  const byAction = new Map<string, Evidence[]>();
  for (const each of inUnits) {
    if (each.basis !== "measured") continue;
    byAction.set(each.interventionId, [...(byAction.get(each.interventionId) ?? []), each]);
  }
  const groups = [...byAction].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
  return { spread: estimateSpread(groups), selfReport: learnSelfReport(inUnits) };
}
