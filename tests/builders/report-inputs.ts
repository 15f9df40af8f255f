import type { ComplianceAssessment, ObligationFinding } from "#app/domain/compliance/findings.ts";
import type { ExposureAssessment, RoleExposure } from "#app/domain/exposure/exposure-assessment.ts";
import type { RoleId } from "#app/domain/kernel/ids.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import type { Plan, PlanItem } from "#app/domain/planning/plan.ts";
import type { Answer } from "#app/domain/readiness/answers.ts";
import { assessReadiness } from "#app/domain/readiness/assess-readiness.ts";
import type { ReadinessAssessment } from "#app/domain/readiness/assessment.ts";
import type { ReportInputs, StoredPlan } from "#app/domain/reports/report-inputs.ts";
import { anAnswer, aReadinessInput, aReadinessPack } from "./readiness.ts";

export const reportDay = "2026-11-22" as IsoDate;

/** An organization of which nothing is known. */
export function reportInputs(overrides: Partial<ReportInputs> = {}): ReportInputs {
  return {
    organization: "Kestrel Freight",
    asOf: reportDay,
    readiness: null,
    earlierReadiness: null,
    exposure: null,
    compliance: null,
    visibility: null,
    plan: null,
    changed: null,
    instrumentTitles: { "ai-act": "EU AI Act", hb: "Illinois HB 3773" },
    systemNames: { s1: "CV screening" },
    seesPeople: false,
    ...overrides,
  };
}

/** Readiness from the small pack, with every question at one level but for the answers given. */
export function aReadiness(level: Answer["level"], given: readonly Answer[] = []): ReadinessAssessment {
  const pack = aReadinessPack();
  const named = new Set(given.map(({ question }) => question));
  const rest = pack.questions.filter(({ id }) => !named.has(id)).map(({ id }) => anAnswer(id, level, { evidence: 4 }));
  return assessReadiness(aReadinessInput([...rest, ...given]), pack);
}

export function aDuty(overrides: Partial<ObligationFinding> = {}): ObligationFinding {
  return {
    id: "ai-act.26",
    instrument: "ai-act",
    applies: "yes",
    systems: [],
    perSystem: [],
    appliesFrom: "2027-12-02" as IsoDate,
    dateOpen: false,
    earliestPossible: false,
    state: "upcoming",
    kind: "legal_duty",
    title: "Give oversight to trained people",
    citation: "Art. 26",
    because: [{ fact: "org.workers_in", value: ["EU-DE"], rule: "in EU-DE" }],
    wouldChange: [],
    evidence: [],
    controls: [],
    verification: "secondary summary",
    ...overrides,
  };
}

export function aCompliance(obligations: readonly ObligationFinding[]): ComplianceAssessment {
  return {
    asOf: reportDay,
    pack: { version: "2026.11.22", asOf: reportDay },
    instruments: [],
    obligations,
    notApplicable: [],
    questions: [{ fact: "org.x", question: "Do you?", why: "It decides.", decides: 1, decidesDates: 0 }],
  };
}

const certain = (value: number) => ({ value, low: value, high: value });

export function anExposedRole(overrides: Partial<RoleExposure> = {}): RoleExposure {
  return {
    id: "r1" as RoleId,
    title: "Dispatcher",
    headcount: 12,
    state: "matched",
    match: null,
    candidates: [],
    assessable: true,
    automatable: certain(0.3),
    augmentable: certain(0.2),
    human: certain(0.5),
    score: { value: 0.5, low: 0.4, high: 0.6 },
    today: certain(0.3),
    hours: 20_000,
    hoursExposed: certain(10_000),
    payroll: 600_000,
    payrollExposed: certain(300_000),
    sourceSpread: { low: 0.4, high: 0.6 },
    drivers: [],
    redeployment: [],
    ...overrides,
  } as RoleExposure;
}

export function anExposure(roles: readonly RoleExposure[]): ExposureAssessment {
  return {
    asOf: reportDay,
    currency: "EUR",
    totals: {
      automatable: certain(0.12),
      augmentable: certain(0.19),
      human: certain(0.69),
      score: { value: 0.31, low: 0.27, high: 0.36 },
      headcount: 340,
      coverage: 0.9,
      hoursExposed: { value: 180_000, low: 150_000, high: 210_000 },
      payrollExposed: null,
      payKnown: 1,
    },
    unconfirmed: [],
    unmatched: [],
    notAssessable: [],
    roles,
    timeline: { scenario: "central", points: [] },
    knowledge: { pack: "occupations", version: "30.1-1" },
  } as unknown as ExposureAssessment;
}

export function aPlanItem(overrides: Partial<PlanItem> = {}): PlanItem {
  return {
    id: "course:dispatch",
    interventionId: "course",
    kind: "training",
    title: "Practice-based course for dispatch",
    subject: "dispatch",
    details: [],
    mode: { id: "internal", title: "With your own trainer" },
    owner: "Head of dispatch",
    start: "2027-01-04" as IsoDate,
    finish: "2027-02-12" as IsoDate,
    onTime: 0.8,
    hours: { learning: 120, it: 8 },
    cost: 4_000,
    monthly: { value: 2_400, low: 900, high: 4_000 },
    forecast: {
      interventionId: "course",
      measure: "tasks",
      scale: "smd",
      effect: { value: 0.26, low: 0, high: 0.6 },
      sd: 0.1,
      statedOn: reportDay,
    },
    why: [{ kind: "exposure", text: "Half of dispatch hours are exposed.", ref: "r1" }],
    serves: { obligations: [], roles: ["r1"], systems: [], fixes: [], blockers: [] },
    requires: [],
    excluded: [],
    mandatory: false,
    deadline: null,
    pinned: false,
    ...overrides,
  };
}

export function aStoredPlan(items: readonly PlanItem[], overrides: Partial<StoredPlan> = {}): StoredPlan {
  const plan: Plan = {
    asOf: reportDay,
    from: "2026-11-23" as IsoDate,
    periods: 13,
    budget: { quarterFrom: "2026-11-23" as IsoDate, carried: 0 },
    currency: "EUR",
    status: "optimal",
    items,
    leftOut: [],
    load: [],
    totals: { hours: 128 * items.length, cost: 4_000 * items.length },
    value: 0,
    upperBound: 0,
    gap: 0,
    conflicts: [],
    seed: 1,
    inputHash: "x",
    knowledgeVersion: "2026.11",
    posteriorIds: [],
  };
  return { number: 3, status: "proposed", because: "First plan", plan, diff: null, ...overrides };
}
