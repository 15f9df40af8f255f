import type { OrganizationId, PlanVersionId } from "#app/domain/kernel/ids.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import type { Plan, PlanItem } from "#app/domain/planning/plan.ts";
import type { PlanVersion } from "#db/repositories/plans.server.ts";

const stated = "2026-11-22" as IsoDate;

/** A training whose forecast is the prior of its intervention, done by February. */
export function aPlanItem(over: Partial<PlanItem> = {}): PlanItem {
  return {
    id: "training.ai-literacy",
    interventionId: "training.ai-literacy",
    kind: "training",
    title: "AI literacy for everybody",
    subject: "",
    details: [],
    mode: { id: "cohort", title: "In groups" },
    owner: "Head of people",
    start: "2026-12-01" as IsoDate,
    finish: "2027-02-15" as IsoDate,
    onTime: 0.8,
    hours: { learning: 200 },
    cost: 4_000,
    monthly: { value: 900, low: 200, high: 1_600 },
    forecast: {
      interventionId: "training.ai-literacy",
      measure: "gain in a work test without AI (0.2 small, 0.8 large)",
      scale: "smd",
      effect: { value: 0.38, low: -0.11, high: 0.87 },
      sd: 0.3,
      statedOn: stated,
    },
    why: [],
    serves: { obligations: [], roles: [], systems: [], fixes: [], blockers: [] },
    requires: [],
    excluded: [],
    mandatory: false,
    deadline: null,
    pinned: false,
    ...over,
  };
}

/** A plan of two trainings, both over by summer. */
export function aPlan(over: Partial<Plan> = {}): Plan {
  const refresh = aPlanItem({
    id: "training.refresh",
    interventionId: "training.refresh",
    title: "Refreshers",
    start: "2027-01-10" as IsoDate,
    finish: "2027-07-01" as IsoDate,
  });
  return {
    asOf: stated,
    from: "2026-11-23" as IsoDate,
    periods: 13,
    budget: { quarterFrom: "2026-11-23" as IsoDate, carried: 0 },
    currency: "EUR",
    status: "feasible",
    items: [aPlanItem(), refresh],
    leftOut: [],
    load: [],
    totals: { hours: 400, cost: 8_000 },
    value: 10_000,
    upperBound: 10_500,
    gap: 0.05,
    conflicts: [],
    seed: 1,
    inputHash: "test",
    knowledgeVersion: "test",
    posteriorIds: [],
    ...over,
  };
}

/** The plan as the approved first version of an organization. */
export function aPlanVersion(over: {
  readonly id: PlanVersionId;
  readonly organizationId: OrganizationId;
  readonly plan: Plan;
}): PlanVersion {
  return {
    ...over,
    number: 1,
    basedOn: null,
    status: "approved",
    diff: null,
    because: "First plan",
    causedBy: null,
    knowledgeVersion: "test",
    inputHash: "test",
    input: {} as PlanVersion["input"],
    seed: 1,
    asOf: stated,
    createdAt: new Date("2026-11-22T10:00:00Z"),
    createdBy: "test",
    decidedAt: new Date("2026-11-23T10:00:00Z"),
    decidedBy: "test",
  };
}
