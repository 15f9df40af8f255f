import { expect, test } from "vitest";
import type { EffectScale } from "#app/domain/kernel/forecast.ts";
import type { AssessmentId, OrganizationId, OutcomeId, PlanVersionId } from "#app/domain/kernel/ids.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import type { Deps } from "#app/services/deps.ts";
import { gatherEvidence } from "#app/services/learning/gather-evidence.server.ts";
import { loadChanges } from "#app/services/learning/load-changes.server.ts";
import { loadOutcomes } from "#app/services/learning/load-outcomes.server.ts";
import { type RecordOutcome, recordOutcome } from "#app/services/learning/record-outcome.server.ts";
import { setSharing } from "#app/services/learning/set-sharing.server.ts";
import { loadFrame } from "#app/services/tenancy/load-frame.server.ts";
import type { Database } from "#db/client.server.ts";
import { listOutcomes, listPosteriors, putSharing } from "#db/repositories/outcomes.server.ts";
import { findPlanOf, insertPlanVersion } from "#db/repositories/plans.server.ts";
import { assessments } from "#db/schema/assessments.ts";
import { auditLog } from "#db/schema/governance.ts";
import { outcomes } from "#db/schema/outcomes.ts";
import { aMemberRow } from "#tests/builders/a-person.ts";
import { aPlan, aPlanVersion } from "#tests/builders/a-plan.ts";
import { anOrganizationRow } from "#tests/builders/an-organization.ts";
import { planFacts } from "#tests/builders/plan-facts.ts";
import { freshDatabase } from "#tests/database/fresh-database.ts";
import { testDeps } from "#tests/fakes/test-deps.ts";

async function storeReadiness(db: Database, organizationId: OrganizationId): Promise<void> {
  const { asOf, readiness } = planFacts();
  await db.insert(assessments).values({
    id: `${organizationId}-readiness` as AssessmentId,
    organizationId,
    kind: "readiness",
    asOf,
    knowledgeVersion: "test",
    inputHash: "test",
    input: {},
    result: readiness,
    createdAt: new Date("2026-11-22T09:00:00Z"),
    createdBy: "test",
  });
}

/** An organization with an approved plan of two items, half a year into it; planning again finds nothing worth doing. */
async function aPlannedHouse(db: Database, scale?: EffectScale) {
  const made = aPlan();
  const items = made.items.map((each) => ({
    ...each,
    forecast: { ...each.forecast, scale: scale ?? each.forecast.scale },
  }));
  const plan = { ...made, items };
  const deps = await testDeps(db, {
    now: () => new Date("2027-06-01T10:00:00Z"),
    compute: { run: (async () => ({ ...plan, items: [] })) as Deps["compute"]["run"], close: async () => {} },
  });
  const { id } = await anOrganizationRow(db);
  await storeReadiness(db, id);
  const { actor } = await aMemberRow(db, id);
  const versionId = `${id}-version` as PlanVersionId;
  await insertPlanVersion(db, aPlanVersion({ id: versionId, organizationId: id, plan }));
  const [item] = plan.items;
  if (item === undefined) throw new Error("a plan without items");
  const command: RecordOutcome & { readonly observed: number } = {
    planVersionId: versionId,
    itemId: item.id,
    observed: item.forecast.effect.value,
    standardError: null,
    observedOn: "2027-05-20" as IsoDate,
    basis: "measured",
    note: null,
    replaces: null,
  };
  return { deps, actor, organizationId: id, versionId, item, command };
}

test("the navigation counts what is finished and not recorded, for those who may read plans", async () => {
  await using fresh = await freshDatabase();
  const { deps, actor, command, organizationId } = await aPlannedHouse(fresh.db);
  const organization = {
    id: organizationId,
    slug: "x",
    name: "X",
    kind: "own",
    currency: "EUR",
    website: null,
  } as const;
  const counted = async (as = actor) => (await loadFrame(deps, as, organization, null)).counts;
  expect(await counted()).toMatchObject({ plan: 1, outcomes: 1, changes: 0 });
  expect(await counted({ ...actor, role: "respondent" })).toMatchObject({ outcomes: 0 });
  await recordOutcome(deps, actor, command);
  expect(await counted()).toMatchObject({ outcomes: 0 });
});

test("a surprising outcome moves the belief and proposes a new version that names it", async () => {
  await using fresh = await freshDatabase();
  const { deps, actor, organizationId, command, item } = await aPlannedHouse(fresh.db);
  const observed = item.forecast.effect.value - 3 * item.forecast.sd - 1;
  const result = await recordOutcome(deps, actor, { ...command, observed, standardError: 0.05 });

  const { title, forecast } = item;
  expect(result).toMatchObject({
    ok: true,
    value: { because: "shifted", expected: { title, measure: forecast.measure, scale: forecast.scale } },
  });
  if (!result.ok) return;
  const [belief] = await listPosteriors(fresh.db, organizationId);
  expect(belief).toMatchObject({ causedBy: result.value.outcomeId, posterior: { replan: true } });
  expect(belief?.posterior.mean).toBeLessThan(belief?.posterior.before.mean ?? 0);
  expect(result.value.replanned).not.toBeNull();
  const proposed = await findPlanOf(fresh.db, organizationId, "proposed");
  expect(proposed).toMatchObject({ id: result.value.replanned, causedBy: result.value.outcomeId });

  const changes = await loadChanges(deps, actor);
  expect(changes).toMatchObject({
    value: { cards: [{ replan: true, evidence: { ownMeasured: 1 }, version: { number: 2, status: "proposed" } }] },
  });
});

test("an outcome as forecast leaves the plan alone and says at which value it would have turned", async () => {
  await using fresh = await freshDatabase();
  const { deps, actor, organizationId, command } = await aPlannedHouse(fresh.db);
  const result = await recordOutcome(deps, actor, command);
  expect(result).toMatchObject({ value: { because: "too-small-a-shift", replanned: null } });
  const [belief] = await listPosteriors(fresh.db, organizationId);
  const flipsAt = belief?.posterior.flipsAt ?? command.observed;
  expect(flipsAt).not.toBeCloseTo(command.observed, 3);

  const again = await aPlannedHouse(fresh.db);
  const beyond = flipsAt + Math.sign(flipsAt - command.observed) * 0.02;
  expect(await recordOutcome(again.deps, again.actor, { ...again.command, observed: beyond })).toMatchObject({
    value: { because: "shifted" },
  });
});

test("one outcome is not evidence enough to recommend otherwise, three that agree are", async () => {
  await using fresh = await freshDatabase();
  const { deps, actor, organizationId, command, item } = await aPlannedHouse(fresh.db);
  const observed = item.forecast.effect.value + 3 * Math.max(item.forecast.sd, 1);
  const verdicts: unknown[] = [];
  for (const minute of [0, 1, 2]) {
    const then = { ...deps, now: () => new Date(`2027-06-01T10:0${minute}:00Z`) };
    const result = await recordOutcome(then, actor, { ...command, observed, standardError: 0.05 });
    if (!result.ok) throw new Error(result.failure.kind);
    verdicts.push(result.value.verdict.change);
  }
  expect(verdicts).toEqual([false, false, true]);
  const [third, second] = await listPosteriors(fresh.db, organizationId);
  expect(third?.posterior.restsOn).toEqual({ mean: third?.posterior.mean, sd: third?.posterior.sd });
  expect(second?.posterior.restsOn?.mean).toBeLessThan(second?.posterior.mean ?? 0);
});

test("outcomes that keep missing on one side raise an alarm, and earlier evidence counts less from there", async () => {
  await using fresh = await freshDatabase();
  const { deps, actor, organizationId, command, item } = await aPlannedHouse(fresh.db);
  let alarm: string | null = null;
  let minute = 0;
  for (; alarm === null && minute < 40; minute++) {
    const then = { ...deps, now: () => new Date(Date.UTC(2027, 5, 1, 10, minute)) };
    // Each falls further below than the belief has followed.
    const observed = item.forecast.effect.value - (1 + minute) * Math.max(item.forecast.sd, 1);
    const result = await recordOutcome(then, actor, { ...command, observed, standardError: 0.05 });
    if (!result.ok) throw new Error(result.failure.kind);
    alarm = result.value.drift;
  }
  expect(alarm).toBe("down");
  const rows = await listOutcomes(fresh.db, organizationId);
  const gathered = await gatherEvidence(deps, organizationId, item.interventionId);
  const least = Math.min(...rows.map(({ variance }) => variance));
  const variances = (gathered?.evidence ?? []).map(({ variance }) => variance / least).sort((a, b) => a - b);
  expect(variances[0]).toBeCloseTo(1, 9);
  expect(variances.slice(1).every((ratio) => Math.abs(ratio - 1.25) < 1e-9)).toBe(true);
  const changes = await loadChanges(deps, actor);
  expect(changes.ok && changes.value.cards[0]?.drift).toBe("down");
});

test("an alarm that a mistyped outcome raised is gone once the outcome is corrected", async () => {
  await using fresh = await freshDatabase();
  const { deps, actor, organizationId, command, item } = await aPlannedHouse(fresh.db);
  const enter = async (minute: number, change: Partial<RecordOutcome>) => {
    const now = () => new Date(Date.UTC(2027, 5, 1, 10, minute));
    const result = await recordOutcome({ ...deps, now }, actor, { ...command, standardError: 0.05, ...change });
    if (!result.ok) throw new Error(result.failure.kind);
    return result.value;
  };
  const variances = async () =>
    (await gatherEvidence(deps, organizationId, item.interventionId))?.evidence.map(({ variance }) => variance) ?? [];
  await enter(0, {});
  const [first] = await variances();
  const mistyped = await enter(1, { observed: command.observed + 1000 * Math.max(item.forecast.sd, 1) });
  expect(mistyped.drift).toBe("up");
  expect(Math.max(...(await variances()))).toBeCloseTo((first ?? 0) / 0.8, 12);
  await enter(2, { replaces: mistyped.outcomeId });
  expect(await variances()).toEqual([first, first]);
});

test("a report moves the belief less than a measurement of the same value", async () => {
  await using fresh = await freshDatabase();
  const measured = await aPlannedHouse(fresh.db);
  const reported = await aPlannedHouse(fresh.db);
  const observed = measured.command.observed + 1;
  await recordOutcome(measured.deps, measured.actor, { ...measured.command, observed });
  await recordOutcome(reported.deps, reported.actor, { ...reported.command, observed, basis: "reported" });
  const mean = async (house: typeof measured) =>
    (await listPosteriors(fresh.db, house.organizationId))[0]?.posterior.mean ?? 0;
  expect(await mean(measured)).toBeGreaterThan(await mean(reported));
});

test("a correction replaces the outcome in the belief and keeps both in the record", async () => {
  await using fresh = await freshDatabase();
  const { deps, actor, organizationId, command, item } = await aPlannedHouse(fresh.db);
  const typo = await recordOutcome(deps, actor, { ...command, observed: 40 });
  if (!typo.ok) throw new Error("the first outcome was refused");
  const later = { ...deps, now: () => new Date("2027-06-01T10:01:00Z") };
  await recordOutcome(later, actor, { ...command, replaces: typo.value.outcomeId });

  expect(await listOutcomes(fresh.db, organizationId)).toHaveLength(2);
  const gathered = await gatherEvidence(deps, organizationId, item.interventionId);
  expect(gathered?.evidence).toHaveLength(1);
  const [belief] = await listPosteriors(fresh.db, organizationId);
  expect(belief?.posterior.evidence.ownMeasured).toBe(1);
  const view = await loadOutcomes(deps, actor);
  expect(view).toMatchObject({ value: { outcomes: [{ corrected: false }, { corrected: true }] } });
});

test("refuses what cannot be: before the start, in the future, of another's plan, by a viewer", async () => {
  await using fresh = await freshDatabase();
  const { deps, actor, organizationId, command } = await aPlannedHouse(fresh.db);
  const other = await aPlannedHouse(fresh.db);
  const failing = async (over: Partial<RecordOutcome>, who = actor) => {
    const result = await recordOutcome(deps, who, { ...command, ...over });
    return result.ok ? "ok" : result.failure.kind;
  };
  expect(await failing({ observedOn: "2026-01-01" as IsoDate })).toBe("before-start");
  expect(await failing({ observedOn: "2027-06-02" as IsoDate })).toBe("in-the-future");
  expect(await failing({ itemId: "nothing" })).toBe("not-found");
  expect(await failing({ planVersionId: other.versionId })).toBe("not-found");
  expect(await failing({ planVersionId: "nothing" as PlanVersionId })).toBe("not-found");
  expect(await failing({ replaces: "nothing" as OutcomeId })).toBe("not-found");
  const { actor: viewer } = await aMemberRow(fresh.db, organizationId, "viewer");
  expect(await failing({}, viewer)).toBe("forbidden");
  expect(await listOutcomes(fresh.db, organizationId)).toEqual([]);
});

test("refuses a share that is none, such as 85 for 85 %, before it moves any belief", async () => {
  await using fresh = await freshDatabase();
  const { deps, actor, command } = await aPlannedHouse(fresh.db, "probability");
  for (const observed of [85, -5, 1.01])
    expect(await recordOutcome(deps, actor, { ...command, observed })).toEqual({
      ok: false,
      failure: { kind: "not-a-share" },
    });
  expect(await recordOutcome(deps, actor, { ...command, observed: { perCent: 85 } })).toMatchObject({ ok: true });
  expect((await listOutcomes(fresh.db, actor.organizationId)).map(({ observed }) => observed)).toEqual([0.85]);
});

test("every outcome leaves an entry in the audit log with the belief before and after", async () => {
  await using fresh = await freshDatabase();
  const { deps, actor, command } = await aPlannedHouse(fresh.db);
  await recordOutcome(deps, actor, command);
  const rows = await fresh.db.select().from(auditLog);
  expect(rows.filter((row) => JSON.stringify(row).includes("outcome.record"))).toHaveLength(1);
});

test("lists what waits, drops what is recorded, and compares forecasts with outcomes", async () => {
  await using fresh = await freshDatabase();
  const { deps, actor, command, versionId } = await aPlannedHouse(fresh.db);
  const before = await loadOutcomes(deps, actor);
  if (!before.ok) throw new Error("the page could not be loaded");
  expect(before.value.waiting.length).toBeGreaterThan(1);
  expect(before.value.calibration.verdict).toBe("too-early");
  await recordOutcome(deps, actor, command);
  const after = await loadOutcomes(deps, actor);
  expect(after).toMatchObject({ value: { plan: { number: 1 }, calibration: { n: 1, points: [{ inside: true }] } } });
  if (!after.ok) return;
  expect(after.value.waiting).toHaveLength(before.value.waiting.length - 1);
  expect(after.value.outcomes[0]).toMatchObject({ itemId: command.itemId, planVersionId: versionId });
});

async function shareOne(db: Database, effect: number, interventionId: string): Promise<void> {
  const { id } = await anOrganizationRow(db);
  await putSharing(db, id, new Date("2027-01-01"));
  await db.insert(outcomes).values({
    id: `${id}-outcome` as OutcomeId,
    organizationId: id,
    planVersionId: "elsewhere" as PlanVersionId,
    itemId: "elsewhere",
    interventionId,
    measure: "secret measure",
    observed: effect,
    standardError: null,
    effect,
    variance: 0.04,
    observedOn: "2027-02-01" as IsoDate,
    basis: "measured",
    note: "secret note",
    replaces: null,
    createdAt: new Date("2027-02-01"),
    createdBy: "elsewhere",
  });
}

test("others' measured outcomes inform an organization that shares, from five on, and never one that does not", async () => {
  await using fresh = await freshDatabase();
  const { deps, actor, organizationId, item } = await aPlannedHouse(fresh.db);
  const others = async () => {
    const found = await gatherEvidence(deps, organizationId, item.interventionId);
    return found?.evidence ?? [];
  };
  for (let at = 0; at < 4; at++) await shareOne(fresh.db, 1, item.interventionId);
  await setSharing(deps, actor, { shares: true });
  expect(await others()).toEqual([]);
  await shareOne(fresh.db, 1, item.interventionId);
  expect(await others()).toHaveLength(5);
  expect(JSON.stringify(await others())).not.toMatch(/secret|organization-\d/);
  await setSharing(deps, actor, { shares: false });
  expect(await others()).toEqual([]);
});

test("only who may edit the organization may switch sharing", async () => {
  await using fresh = await freshDatabase();
  const { deps, organizationId } = await aPlannedHouse(fresh.db);
  const { actor: viewer } = await aMemberRow(fresh.db, organizationId, "viewer");
  expect(await setSharing(deps, viewer, { shares: true })).toEqual({ ok: false, failure: { kind: "forbidden" } });
});
