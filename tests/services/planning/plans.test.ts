import { expect, test } from "vitest";
import { createCompute } from "#app/adapters/compute/thread-compute.ts";
import type { AssessmentId, OrganizationId } from "#app/domain/kernel/ids.ts";
import { composePlanJob } from "#app/services/planning/compose-plan-job.server.ts";
import {
  approvePlanVersion,
  rejectPlanVersion,
  revertToPlanVersion,
} from "#app/services/planning/decide-plan.server.ts";
import { loadPlan } from "#app/services/planning/load-plan.server.ts";
import { loadPlanItem } from "#app/services/planning/load-plan-item.server.ts";
import { loadPlanVersion, loadPlanVersions } from "#app/services/planning/load-plan-versions.server.ts";
import { loadUpskilling } from "#app/services/planning/load-upskilling.server.ts";
import { proposePlan } from "#app/services/planning/propose-plan.server.ts";
import { replan } from "#app/services/planning/replan.server.ts";
import { requestPlan } from "#app/services/planning/request-plan.server.ts";
import { pinPlanItem, savePlanSettings } from "#app/services/planning/save-plan-settings.server.ts";
import { loadWorkflow, loadWorkflowMermaid, loadWorkflows } from "#app/services/workflows/load-workflows.server.ts";
import { entries } from "#app/workers/entries.ts";
import type { Database } from "#db/client.server.ts";
import { findPlanOf } from "#db/repositories/plans.server.ts";
import { assessments } from "#db/schema/assessments.ts";
import { auditLog } from "#db/schema/governance.ts";
import { planVersions } from "#db/schema/plans.ts";
import { aMemberRow } from "#tests/builders/a-person.ts";
import { anOrganizationRow } from "#tests/builders/an-organization.ts";
import { planFacts } from "#tests/builders/plan-facts.ts";
import { freshDatabase } from "#tests/database/fresh-database.ts";
import { testDeps } from "#tests/fakes/test-deps.ts";

const compute = createCompute({ folder: null, entries: entries as never });

/** Stored results of three assessments, as their owners would have stored them. */
async function storeAssessments(db: Database, organizationId: OrganizationId): Promise<void> {
  const { exposure, compliance, readiness } = planFacts();
  for (const [kind, result] of Object.entries({ exposure, compliance, readiness } as const)) {
    await db.insert(assessments).values({
      id: `${organizationId}-${kind}` as AssessmentId,
      organizationId,
      kind: kind as "exposure",
      asOf: planFacts().asOf,
      knowledgeVersion: "test",
      inputHash: "test",
      input: {},
      result,
      createdAt: new Date("2026-11-22T09:00:00Z"),
      createdBy: "test",
    });
  }
}

async function aPlanningHouse(db: Database) {
  const deps = await testDeps(db, { compute });
  const { id } = await anOrganizationRow(db);
  await storeAssessments(db, id);
  const { actor: owner } = await aMemberRow(db, id);
  const propose = (because = "You asked for a plan") =>
    proposePlan(deps, { organizationId: id, because, causedBy: null, requestedBy: owner.userId, requestId: "test" });
  return { deps, owner, organizationId: id, propose };
}

test("a plan is proposed, approved, and stays when the next proposal is turned down", async () => {
  await using fresh = await freshDatabase();
  const { deps, owner, propose } = await aPlanningHouse(fresh.db);
  expect((await propose()).ok).toBe(true);
  expect(await approvePlanVersion(deps, owner, { number: 1 })).toMatchObject({ ok: true });
  expect(await approvePlanVersion(deps, owner, { number: 1 })).toEqual({
    ok: false,
    failure: { kind: "already-decided" },
  });

  await pinPlanItem(deps, owner, { action: "readiness.task-lists", pin: { keep: "out" } });
  await propose("You kept an item out");
  const second = await loadPlanVersion(deps, owner, { number: 2 });
  expect(second).toMatchObject({ ok: true, value: { head: { status: "proposed", because: "You kept an item out" } } });
  if (second.ok)
    expect(second.value.diff?.changes).toContainEqual(
      expect.objectContaining({ id: "readiness.task-lists", change: "dropped", because: "You keep it out" }),
    );
  expect(await rejectPlanVersion(deps, owner, { number: 2 })).toMatchObject({ ok: true });

  const page = await loadPlan(deps, owner);
  expect(page).toMatchObject({
    ok: true,
    value: { plan: { number: 1, proposed: false }, waiting: null, headline: { blockers: 2 } },
  });
  const log = await fresh.db.select({ action: auditLog.action }).from(auditLog);
  expect(log.map((entry) => entry.action)).toEqual([
    "plan.proposed",
    "plan.approved",
    "plan.settings-changed",
    "plan.proposed",
    "plan.rejected",
  ]);
});

test("an impossible proposal says what conflicts and leaves the version before it in sight, also its items", async () => {
  await using fresh = await freshDatabase();
  const { deps, owner, organizationId, propose } = await aPlanningHouse(fresh.db);
  await propose();
  const made = await findPlanOf(fresh.db, organizationId, "proposed");
  if (made === null) throw new Error("no plan was proposed");
  await savePlanSettings(deps, owner, { basedOn: 0, settings: { budgetByQuarter: [0] } });
  await propose("You asked for a plan with less money");

  const page = await loadPlan(deps, owner);
  expect(page).toMatchObject({
    value: { plan: { number: 1, proposed: false }, waiting: null, impossible: { number: 2, inForce: false } },
  });
  expect(page.ok && page.value.impossible?.conflicts.length).toBeGreaterThan(0);
  const [item] = made.plan.items;
  expect(await loadPlanItem(deps, owner, { item: item?.id ?? "" })).toMatchObject({ value: { number: 1 } });

  await revertToPlanVersion(deps, owner, { number: 1 });
  await propose("You asked once more");
  expect(await loadPlan(deps, owner)).toMatchObject({
    value: { plan: { number: 3, proposed: false }, impossible: { number: 4, inForce: true } },
  });
});

test("going back makes a new version equal to the old one, and can itself be undone", async () => {
  await using fresh = await freshDatabase();
  const { deps, owner, propose } = await aPlanningHouse(fresh.db);
  await propose();
  await approvePlanVersion(deps, owner, { number: 1 });
  await pinPlanItem(deps, owner, { action: "readiness.task-lists", pin: { keep: "out" } });
  await propose();
  await approvePlanVersion(deps, owner, { number: 2 });
  expect(await revertToPlanVersion(deps, owner, { number: 1 })).toMatchObject({ ok: true });
  const [first, third] = [
    await loadPlanVersion(deps, owner, { number: 1 }),
    await loadPlanVersion(deps, owner, { number: 3 }),
  ];
  if (!first.ok || !third.ok) throw new Error("no version");
  expect(third.value.plan).toEqual(first.value.plan);
  expect(third.value.head).toMatchObject({ status: "approved", because: "Back to version 1" });
  expect(await revertToPlanVersion(deps, owner, { number: 2 })).toMatchObject({ ok: true });
  const versions = await loadPlanVersions(deps, owner);
  if (!versions.ok) throw new Error("forbidden");
  expect(versions.value.map(({ number, status }) => [number, status])).toEqual([
    [4, "approved"],
    [3, "superseded"],
    [2, "superseded"],
    [1, "superseded"],
  ]);
});

test("an unchanged world proposes nothing, and without a plan in force there is nothing to change", async () => {
  await using fresh = await freshDatabase();
  const { deps, owner, propose, organizationId } = await aPlanningHouse(fresh.db);
  expect(await replan(deps, { organizationId, because: "An outcome", causedBy: null })).toEqual({
    ok: true,
    value: null,
  });
  await propose();
  await approvePlanVersion(deps, owner, { number: 1 });
  expect(await replan(deps, { organizationId, because: "An outcome", causedBy: null })).toEqual({
    ok: true,
    value: null,
  });
});

test("a stored version can be computed again to the byte", async () => {
  await using fresh = await freshDatabase();
  const { propose } = await aPlanningHouse(fresh.db);
  await propose();
  const [row] = await fresh.db.select().from(planVersions);
  if (row === undefined) throw new Error("no version");
  const again = await compute.run("compose-plan", { ...row.input, current: null });
  expect(JSON.stringify(again)).toBe(JSON.stringify(row.plan));
});

test("refuses people who may not, and organizations of which nothing is known", async () => {
  await using fresh = await freshDatabase();
  const { deps, organizationId, propose } = await aPlanningHouse(fresh.db);
  await propose();
  const { actor: viewer } = await aMemberRow(fresh.db, organizationId, "viewer");
  const { actor: learner } = await aMemberRow(fresh.db, organizationId, "learner");
  const forbidden = { ok: false, failure: { kind: "forbidden" } };
  expect(await requestPlan(deps, viewer, { because: "x" })).toEqual(forbidden);
  expect(await approvePlanVersion(deps, viewer, { number: 1 })).toEqual(forbidden);
  expect(await rejectPlanVersion(deps, viewer, { number: 1 })).toEqual(forbidden);
  expect(await revertToPlanVersion(deps, viewer, { number: 1 })).toEqual(forbidden);
  expect(await savePlanSettings(deps, viewer, { basedOn: 0, settings: {} })).toEqual(forbidden);
  expect(await loadPlan(deps, learner)).toEqual(forbidden);
  expect(await loadWorkflows(deps, learner)).toEqual(forbidden);
  expect(await loadUpskilling(deps, learner)).toEqual(forbidden);

  const other = await anOrganizationRow(fresh.db);
  const { actor: stranger } = await aMemberRow(fresh.db, other.id);
  expect(await requestPlan(deps, stranger, { because: "x" })).toEqual({
    ok: false,
    failure: { kind: "nothing-assessed" },
  });
  expect(await loadPlanVersion(deps, stranger, { number: 1 })).toEqual({ ok: false, failure: { kind: "not-found" } });
  expect(await approvePlanVersion(deps, stranger, { number: 1 })).toEqual({
    ok: false,
    failure: { kind: "not-found" },
  });
});

test("the job proposes the plan, and running it twice leaves one proposal", async () => {
  await using fresh = await freshDatabase();
  const { deps, owner, organizationId } = await aPlanningHouse(fresh.db);
  expect((await requestPlan(deps, owner, { because: "You asked" })).ok).toBe(true);
  expect(await loadPlan(deps, owner)).toMatchObject({ value: { plan: null, job: expect.any(String) } });
  const payload = { organizationId, because: "You asked", causedBy: null, requestedBy: owner.userId };
  const context = { signal: new AbortController().signal, progress: async () => {} };
  expect(await composePlanJob(deps, payload, context)).toEqual({ ok: true, value: null });
  expect(await composePlanJob(deps, payload, context)).toEqual({ ok: true, value: null });
  const versions = await loadPlanVersions(deps, owner);
  if (versions.ok) expect(versions.value.filter(({ status }) => status === "proposed")).toHaveLength(1);
});

test("settings are versions: a save based on an older one is refused", async () => {
  await using fresh = await freshDatabase();
  const { deps, owner } = await aPlanningHouse(fresh.db);
  const first = await savePlanSettings(deps, owner, { basedOn: 0, settings: { riskAversion: 1 } });
  expect(first).toEqual({ ok: true, value: 1 });
  expect(await savePlanSettings(deps, owner, { basedOn: 0, settings: { riskAversion: 2 } })).toEqual({
    ok: false,
    failure: { kind: "conflict" },
  });
  expect(await loadPlan(deps, owner)).toMatchObject({ value: { settings: { riskAversion: 1 }, settingsVersion: 1 } });
});

test("an item shows its evidence, what it waits for, and what a person said of it", async () => {
  await using fresh = await freshDatabase();
  const { deps, owner, propose } = await aPlanningHouse(fresh.db);
  await propose();
  await pinPlanItem(deps, owner, { action: "readiness.baseline", pin: { keep: "in", mode: "full" } });
  const page = await loadPlanItem(deps, owner, { item: "readiness.baseline" });
  expect(page).toMatchObject({
    ok: true,
    value: { pin: { keep: "in", mode: "full" }, requires: [{ id: "readiness.owner" }] },
  });
  if (page.ok) expect(page.value.prior?.basis).toMatch(/^Judgement/);
  expect(await loadPlanItem(deps, owner, { item: "nothing" })).toEqual({ ok: false, failure: { kind: "not-found" } });
});

test("groups of fewer than five people show only to those who may see people", async () => {
  await using fresh = await freshDatabase();
  const { deps, owner, propose, organizationId } = await aPlanningHouse(fresh.db);
  const exposure = planFacts().exposure;
  if (exposure === null) throw new Error("no exposure");
  const roles = exposure.roles.map((role) => (role.title === "Recruiter" ? { ...role, headcount: 3 } : role));
  const row = {
    id: "later" as AssessmentId,
    organizationId,
    kind: "exposure",
    asOf: exposure.asOf,
    input: {},
  } as const;
  const rest = { knowledgeVersion: "t", inputHash: "t", createdAt: new Date("2026-11-22T09:30:00Z"), createdBy: "t" };
  await fresh.db.insert(assessments).values({ ...row, ...rest, result: { ...exposure, roles } });
  await propose();
  const { actor: viewer } = await aMemberRow(fresh.db, organizationId, "viewer");
  const groups = async (actor: typeof viewer) => {
    const page = await loadUpskilling(deps, actor);
    return page.ok ? page.value.groups?.map((group) => group.id) : [];
  };
  expect(await groups(owner)).toContain("hr");
  expect(await groups(viewer)).not.toContain("hr");
  const bundle = { bundle: "4.A.4.c.2.I01" };
  expect(await loadWorkflow(deps, owner, bundle)).toMatchObject({ value: { hiddenRoles: 0 } });
  expect(await loadWorkflow(deps, viewer, bundle)).toMatchObject({
    value: { hiddenRoles: 1, design: { bundle: { roles: [] } } },
  });
});

test("a workflow comes as lanes and as Mermaid text", async () => {
  await using fresh = await freshDatabase();
  const { deps, owner } = await aPlanningHouse(fresh.db);
  const page = await loadWorkflows(deps, owner);
  if (!page.ok) throw new Error("forbidden");
  expect(page.value.worthwhile).toBe(3);
  const bundle = page.value.rows[0]?.id ?? "";
  expect(await loadWorkflowMermaid(deps, owner, { bundle })).toMatchObject({
    ok: true,
    value: expect.stringContaining("flowchart LR"),
  });
  expect(await loadWorkflowMermaid(deps, owner, { bundle: "no" })).toEqual({
    ok: false,
    failure: { kind: "not-found" },
  });
});
