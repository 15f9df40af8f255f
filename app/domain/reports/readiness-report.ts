import type { Estimate } from "../kernel/estimate.ts";
import { daysBetween, type IsoDate } from "../kernel/iso-date.ts";
import type { Currency } from "../kernel/money.ts";
import type { ItemChange } from "../planning/plan.ts";
import type { Blocker, ReadinessAssessment, Verdict } from "../readiness/assessment.ts";
import type { Level, PillarId } from "../readiness/pack.ts";
import { leastScoreOf } from "../readiness/score-question.ts";
import { type PlanFigures, planFigures } from "./action-lines.ts";
import { type DutyFigures, dutyFigures } from "./duty-lines.ts";
import { headline, reasonsFor } from "./headline.ts";
import type { Reason } from "./reason.ts";
import type { ReportInputs } from "./report-inputs.ts";
import { type RoleLine, roleLines } from "./role-lines.ts";
import { deterministicSummary } from "./summary.ts";

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

/** Reads stored results into the view model. Nothing is computed again and nothing is filled in. */
export function interpret(inputs: ReportInputs): ReadinessReport {
  const { readiness } = inputs;
  const titles = new Map(readiness?.pillars.map(({ pillar, title }) => [pillar, title]));
  const known = {
    organization: inputs.organization,
    asOf: inputs.asOf,
    readiness: readiness === null ? null : readinessFigures(readiness, inputs.earlierReadiness),
    pillars: (readiness?.pillars ?? []).map(({ pillar, title, score, level, target }) => ({
      id: pillar,
      title,
      estimate: score,
      level,
      target: leastScoreOf(target),
    })),
    strengths: (readiness?.strengths ?? []).map((id) => titles.get(id) ?? id),
    blockers: readiness?.blockers ?? [],
    exposure: exposureFigures(inputs),
    duties: inputs.compliance === null ? null : dutyFigures(inputs.compliance, inputs),
    visibility: visibilityFigures(inputs),
    plan: inputs.plan === null ? null : planFigures(inputs.plan, inputs.asOf),
    changed:
      inputs.changed?.diff == null
        ? null
        : { number: inputs.changed.number, summary: inputs.changed.diff.summary, changes: inputs.changed.diff.changes },
    sources: sourcesOf(inputs),
  };
  return { ...known, headline: headline(known), reasons: reasonsFor(known), summary: deterministicSummary(known) };
}

function readinessFigures(now: ReadinessAssessment, before: ReadinessAssessment | null): ReadinessFigures {
  const points = now.score && before?.score ? now.score.value - before.score.value : null;
  return {
    score: now.score,
    verdict: now.verdict.answer,
    decision: now.verdict.decisionTitle,
    chance: now.verdict.chance,
    gaps: now.verdict.gaps.map(({ title }) => title),
    scope: now.scope,
    coverage: now.coverage,
    change:
      points === null || before === null
        ? null
        : { points, since: before.asOf, days: daysBetween(before.asOf, now.asOf) },
  };
}

function exposureFigures({ exposure, seesPeople }: ReportInputs): ExposureFigures | null {
  if (exposure === null || exposure.totals === null) return null;
  const { totals } = exposure;
  return {
    score: totals.score,
    automatable: totals.automatable,
    augmentable: totals.augmentable,
    human: totals.human,
    hoursExposed: totals.hoursExposed,
    payrollExposed: totals.payrollExposed,
    currency: exposure.currency,
    coverage: totals.coverage,
    unconfirmedRoles: exposure.unconfirmed.length + exposure.unmatched.length,
    notAssessable: exposure.notAssessable.length,
    ...roleLines(exposure, seesPeople),
  };
}

function visibilityFigures({ visibility }: ReportInputs): VisibilityFigures | null {
  if (visibility === null) return null;
  const audited = visibility.pages.filter(({ state }) => state === "audited");
  const closed = visibility.engines
    .map(({ engine, name }) => ({
      name,
      pages: audited.filter((page) => page.engines.some((gate) => gate.engine === engine && gate.eligibility === 0))
        .length,
    }))
    .filter(({ pages }) => pages > 0)
    .sort((a, b) => b.pages - a.pages || (a.name < b.name ? -1 : 1));
  return {
    homepage: visibility.homepage,
    asOf: visibility.asOf,
    score: visibility.score,
    audited: audited.length,
    tried: visibility.pages.length,
    closed,
    fixes: visibility.fixes.slice(0, 5).map(({ title, effect, pages }) => ({ title, effect, pages: pages.length })),
  };
}

function sourcesOf(inputs: ReportInputs): readonly SourceLine[] {
  const { readiness, exposure, compliance, visibility, plan } = inputs;
  return [
    ...(readiness ? [{ part: "readiness" as const, version: readiness.knowledge.version, asOf: readiness.asOf }] : []),
    ...(exposure ? [{ part: "exposure" as const, version: exposure.knowledge.version, asOf: exposure.asOf }] : []),
    ...(compliance ? [{ part: "compliance" as const, version: compliance.pack.version, asOf: compliance.asOf }] : []),
    ...(visibility ? [{ part: "visibility" as const, version: visibility.packVersion, asOf: visibility.asOf }] : []),
    ...(plan ? [{ part: "plan" as const, version: plan.plan.knowledgeVersion, asOf: plan.plan.asOf }] : []),
  ];
}
