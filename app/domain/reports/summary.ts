import type { ReadinessReport } from "./readiness-report.ts";
import { type Reason, reason } from "./reason.ts";

type Known = Omit<ReadinessReport, "headline" | "reasons" | "summary">;

/** The executive summary as sentences, from figures alone: it stands wherever no model wrote one. */
export function deterministicSummary({ readiness, exposure, duties, visibility, plan }: Known): readonly Reason[] {
  const lines: Reason[] = [];
  if (readiness?.score) {
    const { value, low, high } = readiness.score;
    const figures = { score: Math.round(value), low: Math.round(low), high: Math.round(high) };
    lines.push(
      reason("summaryReadiness", { ...figures, decision: readiness.decision, chance: { chance: readiness.chance } }),
    );
  }
  if (exposure !== null) {
    lines.push(
      reason("summaryExposure", {
        share: { share: exposure.score.value },
        low: { share: exposure.score.low },
        high: { share: exposure.score.high },
        automatable: { share: exposure.automatable.value },
        augmentable: { share: exposure.augmentable.value },
      }),
    );
    if (exposure.unconfirmedRoles > 0) lines.push(reason("summaryUnconfirmed", { count: exposure.unconfirmedRoles }));
  }
  if (duties !== null) {
    lines.push(reason("summaryDuties", { inForce: duties.inForce, upcoming: duties.upcoming }));
    if (duties.undecided > 0) {
      lines.push(reason("summaryUndecided", { count: duties.undecided, questions: duties.openQuestions }));
    }
  }
  if (visibility !== null && visibility.score !== null) {
    lines.push(reason("summaryVisibility", { score: Math.round(visibility.score.value), pages: visibility.audited }));
  }
  if (plan !== null && plan.finish !== null) {
    lines.push(
      reason("summaryPlan", {
        number: plan.number,
        count: plan.items,
        hours: Math.round(plan.hours),
        cost: { amount: plan.cost, currency: plan.currency },
        finish: { date: plan.finish },
      }),
    );
  }
  return lines;
}
