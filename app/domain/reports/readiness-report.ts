import type { Estimate } from "../kernel/estimate.ts";
import type { IsoDate } from "../kernel/iso-date.ts";
import type { Currency } from "../kernel/money.ts";
import type { ItemChange } from "../planning/plan.ts";
import type { Blocker, Verdict } from "../readiness/assessment.ts";
import type { Level, PillarId } from "../readiness/pack.ts";
import type { PlanFigures } from "./action-lines.ts";
import type { DutyFigures } from "./duty-lines.ts";
import type { Reason } from "./reason.ts";
import type { RoleLine } from "./role-lines.ts";

/** A pillar as it is drawn. Scores are 0..100 with an 80 % interval; `target` is the least score of the level wanted. */
export type PillarLine = {
  readonly id: PillarId;
  readonly title: string;
  readonly estimate: Estimate | null;
  readonly level: Level | null;
  readonly target: number;
};

export type ReadinessFigures = {
  readonly score: Estimate | null;
  readonly verdict: Verdict["answer"];
  /** Completes "ready to …". */
  readonly decision: string;
  /** Share of draws in which every pillar reaches its target, 0..1. */
  readonly chance: number;
  /** Titles of pillars below their target, furthest first. */
  readonly gaps: readonly string[];
  readonly scope: "quick" | "full";
  readonly coverage: number;
  /** Points since an earlier assessment, and its day. */
  readonly change: { readonly points: number; readonly since: IsoDate; readonly days: number } | null;
};

export type ExposureFigures = {
  readonly score: Estimate;
  readonly automatable: Estimate;
  readonly augmentable: Estimate;
  readonly human: Estimate;
  readonly hoursExposed: Estimate;
  readonly payrollExposed: Estimate | null;
  readonly currency: Currency;
  /** Share of headcount whose occupation is recognised, 0..1. */
  readonly coverage: number;
  readonly unconfirmedRoles: number;
  readonly notAssessable: number;
  readonly roles: readonly RoleLine[];
  /** Roles left out because fewer than five people have them. */
  readonly hidden: number;
};

export type VisibilityFigures = {
  readonly homepage: string;
  readonly asOf: IsoDate;
  readonly score: Estimate | null;
  /** Pages audited, and pages that were tried. */
  readonly audited: number;
  readonly tried: number;
  /** Engines that cannot use some of the audited pages, most pages first. */
  readonly closed: readonly { readonly name: string; readonly pages: number }[];
  readonly fixes: readonly { readonly title: string; readonly effect: Estimate; readonly pages: number }[];
};

/** Where the figures of a part come from: which pack, in which version, as of which day. */
export type SourceLine = {
  readonly part: "readiness" | "exposure" | "compliance" | "visibility" | "plan";
  readonly version: string;
  readonly asOf: IsoDate;
};

/** Everything that the overview, the report page, its print and its PDF show. Parts that were never assessed are null. */
export type ReadinessReport = {
  readonly organization: string;
  readonly asOf: IsoDate;
  readonly headline: Reason;
  readonly reasons: readonly Reason[];
  readonly summary: readonly Reason[];
  readonly readiness: ReadinessFigures | null;
  readonly pillars: readonly PillarLine[];
  readonly strengths: readonly string[];
  readonly blockers: readonly Blocker[];
  readonly exposure: ExposureFigures | null;
  readonly duties: DutyFigures | null;
  readonly visibility: VisibilityFigures | null;
  readonly plan: PlanFigures | null;
  readonly changed: {
    readonly number: number;
    readonly summary: string;
    readonly changes: readonly ItemChange[];
  } | null;
  readonly sources: readonly SourceLine[];
};
