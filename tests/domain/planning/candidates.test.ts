import { expect, test } from "vitest";
import { candidatesFor } from "#app/domain/planning/candidates.ts";
import { familyOf } from "#app/domain/planning/groups.ts";
import { upskillingOf } from "#app/domain/planning/upskilling.ts";
import { interventions } from "#app/knowledge/interventions/index.ts";
import { planFacts } from "#tests/builders/plan-facts.ts";

const facts = planFacts();
const candidates = candidatesFor(facts, interventions);
const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));

test("blockers of the readiness result are cleared by mandatory actions with a date", () => {
  expect(byId.get("readiness.owner")).toMatchObject({ mandatory: true, deadline: "2027-05-23" });
  expect(byId.get("readiness.baseline")).toMatchObject({ mandatory: true, requires: ["readiness.owner"] });
});

test("literacy training comes for every group when Art. 4 applies, and names the duty", () => {
  const literacy = candidates.filter((candidate) => candidate.interventionId === "training.ai-literacy");
  expect(literacy.map((candidate) => candidate.families)).toEqual([["operations"], ["customer"], ["finance"], ["hr"]]);
  expect(literacy[0]?.serves.obligations).toContain("eu-ai-act.art4");
});

test("controls serve the duties that apply, and those in force are due within half a year", () => {
  const inventory = byId.get("control.inventory");
  expect(inventory?.mandatory).toBe(true);
  expect(inventory?.serves.obligations.length).toBeGreaterThan(1);
  expect(inventory?.why.some((driver) => driver.kind === "compliance")).toBe(true);
});

test("work that decides about people keeps a person: the modes without one are taken away, with the duty as reason", () => {
  const hiring = candidates.find(
    (candidate) => candidate.kind === "workflow" && candidate.subject === "Assess applicants",
  );
  expect(hiring?.interventionId).toBe("workflow.shared-drafting");
  expect(hiring?.excluded.some((one) => one.mode.startsWith("AI does it") && one.because.includes("review"))).toBe(
    true,
  );
});

test("an organization of which nothing is known gets no candidates", () => {
  expect(
    candidatesFor(planFacts({ exposure: null, compliance: null, readiness: null, visibility: null }), interventions),
  ).toEqual([]);
});

test("what outcomes taught replaces the prior and is named among the reasons", () => {
  const evidence = { ownMeasured: 2, ownReported: 1, pooledMeasured: 0, pooledOrganizations: 0 };
  const taught = candidatesFor(
    planFacts({ posteriors: { "workflow.retrieval": { mean: 12, sd: 1, evidence } } }),
    interventions,
  );
  const before = byId.get("workflow.retrieval");
  const after = taught.find((candidate) => candidate.id === "workflow.retrieval");
  expect(after?.forecast.effect.value).toBe(12);
  expect(after?.modes[0]?.monthly.mean).toBeCloseTo(2 * (before?.modes[0]?.monthly.mean ?? 0), 6);
  expect(after?.why.some((driver) => driver.kind === "evidence" && driver.text.startsWith("3 recorded outcomes"))).toBe(
    true,
  );
});

test("a belief without evidence enough is forecast and shown, and the plan goes on deciding by what it rested on", () => {
  const evidence = { ownMeasured: 1, ownReported: 0, pooledMeasured: 0, pooledOrganizations: 0 };
  const before = byId.get("workflow.retrieval");
  const prior = interventions.interventions.find(({ id }) => id === "workflow.retrieval")?.prior;
  const restsOn = { mean: prior?.mean ?? 0, sd: prior?.sd ?? 0 };
  const after = candidatesFor(
    planFacts({ posteriors: { "workflow.retrieval": { mean: 12, sd: 1, evidence, restsOn } } }),
    interventions,
  ).find(({ id }) => id === "workflow.retrieval");
  expect(after?.forecast.effect.value).toBe(12);
  expect(after?.modes[0]?.monthly.mean).toBeGreaterThan(before?.modes[0]?.monthly.mean ?? Number.POSITIVE_INFINITY);
  expect(after?.modes[0]?.decidedBy).toEqual(before?.modes[0]?.monthly);
  expect(after?.why.some(({ text }) => text.startsWith("Not enough evidence yet"))).toBe(true);
});

test("money follows the organization's currency", () => {
  const doubled = candidatesFor(planFacts({ perEuro: 2 }), interventions).find((one) => one.id === "control.security");
  expect(doubled?.modes[0]?.cash).toBe(2 * (byId.get("control.security")?.modes[0]?.cash ?? 0));
});

test("the longest prefix decides a role's family", () => {
  expect(familyOf("13-1071", interventions.families)?.id).toBe("hr");
  expect(familyOf("13-1199", interventions.families)?.id).toBe("office");
  expect(familyOf("43-4051", interventions.families)?.id).toBe("customer");
  expect(familyOf(null, interventions.families)).toBeNull();
});

test("everything required is offered too, and nothing waits for itself", () => {
  for (const candidate of candidates)
    for (const id of candidate.requires) {
      expect(byId.has(id), `${candidate.id} requires ${id}`).toBe(true);
      expect(id).not.toBe(candidate.id);
    }
});

test("upskilling is by group of roles, with hours for each and its modules", () => {
  const plan = { items: [] as never[] };
  const groups = upskillingOf({ ...plan } as never, facts, interventions);
  expect(groups.map((group) => [group.id, group.headcount])).toEqual([
    ["operations", 62],
    ["customer", 24],
    ["finance", 9],
    ["hr", 5],
  ]);
});

test("refreshers wait for the first course of every group", () => {
  const literacy = candidates
    .filter((candidate) => candidate.interventionId === "training.ai-literacy")
    .map((one) => one.id);
  expect(byId.get("training.refresh")?.requires).toEqual(literacy);
});
