import { organization, facts as organizationFacts, systems } from "#app/demonstration/organization.ts";
import { answers, decision } from "#app/demonstration/readiness.ts";
import { assessCompliance } from "#app/domain/compliance/assess-compliance.ts";
import type { ActivityExposure, ExposureAssessment, RoleExposure } from "#app/domain/exposure/exposure-assessment.ts";
import { estimate, exactly } from "#app/domain/kernel/estimate.ts";
import type { RoleId } from "#app/domain/kernel/ids.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import type { PlanFacts } from "#app/domain/planning/facts.ts";
import type { PlanConstraints } from "#app/domain/planning/plan.ts";
import { startingConstraints } from "#app/domain/planning/settings.ts";
import { assessReadiness } from "#app/domain/readiness/assess-readiness.ts";
import type { VisibilityAudit } from "#app/domain/visibility/visibility-audit.ts";
import { interventions } from "#app/knowledge/interventions/index.ts";
import { obligations } from "#app/knowledge/obligations/index.ts";
import { readiness } from "#app/knowledge/readiness/index.ts";

const asOf = "2026-11-22" as IsoDate;

/** An activity of which a known share can be handed over. */
export function anActivity(over: {
  activity: string;
  label: string;
  automatable: number;
  augmentable: number;
  weight?: number;
}) {
  const human = 1 - over.automatable - over.augmentable;
  const share = (value: number) => estimate(value, Math.max(0, value - 0.08), Math.min(1, value + 0.08));
  const exposure: ActivityExposure & { contribution: number } = {
    activity: over.activity,
    label: over.label,
    weight: over.weight ?? 0.3,
    automatable: share(over.automatable),
    augmentable: share(over.augmentable),
    human: share(human),
    score: share(over.automatable + over.augmentable),
    sources: [],
    tasks: 5,
    wouldChange: "own-labels",
    contribution: 0.1,
  };
  return exposure;
}

export function aRoleExposure(
  over: Omit<Partial<RoleExposure>, "id"> & { id: string; title: string; soc: string; headcount: number },
): RoleExposure {
  const { soc, id, ...rest } = over;
  const hours = over.headcount * 1_700;
  return {
    state: "matched",
    match: { soc, onet: `${soc}.00`, title: over.title, probability: 0.9, confirmed: true },
    candidates: [],
    assessable: true,
    score: estimate(0.5, 0.42, 0.58),
    today: estimate(0.3, 0.2, 0.4),
    automatable: estimate(0.2, 0.15, 0.25),
    augmentable: estimate(0.3, 0.25, 0.35),
    human: estimate(0.5, 0.42, 0.58),
    hours,
    hoursExposed: exactly(hours / 2),
    payroll: null,
    payrollExposed: null,
    raterSd: 0.05,
    drivers: [],
    redeployment: [],
    ...rest,
    id: id as RoleId,
  };
}

const invoices = anActivity({
  activity: "4.A.2.a.3.I01",
  label: "Check documents and records",
  automatable: 0.45,
  augmentable: 0.3,
});
const letters = anActivity({
  activity: "4.A.4.a.3.I01",
  label: "Answer customers in writing",
  automatable: 0.15,
  augmentable: 0.6,
});
const hiring = anActivity({
  activity: "4.A.4.c.2.I01",
  label: "Assess applicants",
  automatable: 0.4,
  augmentable: 0.3,
});

/** An exposure result of four roles whose figures are ours: for tests of what follows from it. */
export function anExposure(over: Partial<ExposureAssessment> = {}): ExposureAssessment {
  return {
    asOf,
    currency: "EUR",
    totals: null,
    unconfirmed: [],
    unmatched: [],
    notAssessable: [],
    roles: [
      aRoleExposure({ id: "r1", title: "Accounts payable clerk", soc: "43-3031", headcount: 9, drivers: [invoices] }),
      aRoleExposure({ id: "r2", title: "Customer service agent", soc: "43-4051", headcount: 24, drivers: [letters] }),
      aRoleExposure({ id: "r3", title: "Recruiter", soc: "13-1071", headcount: 5, drivers: [hiring] }),
      aRoleExposure({
        id: "r4",
        title: "Warehouse operative",
        soc: "53-7065",
        headcount: 62,
        augmentable: estimate(0.05, 0, 0.1),
        automatable: estimate(0.05, 0, 0.1),
      }),
    ],
    timeline: { scenario: "central", points: [] },
    knowledge: { pack: "occupations", version: "test" },
    ...over,
  };
}

/** The demonstration's duties and readiness by the real engines, with an exposure of ours and a site with two faults. */
export function planFacts(over: Partial<PlanFacts> = {}): PlanFacts {
  const respondent = { respondent: "director", group: "executive" as const, answeredOn: asOf };
  return {
    asOf,
    roles: anExposure().roles.map(({ id, title, headcount }) => ({ id, title, headcount })),
    exposure: anExposure(),
    compliance: assessCompliance(
      { org: organizationFacts, systems: systems.map(({ name, facts }, at) => ({ id: `system-${at}`, name, facts })) },
      obligations,
      asOf,
    ),
    readiness: assessReadiness(
      {
        asOf,
        decision,
        scope: "full",
        answers: Object.entries(answers).map(([question, { level, evidence }]) => ({
          question,
          level,
          evidence,
          ...respondent,
        })),
        feeds: [],
        weights: {},
      },
      readiness,
    ),
    visibility: anAudit(),
    posteriors: {},
    perEuro: 1,
    ...over,
  };
}

export function anAudit(): VisibilityAudit {
  const file = { state: "absent", url: "", detail: "", problems: [], entries: 0 } as const;
  const fix = (check: string, title: string, effect: number, gate: boolean) => ({
    id: `fix-${check}`,
    check,
    title,
    text: title,
    diff: null,
    pages: [organization.website],
    effect: estimate(effect, effect / 2, effect * 1.5),
    effort: "hours" as const,
    evidenceGrade: "strong" as const,
    gate,
  });
  return {
    homepage: organization.website,
    asOf,
    packVersion: "test",
    score: estimate(52, 46, 58),
    quality: estimate(60, 54, 66),
    qualityBestEvidence: 61,
    sensitivity: [],
    engines: [],
    pages: [],
    weakest: [],
    byRole: [],
    robots: { state: "read", detail: "", pages: [], rows: [], notes: [] },
    sitemap: file,
    llmsTxt: file,
    fixes: [
      fix("search-agents-allowed", "Search agents may fetch the page", 9, true),
      fix("freshness", "Recent, and honest about it", 3, false),
    ],
    findings: [],
    notMeasured: [],
  };
}

/** Constraints of a firm of 340, wide enough for what is mandatory. */
export function planConstraints(over: Partial<PlanConstraints> = {}): PlanConstraints {
  const start = startingConstraints([{ headcount: 340 }], interventions, [], "EUR", 1);
  return { ...start, ...over };
}
