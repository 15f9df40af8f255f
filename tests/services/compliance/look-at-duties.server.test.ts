import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { ObligationPack } from "#app/domain/compliance/obligation-pack.ts";
import { loadRadar } from "#app/services/compliance/load-radar.server.ts";
import { lookAtDuties, lookNow } from "#app/services/compliance/look-at-duties.server.ts";
import { noteChanges } from "#app/services/compliance/note-changes.server.ts";
import { saveFacts } from "#app/services/compliance/save-facts.server.ts";
import type { Knowledge } from "#app/services/knowledge.ts";
import { addSystem } from "#app/services/systems/add-system.server.ts";
import { listAuditEntries } from "#db/repositories/governance.server.ts";
import { jobs } from "#db/schema/jobs.ts";
import { dutyChanges, dutyLooks } from "#db/schema/radar.ts";
import { aMemberRow } from "#tests/builders/a-person.ts";
import { aChangingPack } from "#tests/builders/changed-packs.ts";
import { aComplianceDesk } from "#tests/builders/compliance-deps.ts";

async function aDesk() {
  const desk = await aComplianceDesk();
  const withPack = (obligations: ObligationPack) => ({
    ...desk.deps,
    knowledge: { obligations, interventions: { pools: [] } } as unknown as Knowledge,
  });
  return {
    ...desk,
    withPack,
    deps: withPack(aChangingPack("1")),
    look: (deps = withPack(aChangingPack("1"))) => lookAtDuties(deps, desk.actor.organizationId),
    rows: () => desk.deps.db.select().from(dutyChanges).orderBy(dutyChanges.duty),
    answer: (value: boolean, version: number) =>
      saveFacts(withPack(aChangingPack("1")), desk.actor, [{ fact: "org.public_body", value, version }]),
  };
}

test("the first look only remembers, the second finds nothing, and no look twice keeps a change twice", async () => {
  await using desk = await aDesk();
  expect(await desk.look()).toEqual({ kind: "first" });
  expect(await desk.look()).toEqual({ kind: "unchanged" });
  await desk.answer(true, 0);
  expect(await desk.look()).toEqual({ kind: "changed", count: 1 });
  expect(await desk.look()).toEqual({ kind: "unchanged" });
  expect((await desk.rows()).map(({ duty, aspects, sure }) => [duty, aspects, sure])).toEqual([
    ["open-data", ["certainty"], true],
  ]);
});

test("of two looks at once one is kept, with its changes once", async () => {
  await using desk = await aDesk();
  await desk.look();
  await desk.answer(true, 0);
  const kinds = (await Promise.all([desk.look(), desk.look()])).map(({ kind }) => kind).sort();
  expect(["changed,elsewhere", "changed,unchanged"]).toContain(kinds.join());
  expect(await desk.rows()).toHaveLength(1);
});

test("a new pack, the day and an answer are kept as causes, with who answered and when", async () => {
  await using desk = await aDesk();
  await desk.look();
  const answeredAt = desk.clock.now.toISOString();
  await desk.answer(true, 0);
  desk.clock.now = new Date("2027-03-02T06:00:00Z");
  const next = desk.withPack(aChangingPack("2", { evidence: ["Register", "Log"] }));
  expect(await desk.look(next)).toEqual({ kind: "changed", count: 3 });
  const causes = (await desk.rows()).map(({ duty, cause }) => [duty, cause]);
  expect(causes).toEqual([
    ["keep", { kind: "pack", from: "1", to: "2" }],
    ["later", { kind: "day", from: "2026-11-22", to: "2027-03-02" }],
    [
      "open-data",
      {
        kind: "facts",
        facts: [
          {
            kind: "answer",
            fact: "org.public_body",
            system: null,
            before: null,
            after: true,
            by: desk.actor.userId,
            at: answeredAt,
          },
        ],
      },
    ],
  ]);
  const [entry] = await listAuditEntries(desk.deps.db, desk.actor.organizationId, {}, 1);
  expect(entry).toMatchObject({ action: "compliance.find-changes", actor: "system", after: { changes: 3 } });
});

test("who added a system stands behind the duty it brings", async () => {
  await using desk = await aDesk();
  await desk.look();
  const facts = { "system.uses": ["hiring"] };
  const draft = { name: "Sorter", vendor: null, purpose: null, catalogueId: null, facts };
  const added = await addSystem(desk.deps, desk.actor, { draft });
  expect(added.ok).toBe(true);
  await desk.look();
  const [change] = await desk.deps.db.select().from(dutyChanges).where(eq(dutyChanges.duty, "notice"));
  expect(change?.cause).toMatchObject({
    kind: "facts",
    facts: [{ kind: "added", by: desk.actor.userId, at: desk.clock.now.toISOString() }],
  });
});

test("answers within two minutes ask for one look, and a later one for another", async () => {
  await using desk = await aDesk();
  await desk.answer(true, 0);
  await desk.answer(false, 1);
  expect(await desk.deps.db.select().from(jobs)).toHaveLength(1);
  desk.clock.now = new Date(desk.clock.now.getTime() + 3 * 60_000);
  await desk.answer(true, 2);
  const waiting = await desk.deps.db.select().from(jobs);
  expect(waiting.map(({ kind }) => kind)).toEqual(["compliance.look", "compliance.look"]);
  expect(waiting.every(({ runAt, createdAt }) => runAt > createdAt)).toBe(true);
});

test("the page tells what changed with before and after; a person notes it, and can take that back", async () => {
  await using desk = await aDesk();
  await desk.look();
  await desk.answer(true, 0);
  await desk.look();
  const load = async () => {
    const view = await loadRadar(desk.deps, desk.actor, { since: null });
    if (!view.ok) throw new Error("forbidden");
    return view.value;
  };
  const [group] = (await load()).groups;
  const [change] = group?.changes ?? [];
  expect(change).toMatchObject({
    duty: "open-data",
    before: { applies: "unknown" },
    after: { applies: "yes", state: "in_force" },
    cause: { kind: "facts", facts: [{ label: "public_body", before: null }] },
    noted: null,
  });
  const changes = [change?.id ?? ""];
  expect(await noteChanges(desk.deps, desk.actor, { changes, noted: true })).toEqual({ ok: true, value: { count: 1 } });
  expect((await load()).groups[0]?.waiting).toEqual([]);
  expect((await load()).groups[0]?.changes[0]?.noted?.by).toMatch(/^Person/);
  expect((await noteChanges(desk.deps, desk.actor, { changes, noted: true })).ok).toBe(false);
  expect((await noteChanges(desk.deps, desk.actor, { changes, noted: false })).ok).toBe(true);
  expect((await load()).groups[0]?.waiting).toEqual(changes);
  const log = await listAuditEntries(desk.deps.db, desk.actor.organizationId, {}, 2);
  expect(log.map(({ action }) => action)).toEqual(["compliance.take-note-back", "compliance.note-changes"]);
});

test("somebody of another organization notes nothing here, and a viewer neither notes nor looks", async () => {
  await using desk = await aDesk();
  await desk.look();
  await desk.answer(true, 0);
  await desk.look();
  const ids = (await desk.rows()).map(({ id }) => id);
  await using other = await aComplianceDesk();
  const stranger = { ...desk.actor, organizationId: other.actor.organizationId };
  expect((await noteChanges(desk.deps, stranger, { changes: ids, noted: true })).ok).toBe(false);
  const { actor: viewer } = await aMemberRow(desk.deps.db, desk.actor.organizationId, "viewer");
  expect((await noteChanges(desk.deps, viewer, { changes: ids, noted: true })).ok).toBe(false);
  expect((await lookNow(desk.deps, viewer)).ok).toBe(false);
  expect((await desk.rows()).every(({ notedAt }) => notedAt === null)).toBe(true);
});

test("a look remembers by which pack and for which day it was made", async () => {
  await using desk = await aDesk();
  await desk.look();
  expect(await desk.deps.db.select().from(dutyLooks)).toMatchObject([
    { asOf: "2026-11-22", packVersion: "1", number: 1 },
  ]);
});
