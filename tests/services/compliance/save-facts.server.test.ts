import { expect, test } from "vitest";
import type { FactValue } from "#app/domain/compliance/facts.ts";
import { loadFacts } from "#app/services/compliance/load-facts.server.ts";
import { saveFacts } from "#app/services/compliance/save-facts.server.ts";
import { loadAuditLog } from "#app/services/governance/load-audit-log.server.ts";
import { aMemberRow } from "#tests/builders/a-person.ts";
import { anOrganizationRow } from "#tests/builders/an-organization.ts";
import { aComplianceDesk } from "#tests/builders/compliance-deps.ts";

function answer(fact: string, value: FactValue | null, version = 0) {
  return { fact, value, version };
}

test("keeps answers with who gave them and when, and in the audit log", async () => {
  await using desk = await aComplianceDesk();
  const saved = await saveFacts(desk.deps, desk.actor, [
    answer("org.headcount", 340),
    answer("org.public_body", false),
  ]);
  expect(saved).toEqual({ ok: true, value: { savedAt: desk.clock.now } });
  const { facts, answers } = await loadFacts(desk.deps.db, desk.actor.organizationId);
  expect(facts).toEqual({ org: { "org.headcount": 340, "org.public_body": false }, systems: null });
  expect(answers.get("org.headcount")).toMatchObject({
    answeredBy: desk.actor.userId,
    answeredAt: desk.clock.now,
    version: 1,
  });
  const log = await loadAuditLog(desk.deps, desk.actor, {});
  expect(log.ok && log.value.entries[0]?.action).toBe("facts.save");
});

test("two tabs do not overwrite each other: the later one is told, and nothing of it is kept", async () => {
  await using desk = await aComplianceDesk();
  await saveFacts(desk.deps, desk.actor, [answer("org.headcount", 340)]);
  const tabs = [341, 342].map((value) => [answer("org.headcount", value, 1), answer("org.revenue_usd", value)]);
  const [first, second] = [
    await saveFacts(desk.deps, desk.actor, tabs[0] ?? []),
    await saveFacts(desk.deps, desk.actor, tabs[1] ?? []),
  ];
  expect(first.ok).toBe(true);
  expect(second).toEqual({ ok: false, failure: { kind: "conflict", facts: ["org.headcount", "org.revenue_usd"] } });
  const { facts } = await loadFacts(desk.deps.db, desk.actor.organizationId);
  expect(facts.org).toEqual({ "org.headcount": 341, "org.revenue_usd": 341 });
});

test("an answer taken back is not answered, and can be given again", async () => {
  await using desk = await aComplianceDesk();
  await saveFacts(desk.deps, desk.actor, [answer("org.public_body", true)]);
  await saveFacts(desk.deps, desk.actor, [answer("org.public_body", null, 1)]);
  expect((await loadFacts(desk.deps.db, desk.actor.organizationId)).facts.org).toEqual({});
  const again = await saveFacts(desk.deps, desk.actor, [answer("org.public_body", false, 2)]);
  expect(again.ok).toBe(true);
});

test("refuses what is no question, what its kind does not allow, and facts of systems", async () => {
  await using desk = await aComplianceDesk();
  const refused = await saveFacts(desk.deps, desk.actor, [
    answer("org.shoe_size", 44),
    answer("org.headcount", -1),
    answer("system.is_ai", true),
    answer("org.public_body", true),
  ]);
  expect(refused).toMatchObject({ ok: false, failure: { kind: "invalid" } });
  if (refused.ok || refused.failure.kind !== "invalid") return;
  expect(Object.keys(refused.failure.errors)).toEqual(["org.shoe_size", "org.headcount", "system.is_ai"]);
  expect((await loadFacts(desk.deps.db, desk.actor.organizationId)).facts.org).toEqual({});
});

test("a viewer may not answer, and nobody answers for another organization", async () => {
  await using desk = await aComplianceDesk("viewer");
  expect(await saveFacts(desk.deps, desk.actor, [answer("org.headcount", 1)])).toEqual({
    ok: false,
    failure: { kind: "forbidden" },
  });
  const other = await anOrganizationRow(desk.deps.db);
  const { actor } = await aMemberRow(desk.deps.db, other.id);
  await saveFacts(desk.deps, actor, [answer("org.headcount", 7)]);
  expect((await loadFacts(desk.deps.db, desk.actor.organizationId)).facts.org).toEqual({});
});
