import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "#app/domain/kernel/iso-date.ts";
import { candidatesFor } from "#app/domain/planning/candidates.ts";
import { composePlan, type PlanInputs } from "#app/domain/planning/compose-plan.ts";
import { diffPlans } from "#app/domain/planning/diff-plans.ts";
import type { Plan } from "#app/domain/planning/plan.ts";
import { seedOfPlan } from "#app/domain/planning/plan-seed.ts";
import { interventions } from "#app/knowledge/interventions/index.ts";
import { highsSolver } from "#app/workers/highs.ts";
import { planConstraints, planFacts } from "#tests/builders/plan-facts.ts";

const solve = await highsSolver(3_600_000);
const facts = planFacts();

function planOn(weeks: number, current: Plan | null, over: Partial<PlanInputs> = {}): Plan {
  const asOf = addDays(facts.asOf, weeks * 7);
  const candidates = candidatesFor({ ...facts, asOf }, interventions);
  const about = { seed: 7, inputHash: "test", knowledgeVersion: "test", posteriorIds: [], effort: 0.05 };
  return composePlan({ asOf, candidates, current, constraints: planConstraints(), ...about, ...over }, solve);
}

const first = planOn(0, null);

function moved(before: Plan, after: Plan) {
  return diffPlans(before, after, "test").changes.filter(({ change }) => change !== "added" && change !== "forecast");
}

test("planning again up to twenty weeks later from the same facts is possible and moves nothing", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), (weeks) => {
      const next = planOn(weeks, first);
      expect(next.status, next.conflicts.join("; ")).not.toBe("infeasible");
      expect(moved(first, next)).toEqual([]);
    }),
    { numRuns: 20, examples: [[1], [4], [8], [20]] },
  );
});

test("planning again and again stays possible and keeps what has not begun where it is", () => {
  let current = first;
  for (let weeks = 5; weeks <= 20; weeks += 5) {
    const next = planOn(weeks, current);
    expect(next.status, next.conflicts.join("; ")).not.toBe("infeasible");
    expect(moved(current, next)).toEqual([]);
    current = next;
  }
});

test("what has begun goes on when hours are cut below what it needs", () => {
  const running = first.items.filter((item) => item.start < addDays(first.from, 21));
  const mandatory = new Set(running.filter((item) => item.mandatory).map(({ id }) => id));
  const candidates = candidatesFor({ ...facts, asOf: addDays(facts.asOf, 14) }, interventions).filter(({ id }) =>
    running.some((item) => item.id === id),
  );
  const hoursPerWeek = Object.fromEntries(Object.keys(planConstraints().hoursPerWeek).map((pool) => [pool, 0]));
  const next = planOn(2, first, { candidates, constraints: planConstraints({ hoursPerWeek }) });
  expect(mandatory.size).toBeGreaterThan(0);
  expect(next.items.map(({ id }) => id)).toEqual(expect.arrayContaining([...mandatory]));
});

test("one new belief changes the items it is about and few others, each with a reason of its own", () => {
  const belief = {
    mean: 0.7,
    sd: 0.1,
    evidence: { ownMeasured: 3, ownReported: 0, pooledMeasured: 0, pooledOrganizations: 0 },
  };
  const known = { ...facts, posteriors: { "training.ai-literacy": belief } };
  const next = planOn(0, first, { candidates: candidatesFor(known, interventions) });
  const { changes } = diffPlans(first, next, "An outcome");
  const others = changes.filter(({ id, change }) => change !== "forecast" && !id.startsWith("training.ai-literacy"));
  expect(changes.some(({ id }) => id.startsWith("training.ai-literacy"))).toBe(true);
  expect(others.length).toBeLessThanOrEqual(4);
  for (const change of others) expect(change.because, change.text).not.toBe("An outcome");
});

test("an outcome that is not enough changes forecasts and no recommendation", () => {
  const evidence = { ownMeasured: 1, ownReported: 0, pooledMeasured: 0, pooledOrganizations: 0 };
  const prior = interventions.interventions.find(({ id }) => id === "training.ai-literacy")?.prior;
  const restsOn = { mean: prior?.mean ?? 0, sd: prior?.sd ?? 0 };
  const known = { ...facts, posteriors: { "training.ai-literacy": { mean: 0.01, sd: 0.1, evidence, restsOn } } };
  const next = planOn(0, first, { candidates: candidatesFor(known, interventions) });
  const { changes } = diffPlans(first, next, "An outcome");
  expect(changes.length).toBeGreaterThan(0);
  expect(new Set(changes.map(({ change }) => change))).toEqual(new Set(["forecast"]));
});

test("the seed of a plan rests on names, not on the ids that an entry of the organization makes", () => {
  const candidates = candidatesFor(facts, interventions);
  const renamed = candidates.map((candidate) => ({
    ...candidate,
    serves: { ...candidate.serves, roles: candidate.serves.roles.map((id) => `other-${id}`) },
    why: candidate.why.map((driver) => ({ ...driver, ref: `other-${driver.ref}` })),
  }));
  const about = { asOf: facts.asOf, current: null, constraints: planConstraints(), knowledgeVersion: "test" };
  const seed = seedOfPlan({ ...about, candidates });
  expect(seedOfPlan({ ...about, candidates: renamed })).toBe(seed);
  expect(seedOfPlan({ ...about, candidates: candidates.slice(1) })).not.toBe(seed);
});

test("a plan says whether the clock cut its search off", () => {
  const cut: typeof solve = (model, options) =>
    options.whole ? { ...solve(model, options), status: "stopped" } : solve(model, options);
  const candidates = candidatesFor(facts, interventions);
  const about = { seed: 7, inputHash: "test", knowledgeVersion: "test", posteriorIds: [], effort: 0.05 };
  const inputs = { asOf: facts.asOf, candidates, current: null, constraints: planConstraints(), ...about };
  expect([composePlan(inputs, cut).truncated, first.truncated]).toEqual([true, false]);
});
