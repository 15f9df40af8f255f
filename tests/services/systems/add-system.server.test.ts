import { expect, test } from "vitest";
import type { SystemId } from "#app/domain/kernel/ids.ts";
import { loadFacts } from "#app/services/compliance/load-facts.server.ts";
import { saveFacts } from "#app/services/compliance/save-facts.server.ts";
import { addSystem } from "#app/services/systems/add-system.server.ts";
import { changeSystem } from "#app/services/systems/change-system.server.ts";
import { loadSystem } from "#app/services/systems/load-system.server.ts";
import { loadSystems } from "#app/services/systems/load-systems.server.ts";
import { removeSystem, restoreSystem } from "#app/services/systems/remove-system.server.ts";
import { aMemberRow } from "#tests/builders/a-person.ts";
import { anOrganizationRow } from "#tests/builders/an-organization.ts";
import { aComplianceDesk } from "#tests/builders/compliance-deps.ts";

type Desk = Awaited<ReturnType<typeof aComplianceDesk>>;

async function added({ deps, actor }: Desk, catalogueId = "cv-screening"): Promise<SystemId> {
  const result = await addSystem(deps, actor, { catalogueId });
  if (!result.ok) throw new Error(result.failure.kind);
  return result.value;
}

test("a tool of the catalogue comes with its answers, and leaves open what depends on the organization", async () => {
  await using desk = await aComplianceDesk();
  const id = await added(desk);
  const view = await loadSystem(desk.deps, desk.actor, id);
  if (!view.ok) throw new Error("not found");
  expect(view.value.again.concat(view.value.open).find(({ fact }) => fact === "system.uses")?.slots[0]?.value).toEqual([
    "recruit.screening",
  ]);
  expect(view.value.open.map(({ fact }) => fact)).toContain("system.used_in");
  expect(view.value.catalogue?.check).toContain("ranked low");
});

test("an empty inventory is a question until somebody says that there is none", async () => {
  await using desk = await aComplianceDesk();
  const { db } = desk.deps;
  expect((await loadFacts(db, desk.actor.organizationId)).facts.systems).toBeNull();
  await saveFacts(desk.deps, desk.actor, [{ fact: "systems", value: [], version: 0 }]);
  expect((await loadFacts(db, desk.actor.organizationId)).facts.systems).toEqual([]);
  await added(desk);
  expect((await loadFacts(db, desk.actor.organizationId)).facts.systems).toHaveLength(1);
});

test("two people do not overwrite each other's changes", async () => {
  await using desk = await aComplianceDesk();
  const id = await added(desk);
  const change = (name: string) => changeSystem(desk.deps, desk.actor, { id, version: 1, name });
  expect((await change("Screening, first tab")).ok).toBe(true);
  expect(await change("Screening, second tab")).toEqual({ ok: false, failure: { kind: "conflict" } });
  const view = await loadSystem(desk.deps, desk.actor, id);
  expect(view.ok && view.value.name).toBe("Screening, first tab");
});

test("refuses a name that is none and answers of the wrong kind", async () => {
  await using desk = await aComplianceDesk();
  const facts = { "system.is_ai": "maybe", "org.headcount": 4 };
  const draft = { name: " ", vendor: null, purpose: null, catalogueId: null, facts };
  const refused = await addSystem(desk.deps, desk.actor, { draft });
  expect(refused).toMatchObject({ ok: false, failure: { kind: "invalid" } });
  if (refused.ok || refused.failure.kind !== "invalid") return;
  expect(Object.keys(refused.failure.errors)).toEqual(["name", "system.is_ai", "org.headcount"]);
  expect(await addSystem(desk.deps, desk.actor, { catalogueId: "no-such-tool" })).toMatchObject({ ok: false });
});

test("a removed system takes its duties with it and can be brought back for 30 days", async () => {
  await using desk = await aComplianceDesk();
  const id = await added(desk);
  expect((await removeSystem(desk.deps, desk.actor, id)).ok).toBe(true);
  expect((await loadFacts(desk.deps.db, desk.actor.organizationId)).systems).toEqual([]);
  const list = await loadSystems(desk.deps, desk.actor);
  expect(list.ok && list.value.removed.map((one) => one.id)).toEqual([id]);
  expect((await restoreSystem(desk.deps, desk.actor, id)).ok).toBe(true);
  await removeSystem(desk.deps, desk.actor, id);
  desk.clock.now = new Date("2026-12-23T12:00:00Z");
  expect(await restoreSystem(desk.deps, desk.actor, id)).toEqual({ ok: false, failure: { kind: "not-found" } });
});

test("another organization neither sees, changes nor removes it", async () => {
  await using desk = await aComplianceDesk();
  const id = await added(desk);
  const other = await anOrganizationRow(desk.deps.db);
  const { actor } = await aMemberRow(desk.deps.db, other.id);
  const answers = [
    await loadSystem(desk.deps, actor, id),
    await changeSystem(desk.deps, actor, { id, version: 1, name: "Mine" }),
    await removeSystem(desk.deps, actor, id),
  ];
  expect(answers.map((answer) => !answer.ok && answer.failure.kind)).toEqual(["not-found", "not-found", "not-found"]);
  const view = await loadSystem(desk.deps, desk.actor, id);
  expect(view.ok && view.value.removed).toBe(false);
});
