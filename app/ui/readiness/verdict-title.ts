import type { ReadinessAssessment } from "#app/domain/readiness/assessment.ts";
import type { Say } from "#app/strings/catalogue.ts";
import type { readinessText } from "#app/strings/en/readiness.ts";

type Texts = Say<typeof readinessText>;

/** The answer as one sentence: "Not yet ready to automate part of a workflow: no baseline, no owner". */
export function verdictTitle(t: Texts, { verdict, blockers }: ReadinessAssessment): string {
  const decision = verdict.decisionTitle;
  if (verdict.answer === "ready") return t("titleReady", { decision });
  if (verdict.answer === "not-known") return t("titleNotKnown", { decision });
  const named = blockers.map(({ title }) => title);
  const reasons = named.length > 0 ? named.join(", ") : t("reasonGaps", { count: verdict.gaps.length });
  return t("titleNotYet", { decision, reasons });
}

/** The line of reasons under it. */
export function verdictLead(t: Texts, { verdict, blockers }: ReadinessAssessment): string {
  if (verdict.answer === "ready") return t("leadReady");
  if (verdict.answer === "not-known") return t("leadNotKnown");
  return blockers.length > 0 ? t("leadBlockers", { count: blockers.length }) : t("leadGaps");
}
