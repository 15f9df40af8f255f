import { expect, test } from "vitest";
import { loadNotApplicable } from "#app/services/compliance/load-not-applicable.server.ts";
import { loadObligation } from "#app/services/compliance/load-obligation.server.ts";
import { loadObligations } from "#app/services/compliance/load-obligations.server.ts";
import { runComplianceAssessment } from "#app/services/compliance/run-compliance-assessment.server.ts";
import { saveFacts } from "#app/services/compliance/save-facts.server.ts";
import { addSystem } from "#app/services/systems/add-system.server.ts";
import { findLatestComplianceAssessment } from "#db/repositories/compliance.server.ts";
import { aComplianceDesk } from "#tests/builders/compliance-deps.ts";
import { day } from "#tests/builders/obligations.ts";

type Desk = Awaited<ReturnType<typeof aComplianceDesk>>;

/** A German employer of 200 that screens applications with a tool whose design will change. */
async function describe({ deps, actor }: Desk) {
  const places = ["EU-DE"];
  await saveFacts(deps, actor, [
    { fact: "org.established_in", value: places, version: 0 },
    { fact: "org.workers_in", value: places, version: 0 },
    { fact: "org.recruits_in", value: places, version: 0 },
    { fact: "org.public_body", value: false, version: 0 },
    { fact: "org.headcount", value: 200, version: 0 },
  ]);
  const facts = {
    "system.is_ai": true,
    "system.uses": ["recruit.screening"],
    "system.roles": ["deployer"],
    "system.used_in": places,
    "system.influence": "material",
    "system.first_placed": "2025",
    "system.significant_design_change_planned_after_hr_date": true,
  };
  const draft = { name: "Applicant screening", vendor: null, purpose: null, catalogueId: null, facts };
  const added = await addSystem(deps, actor, { draft });
  if (!added.ok) throw new Error(added.failure.kind);
  return added.value;
}

test("nothing answered: no duty is counted as applying, and every one stays open", async () => {
  await using desk = await aComplianceDesk();
  const view = await loadObligations(desk.deps, desk.actor, {});
  expect(view).toMatchObject({
    ok: true,
    value: { counts: { inForce: 0, upcoming: 0 }, inventory: "unanswered", kept: null },
  });
});

test("says which answers contradict each other, and for which system", async () => {
  await using desk = await aComplianceDesk();
  await describe(desk);
  const facts = { "system.influence": "sole", "system.human_review": "meaningful", "system.uses": ["recruiting"] };
  const draft = { name: "Odd tool", vendor: null, purpose: null, catalogueId: null, facts };
  await addSystem(desk.deps, desk.actor, { draft });
  await saveFacts(desk.deps, desk.actor, [{ fact: "org.headcount_in", value: { "EU-DE": 300 }, version: 0 }]);
  const view = await loadObligations(desk.deps, desk.actor, {});
  expect(view.ok && view.value.doubts).toEqual({
    contradictions: [
      { kind: "more-people-by-place", system: null },
      { kind: "alone-but-reviewed", system: "Odd tool" },
    ],
    unrecognised: [{ label: "Used for", value: "recruiting" }],
  });
});

test("groups duties by state and date, and another day moves them", async () => {
  await using desk = await aComplianceDesk();
  await describe(desk);
  const today = await loadObligations(desk.deps, desk.actor, { law: "eu-ai-act" });
  const later = await loadObligations(desk.deps, desk.actor, { law: "eu-ai-act", asOf: day("2027-12-02") });
  if (!today.ok || !later.ok) throw new Error("forbidden");
  const where = (view: typeof today.value) =>
    view.groups.find(({ duties }) => duties.some(({ id }) => id === "eu-ai-act.art26-1"))?.group;
  expect([where(today.value), where(later.value)]).toEqual(["upcoming", "in_force"]);
  const [duty] = today.value.groups.flatMap(({ duties }) => duties.filter(({ id }) => id === "eu-ai-act.art26-1"));
  expect(duty).toMatchObject({
    appliesFrom: "2027-12-02",
    daysLeft: 375,
    systems: ["Applicant screening"],
    lawTitle: "EU Artificial Intelligence Act, as amended by the Digital Omnibus on AI",
    verification: "secondary text quoting the law",
  });
  expect(today.value.groups.flatMap(({ duties }) => duties).every(({ law }) => law === "eu-ai-act")).toBe(true);
});

test("filters by state and by system", async () => {
  await using desk = await aComplianceDesk();
  const id = await describe(desk);
  const upcoming = await loadObligations(desk.deps, desk.actor, { state: "upcoming" });
  expect(upcoming.ok && upcoming.value.groups.map(({ group }) => group)).toEqual(["upcoming"]);
  const ofSystem = await loadObligations(desk.deps, desk.actor, { system: id });
  expect(
    ofSystem.ok && ofSystem.value.groups.flatMap(({ duties }) => duties).every(({ systems }) => systems.length === 1),
  ).toBe(true);
});

test("one duty tells its deciding facts, what would change it, and the whole rule", async () => {
  await using desk = await aComplianceDesk();
  await describe(desk);
  const view = await loadObligation(desk.deps, desk.actor, "eu-ai-act.art26-1", {});
  if (!view.ok) throw new Error(view.failure.kind);
  expect(view.value).toMatchObject({ applies: "yes", group: "upcoming", appliesFrom: "2027-12-02" });
  expect(view.value.because.map(({ label }) => label)).toContain("Significant change after the EU date");
  expect(view.value.wouldChange).toHaveLength(1);
  expect(view.value.trees[0]).toMatchObject({ system: "Applicant screening", tree: { answer: "yes" } });
  expect(await loadObligation(desk.deps, desk.actor, "no-such-duty", {})).toEqual({
    ok: false,
    failure: { kind: "not-found" },
  });
});

test("the rest is answered by name, vetoed and superseded laws too", async () => {
  await using desk = await aComplianceDesk();
  await describe(desk);
  const view = await loadNotApplicable(desk.deps, desk.actor, {});
  if (!view.ok) throw new Error("forbidden");
  expect(view.value.notLaw.map(({ id }) => id)).toEqual(
    expect.arrayContaining(["us-ca-sb7", "us-co-sb24-205", "ca-aida"]),
  );
  const nyc = view.value.outside.find(({ id }) => id === "us-nyc-ll144");
  expect(nyc?.because.map(({ label }) => label)).toEqual(["Hires in", "People work in"]);
});

test("a kept assessment stays as it was, and the page says when answers have changed since", async () => {
  await using desk = await aComplianceDesk();
  await describe(desk);
  expect((await runComplianceAssessment(desk.deps, desk.actor)).ok).toBe(true);
  const fresh = await loadObligations(desk.deps, desk.actor, {});
  expect(fresh.ok && fresh.value.kept?.outdated).toBe(false);
  await saveFacts(desk.deps, desk.actor, [{ fact: "org.headcount", value: 10, version: 1 }]);
  const changed = await loadObligations(desk.deps, desk.actor, {});
  expect(changed.ok && changed.value.kept?.outdated).toBe(true);
  const kept = await findLatestComplianceAssessment(desk.deps.db, desk.actor.organizationId);
  expect(kept?.facts.org["org.headcount"]).toBe(200);
  expect(kept?.assessment.pack.version).toBe(desk.deps.knowledge.obligations.version);
});

test("a viewer reads and does not run; a learner sees nothing", async () => {
  await using viewer = await aComplianceDesk("viewer");
  expect((await loadObligations(viewer.deps, viewer.actor, {})).ok).toBe(true);
  expect(await runComplianceAssessment(viewer.deps, viewer.actor)).toEqual({
    ok: false,
    failure: { kind: "forbidden" },
  });
  const learner = { ...viewer.actor, role: "learner" as const };
  expect(await loadObligations(viewer.deps, learner, {})).toEqual({ ok: false, failure: { kind: "forbidden" } });
});
