import { expect, test } from "vitest";
import { assessReadiness } from "#app/domain/readiness/assess-readiness.ts";
import type { Level } from "#app/domain/readiness/pack.ts";
import { loadAnswers } from "#app/services/readiness/load-answers.server.ts";
import { loadPillar } from "#app/services/readiness/load-pillar.server.ts";
import { loadReadiness } from "#app/services/readiness/load-readiness.server.ts";
import {
  findQuickCheck,
  loadQuickStep,
  nextQuickStep,
  startQuickCheck,
} from "#app/services/readiness/quick-check.server.ts";
import { runReadinessAssessment } from "#app/services/readiness/run-readiness-assessment.server.ts";
import { type AnswerGiven, saveAnswers } from "#app/services/readiness/save-answers.server.ts";
import { claimGuestOrganizations } from "#app/services/tenancy/claim-guest-organizations.server.ts";
import type { Database } from "#db/client.server.ts";
import { listAuditEntries } from "#db/repositories/governance.server.ts";
import { listReadinessAnswers, listReadinessAssessments } from "#db/repositories/readiness.server.ts";
import { aMemberRow, aPersonRow } from "#tests/builders/a-person.ts";
import { anOrganizationRow } from "#tests/builders/an-organization.ts";
import { freshDatabase } from "#tests/database/fresh-database.ts";
import { testDeps } from "#tests/fakes/test-deps.ts";

const given = (question: string, level: AnswerGiven["level"], over: Partial<AnswerGiven> = {}): AnswerGiven => ({
  question,
  level,
  evidence: 0,
  note: null,
  version: 0,
  ...over,
});

async function aHouse(db: Database) {
  const deps = await testDeps(db);
  const { id } = await anOrganizationRow(db);
  const { actor } = await aMemberRow(db, id);
  return { deps, actor, organizationId: id };
}

test("two tabs do not overwrite each other: the second is told what stands now", async () => {
  await using fresh = await freshDatabase();
  const { deps, actor, organizationId } = await aHouse(fresh.db);
  await saveAnswers(deps, actor, [given("data.rights", 2)]);
  expect(await saveAnswers(deps, actor, [given("data.rights", 3, { version: 1 })])).toMatchObject({
    value: { saved: ["data.rights"], conflicts: [] },
  });

  const late = await saveAnswers(deps, actor, [given("data.rights", 5, { version: 1 }), given("data.access", 4)]);

  expect(late).toMatchObject({
    value: { saved: ["data.access"], conflicts: [{ theirs: { level: 3, version: 2 } }] },
  });
  const kept = await listReadinessAnswers(fresh.db, organizationId);
  expect(kept.map(({ question, level, version }) => [question, level, version])).toEqual([
    ["data.access", 4, 1],
    ["data.rights", 3, 2],
  ]);
});

test("an answer that did not change is left alone, whatever version was seen", async () => {
  await using fresh = await freshDatabase();
  const { deps, actor } = await aHouse(fresh.db);
  await saveAnswers(deps, actor, [given("data.rights", 2)]);
  expect(await saveAnswers(deps, actor, [given("data.rights", 2)])).toMatchObject({
    value: { saved: [], conflicts: [] },
  });
  const entries = await listAuditEntries(fresh.db, actor.organizationId, {}, 10);
  expect(entries.filter(({ action }) => action === "readiness.answer")).toHaveLength(1);
});

test("refuses a question that does not exist, and not applicable where everybody has the matter", async () => {
  await using fresh = await freshDatabase();
  const { deps, actor } = await aHouse(fresh.db);
  expect(await saveAnswers(deps, actor, [given("data.nonsense", 3)])).toMatchObject({
    failure: { kind: "unknown-question" },
  });
  expect(await saveAnswers(deps, actor, [given("leadership.owner", "na")])).toMatchObject({
    failure: { kind: "unknown-question" },
  });
});

test("a viewer may read and neither answer nor run", async () => {
  await using fresh = await freshDatabase();
  const { deps, organizationId } = await aHouse(fresh.db);
  const { actor: viewer } = await aMemberRow(fresh.db, organizationId, "viewer");
  expect(await saveAnswers(deps, viewer, [given("data.rights", 2)])).toEqual({
    ok: false,
    failure: { kind: "forbidden" },
  });
  expect(await runReadinessAssessment(deps, viewer, {})).toEqual({ ok: false, failure: { kind: "forbidden" } });
  expect((await loadReadiness(deps, viewer)).ok).toBe(true);
  const { actor: learner } = await aMemberRow(fresh.db, organizationId, "learner");
  expect((await loadReadiness(deps, learner)).ok).toBe(false);
  expect((await loadAnswers(deps, learner, null)).ok).toBe(false);
});

test("a result is kept with all it rests on, and computed again from that it is the same", async () => {
  await using fresh = await freshDatabase();
  const { deps, actor, organizationId } = await aHouse(fresh.db);
  const quick = deps.knowledge.readiness.questions.filter((question) => question.quick);
  await saveAnswers(
    deps,
    actor,
    quick.map(({ id }, at) => given(id, ((at % 4) + 1) as Level)),
  );
  const weights = { strategy: 5 };
  await runReadinessAssessment(deps, actor, { decision: "automate-workflow", weights });
  const [kept] = await listReadinessAssessments(fresh.db, organizationId, 5);
  expect(kept?.input).toMatchObject({ decision: "automate-workflow", weights, scope: "quick" });
  if (kept === undefined) throw new Error("nothing was kept");
  expect(assessReadiness(kept.input, deps.knowledge.readiness)).toEqual(kept.assessment);
});

test("running again without a change keeps one result; a changed answer makes the page say it is stale, then another", async () => {
  await using fresh = await freshDatabase();
  const { deps, actor, organizationId } = await aHouse(fresh.db);
  await saveAnswers(deps, actor, [given("data.rights", 2)]);
  await runReadinessAssessment(deps, actor, { decision: "first-pilot" });
  await runReadinessAssessment(deps, actor, {});
  expect(await listReadinessAssessments(fresh.db, organizationId, 5)).toHaveLength(1);

  await saveAnswers(deps, actor, [given("data.rights", 4, { version: 1 })]);
  expect(await loadReadiness(deps, actor)).toMatchObject({ value: { stale: true } });
  const later = { ...deps, now: () => new Date("2026-11-23T10:00:00Z") };
  await runReadinessAssessment(later, actor, {});
  expect(await loadReadiness(later, actor)).toMatchObject({ value: { stale: false, decision: "first-pilot" } });
  expect(await listReadinessAssessments(fresh.db, organizationId, 5)).toHaveLength(2);
});

test("without an answer there is nothing to run, and an unknown decision is refused", async () => {
  await using fresh = await freshDatabase();
  const { deps, actor } = await aHouse(fresh.db);
  expect(await runReadinessAssessment(deps, actor, {})).toMatchObject({ failure: { kind: "no-answers" } });
  expect(await runReadinessAssessment(deps, actor, { decision: "conquer" })).toMatchObject({
    failure: { kind: "unknown-decision" },
  });
});

test("from a pillar's score one reads the answers, the evidence, the gates and the version", async () => {
  await using fresh = await freshDatabase();
  const { deps, actor } = await aHouse(fresh.db);
  await saveAnswers(deps, actor, [given("leadership.owner", 2, { evidence: 2, note: "board minutes" })]);
  await runReadinessAssessment(deps, actor, {});
  const view = await loadPillar(deps, actor, "leadership");
  expect(view).toMatchObject({
    value: {
      result: { level: 2, gates: [{ id: "no-owner", state: "unmet" }] },
      answers: { "leadership.owner": { level: 2, evidence: 2, answeredOn: "2026-11-22" } },
      assessment: { knowledge: { version: deps.knowledge.readiness.version } },
    },
  });
  expect((await loadPillar(deps, actor, "nonsense")).ok).toBe(false);
});

test("answers of one organization are not another's", async () => {
  await using fresh = await freshDatabase();
  const { deps, actor } = await aHouse(fresh.db);
  const other = await aHouse(fresh.db);
  await saveAnswers(deps, actor, [given("data.rights", 2)]);
  expect(await loadAnswers(other.deps, other.actor, "data")).toMatchObject({ value: { savedAt: null } });
  expect(await runReadinessAssessment(other.deps, other.actor, {})).toMatchObject({ failure: { kind: "no-answers" } });
});

test("a visitor without an account answers fifteen questions, gets a result, signs up and finds it", async () => {
  await using fresh = await freshDatabase();
  const deps = await testDeps(fresh.db);
  const check = await startQuickCheck(deps, "r");
  const guests = [check.actor.organizationId];
  const found = await findQuickCheck(deps, guests, "r");
  expect(found?.slug).toBe(check.slug);

  let asked = 0;
  for (let next = await nextQuickStep(deps, check); next.step !== null; next = await nextQuickStep(deps, check)) {
    const step = await loadQuickStep(deps, check, next.step);
    if (step === null) throw new Error("a step without a question");
    asked++;
    await saveAnswers(deps, check.actor, [given(step.question.id, step.question.id === "outcomes.baseline" ? 1 : 3)]);
  }
  expect(asked).toBe(15);
  const run = await runReadinessAssessment(deps, check.actor, { decision: "first-pilot" });
  expect(run).toMatchObject({
    value: { assessment: { scope: "quick", blockers: [{ id: "no-baseline" }], verdict: { answer: "not-yet" } } },
  });

  const person = await aPersonRow(fresh.db);
  const claimed = await claimGuestOrganizations(deps, { userId: person.userId, requestId: "r" }, guests);
  expect(claimed).toEqual({ slug: check.slug, kind: "own", described: false });
  expect(await findQuickCheck(deps, guests, "r")).toBeNull();
  const owner = { ...check.actor, userId: person.userId };
  expect(await loadReadiness(deps, owner)).toMatchObject({ value: { answered: 15, result: { scope: "quick" } } });
});

test("a quick check that has expired, or a demonstration, is not one's quick check", async () => {
  await using fresh = await freshDatabase();
  const deps = await testDeps(fresh.db);
  const check = await startQuickCheck(deps, "r");
  const later = { ...deps, now: () => new Date("2026-12-22T10:00:00Z") };
  expect(await findQuickCheck(later, [check.actor.organizationId], "r")).toBeNull();
  const demonstration = await anOrganizationRow(fresh.db, { kind: "demonstration", expiresAt: new Date("2026-12-01") });
  expect(await findQuickCheck(deps, [demonstration.id], "r")).toBeNull();
});
