import type { PricePlanPack } from "#app/domain/billing/plans.ts";
import type { ControlPack } from "#app/domain/compliance/evidence/control-pack.ts";
import type { ObligationPack } from "#app/domain/compliance/obligation-pack.ts";
import type { RiskClassPack } from "#app/domain/compliance/risk-classes.ts";
import type { SystemCatalogue } from "#app/domain/compliance/system-template.ts";
import type { OpinionPrompts } from "#app/domain/exposure/duty-opinion.ts";
import type { OccupationPack } from "#app/domain/exposure/occupation-pack.ts";
import type { TitleModel } from "#app/domain/exposure/title-model.ts";
import type { InterventionPack } from "#app/domain/planning/intervention-pack.ts";
import type { ReadinessPack } from "#app/domain/readiness/pack.ts";
import type { Prompts } from "#app/domain/reports/executive-summary.ts";
import type { ProbePrompts } from "#app/domain/visibility/propose-prompts.ts";
import type { VisibilityPack } from "#app/domain/visibility/visibility-pack.ts";
import type { WorkProductPack } from "#app/domain/work-products/template.ts";

/** The facts that the engines read, as domain types. Composition fills it from app/knowledge. */
export type Knowledge = {
  /** Of the whole, as pages show it. Each pack has a version of its own, which assessments store. */
  readonly version: string;
  readonly occupations: OccupationPack;
  readonly titles: TitleModel;
  readonly obligations: ObligationPack;
  readonly riskClasses: RiskClassPack;
  readonly controls: ControlPack;
  readonly workProducts: WorkProductPack;
  readonly systemCatalogue: SystemCatalogue;
  readonly readiness: ReadinessPack;
  readonly visibility: VisibilityPack;
  readonly interventions: InterventionPack;
  readonly pricePlans: PricePlanPack;
  readonly prompts: Prompts & OpinionPrompts & ProbePrompts;
};
