import type { ComplianceAssessment } from "#app/domain/compliance/findings.ts";
import type { ExposureAssessment } from "#app/domain/exposure/exposure-assessment.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import type { Posterior } from "#app/domain/learning/posterior.ts";
import type { RestingOn } from "#app/domain/learning/should-replan.ts";
import type { ReadinessAssessment } from "#app/domain/readiness/assessment.ts";
import type { VisibilityAudit } from "#app/domain/visibility/visibility-audit.ts";
import type { Role } from "#app/domain/workforce/role.ts";

/** What outcomes taught of an intervention, and the belief that recommendations rest on while that is not enough to change them. */
export type LearntEffect = Pick<Posterior, "mean" | "sd" | "evidence"> & { readonly restsOn?: RestingOn };

/** What is known of an organization when a plan is made. An assessment that was not run is null and gives no candidates. */
export type PlanFacts = {
  readonly asOf: IsoDate;
  readonly roles: readonly Role[];
  readonly exposure: ExposureAssessment | null;
  readonly compliance: ComplianceAssessment | null;
  readonly readiness: ReadinessAssessment | null;
  readonly visibility: VisibilityAudit | null;
  /** What outcomes have taught, by intervention. */
  readonly posteriors: Readonly<Record<string, LearntEffect>>;
  /** Units of the plan's currency for one euro, in which the pack states cash and worth. */
  readonly perEuro: number;
};
