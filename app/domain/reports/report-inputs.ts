import type { ComplianceAssessment } from "../compliance/findings.ts";
import type { ExposureAssessment } from "../exposure/exposure-assessment.ts";
import type { IsoDate } from "../kernel/iso-date.ts";
import type { Plan, PlanDiff } from "../planning/plan.ts";
import type { ReadinessAssessment } from "../readiness/assessment.ts";
import type { VisibilityAudit } from "../visibility/visibility-audit.ts";

/** A stored version of the plan. */
export type StoredPlan = {
  readonly number: number;
  readonly status: "proposed" | "approved" | "superseded" | "rejected";
  readonly because: string;
  readonly plan: Plan;
  readonly diff: PlanDiff | null;
};

/** The newest stored results of an organization; null where something was never done. Loaded by a service, never by the domain. */
export type ReportInputs = {
  readonly organization: string;
  readonly asOf: IsoDate;
  readonly readiness: ReadinessAssessment | null;
  /** The one before it, to say what changed. */
  readonly earlierReadiness: ReadinessAssessment | null;
  readonly exposure: ExposureAssessment | null;
  readonly compliance: ComplianceAssessment | null;
  readonly visibility: VisibilityAudit | null;
  /** The plan that is worked on: the newest approved, or else the newest proposed. */
  readonly plan: StoredPlan | null;
  /** The newest version with a difference to the one before. */
  readonly changed: StoredPlan | null;
  /** Names of laws by the id of their instrument, and of AI systems by theirs. */
  readonly instrumentTitles: Readonly<Record<string, string>>;
  readonly systemNames: Readonly<Record<string, string>>;
  /** Whether roles of fewer than five heads may be shown. */
  readonly seesPeople: boolean;
};
