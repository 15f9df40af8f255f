import { daysBetween } from "../kernel/iso-date.ts";
import type { ReadinessAssessment } from "../readiness/assessment.ts";
import { leastScoreOf } from "../readiness/score-question.ts";
import { planFigures } from "./action-lines.ts";
import { dutyFigures } from "./duty-lines.ts";
import { headline, reasonsFor } from "./headline.ts";
import type {
  ExposureFigures,
  ReadinessFigures,
  ReadinessReport,
  SourceLine,
  VisibilityFigures,
} from "./readiness-report.ts";
import type { ReportInputs } from "./report-inputs.ts";
import { roleLines } from "./role-lines.ts";
import { deterministicSummary } from "./summary.ts";

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
