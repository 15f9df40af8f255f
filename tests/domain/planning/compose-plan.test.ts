import { expect, test } from "vitest";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { candidatesFor } from "#app/domain/planning/candidates.ts";
import { composePlan, type PlanInputs } from "#app/domain/planning/compose-plan.ts";
import { diffPlans } from "#app/domain/planning/diff-plans.ts";
import { headlineOf } from "#app/domain/planning/plan-headline.ts";
import { interventions } from "#app/knowledge/interventions/index.ts";
import { highsSolver } from "#app/workers/highs.ts";
import { planConstraints, planFacts } from "#tests/builders/plan-facts.ts";

const solve = await highsSolver(3_600_000);
const facts = planFacts();
const candidates = candidatesFor(facts, interventions);

function inputs(over: Partial<PlanInputs> = {}): PlanInputs {
  const constraints = planConstraints();
  const rest = { current: null, seed: 7, inputHash: "test", knowledgeVersion: "test", posteriorIds: [], effort: 0.1 };
  return { asOf: facts.asOf, candidates, constraints, ...rest, ...over };
}

const plan = composePlan(inputs(), solve);

test("every mandatory candidate is in the plan and done by its date", () => {
  const items = new Map(plan.items.map((item) => [item.id, item]));
  for (const candidate of candidates.filter((one) => one.mandatory)) {
    const item = items.get(candidate.id);
    expect(item, candidate.id).toBeDefined();
    if (item !== undefined && candidate.deadline !== null)
      expect(item.finish <= candidate.deadline, candidate.id).toBe(true);
  }
});

test("nothing starts before what it waits for is done, and no pool is overdrawn", () => {
  const finish = new Map(plan.items.map((item) => [item.id, item.finish]));
  for (const item of plan.items)
    for (const id of item.requires)
      expect((finish.get(id) ?? "9999") <= item.start, `${item.id} after ${id}`).toBe(true);
  for (const pool of plan.load)
    for (const period of pool.periods) expect(period.used).toBeLessThanOrEqual(period.capacity + 0.05);
});

test("the work changes only after representatives were consulted", () => {
  const consultation = plan.items.find((item) => item.id === "control.consultation");
  const changes = plan.items.filter((item) => item.kind === "workflow" && item.id.includes("~"));
  expect(consultation).toBeDefined();
  expect(changes.length).toBeGreaterThan(0);
  for (const item of changes) expect(item.requires).toContain("control.consultation");
});

test("the same inputs give the same plan, to the byte", () => {
  expect(JSON.stringify(composePlan(inputs(), solve))).toBe(JSON.stringify(plan));
});

test("its headline says what comes first and what it takes", () => {
  const headline = headlineOf(plan, facts.asOf);
  expect(headline).toMatchObject({ blockers: 2, items: plan.items.length, cost: plan.totals.cost, currency: "EUR" });
  expect(headline.work.length).toBeGreaterThan(0);
  expect(headline.overdue).toBe(false);
});

test("blockers that stand past their day are overdue, and cleared ones are not counted", () => {
  const [blocker] = plan.items.flatMap((item) => item.serves.blockers);
  if (blocker === undefined) throw new Error("no blockers");
  expect(headlineOf(plan, "2028-01-01" as IsoDate, new Set([blocker]))).toMatchObject({ blockers: 1, overdue: true });
  expect(headlineOf(plan, "2028-01-01" as IsoDate, new Set())).toMatchObject({ blockers: 0, overdue: false });
});

test("what a person keeps out stays out, and what is kept in stays in the mode that was asked for", () => {
  const out = "visibility.open-doors";
  const pins = [
    { action: out, keep: "out" as const },
    { action: "workflow.retrieval", keep: "in" as const, mode: "all" },
  ];
  const pinned = composePlan(inputs({ constraints: planConstraints({ pins }) }), solve);
  expect(pinned.items.map((item) => item.id)).not.toContain(out);
  expect(pinned.leftOut).toContainEqual(expect.objectContaining({ id: out, because: "You keep it out" }));
  expect(pinned.items.find((item) => item.id === "workflow.retrieval")).toMatchObject({
    pinned: true,
    mode: { id: "all" },
  });
});

test("nobody works on the plan while it is frozen", () => {
  const freeze = [{ from: "2026-12-14" as IsoDate, to: "2027-01-18" as IsoDate, why: "peak" }];
  const frozen = composePlan(inputs({ constraints: planConstraints({ freeze }) }), solve);
  expect(frozen.status).not.toBe("infeasible");
  for (const item of frozen.items) expect(item.start < "2026-12-21" || item.start > "2027-01-17", item.id).toBe(true);
});

test("says what conflicts when nobody has time for what is mandatory", () => {
  const hoursPerWeek = { ...planConstraints().hoursPerWeek, compliance: 1 };
  const stuck = composePlan(inputs({ constraints: planConstraints({ hoursPerWeek }) }), solve);
  expect(stuck.status).toBe("infeasible");
  expect(stuck.items).toEqual([]);
  expect(stuck.conflicts.join("\n")).toMatch(/There is 1 hour a week for compliance/);
});

test("says what the budget is and what the actions cost when there is too little money", () => {
  const broke = composePlan(
    inputs({ constraints: planConstraints({ budgetByQuarter: [400], currency: "SEK" }) }),
    solve,
  );
  expect(broke.status).toBe("infeasible");
  expect(broke.conflicts.join("\n")).toMatch(
    /The budget released by \d{4}-\d\d-\d\d is SEK\s[\d,]+, and these actions cost at least SEK\s[\d,]+/,
  );
  expect(broke.conflicts.join("\n")).toMatch(/“.+” must be done by \d{4}-/);
  expect(broke.conflicts.join("\n")).not.toMatch(/in cash/);
});

test("a higher price of change keeps the plan calmer", () => {
  const halved = planFacts({
    posteriors: {
      "training.ai-literacy": {
        mean: 0.2,
        sd: 0.1,
        evidence: { ownMeasured: 3, ownReported: 0, pooledMeasured: 0, pooledOrganizations: 0 },
      },
    },
  });
  const next = (changeCost: number) =>
    composePlan(
      inputs({
        candidates: candidatesFor(halved, interventions),
        current: plan,
        constraints: planConstraints({ changeCost }),
      }),
      solve,
    );
  const moves = (changeCost: number) =>
    diffPlans(plan, next(changeCost), "test").changes.filter((change) => change.change !== "forecast").length;
  expect(moves(50_000)).toBeLessThanOrEqual(moves(0));
  expect(moves(50_000)).toBe(0);
});

test("a diff of equal plans is empty; one against nothing adds everything", () => {
  expect(diffPlans(plan, plan, "test").changes).toEqual([]);
  const first = diffPlans(null, plan, "the first plan");
  expect(first.changes.every((change) => change.change === "added" && change.because.length > 0)).toBe(true);
  expect(first.summary).toBe(`${plan.items.length} added; 0 unchanged`);
});

test("a diff says in words what moved, changed and went, with the reason", () => {
  const [first, second, third, ...rest] = plan.items;
  if (first === undefined || second === undefined || third === undefined) throw new Error("too few items");
  const after = {
    ...plan,
    items: [
      { ...first, start: "2027-06-07" as IsoDate },
      { ...second, mode: { id: "other", title: "Another way" } },
      ...rest,
    ],
    leftOut: [{ id: third.id, title: third.title, because: "No hours left" }],
  };
  const { changes, unchanged } = diffPlans(plan, after, "An outcome came in");
  expect(changes.map((change) => change.change)).toEqual(["moved", "mode", "dropped"]);
  expect(changes[0]?.text).toContain("starts later");
  expect(changes[0]?.because).toBe("An outcome came in");
  expect(changes[2]?.because).toBe("No hours left");
  expect(unchanged).toBe(rest.length);
});

test("a later plan keeps what is done and lets what is running go on as it was", () => {
  const later = "2027-02-03" as IsoDate;
  const again = composePlan(inputs({ asOf: later, current: plan }), solve);
  const now = new Map(again.items.map((item) => [item.id, item]));
  const before = plan.items.filter((item) => item.start < later);
  expect(before.some((item) => item.finish <= later)).toBe(true);
  expect(before.some((item) => item.finish > "2027-02-08")).toBe(true);
  for (const item of before) {
    const { start, finish, mode } = now.get(item.id) ?? {};
    expect({ id: item.id, start, finish, mode }).toEqual({
      id: item.id,
      start: item.start,
      finish: item.finish,
      mode: item.mode,
    });
  }
  expect(again.status).not.toBe("infeasible");
});

test("a promised date does not move away when the plan is made again", () => {
  const pushed = candidates.map((one) => (one.deadline === null ? one : { ...one, deadline: "2027-09-01" as IsoDate }));
  const again = composePlan(inputs({ candidates: pushed, current: plan }), solve);
  const owner = again.items.find((item) => item.id === "readiness.owner");
  expect(owner?.deadline).toBe("2027-05-23");
});
