import { beforeAll, expect, test } from "vitest";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import {
  changeIncident,
  closeIncident,
  enterIncident,
  removeEntry,
} from "#app/services/work-products/change-incident.server.ts";
import { keepLiteracy, literacySheet, loadLiteracy } from "#app/services/work-products/literacy.server.ts";
import { loadIncident, loadIncidents } from "#app/services/work-products/load-incidents.server.ts";
import { loadWorkProduct } from "#app/services/work-products/load-work-product.server.ts";
import { saveWorkProduct } from "#app/services/work-products/save-work-product.server.ts";
import { enterVendorAnswer, loadVendorAnswers } from "#app/services/work-products/vendor-answers.server.ts";
import { erasePersonRows, exportPersonRows } from "#db/repositories/person-rows.server.ts";
import { listLiteracy } from "#db/repositories/registers.server.ts";
import { aMemberRow } from "#tests/builders/a-person.ts";
import { findAuditPayloads } from "#tests/builders/audit-payloads.ts";
import { aKestrelDesk } from "#tests/builders/kestrel.ts";

// Every pack is read here, once, and not in the time of the first test.
beforeAll(async () => {
  await using _ = await aKestrelDesk();
}, 120_000);

const draft = {
  title: "Nobody from one district was proposed",
  happened: "A recruiter noticed it in the weekly list.",
  noticedAt: "2026-11-20T09:00:00.000Z",
  systemId: null,
  severity: "major" as const,
  consequences: ["personal-data", "no-such-thing"],
  peopleAffected: null,
  told: null,
  learnt: null,
};

test("an incident is entered, changed, closed, opened, removed and brought back, each with its entry in the log", async () => {
  await using desk = await aKestrelDesk();
  const { deps, actor } = desk;
  const entered = await enterIncident(deps, actor, { ...draft, systemId: desk.system("Applicant screening") });
  if (!entered.ok) throw new Error(entered.failure.kind);
  const id = entered.value;
  const first = await loadIncident(deps, actor, id);
  if (!first.ok) throw new Error("not found");
  expect(first.value.incident.consequences).toEqual(["personal-data"]);
  expect(first.value.deadlines.map(({ citation, dueAt }) => [citation, dueAt])).toContainEqual([
    "GDPR Art. 33-34",
    "2026-11-23T09:00:00.000Z",
  ]);

  const change = { id, version: 1, draft: { ...draft, told: "Works council, 21 November" } };
  expect((await changeIncident(deps, actor, change)).ok).toBe(true);
  expect(await changeIncident(deps, actor, change)).toEqual({ ok: false, failure: { kind: "conflict" } });
  expect((await closeIncident(deps, actor, { id, version: 2, open: false })).ok).toBe(true);
  expect((await loadIncidents(deps, actor)).ok && (await loadIncidents(deps, actor))).toMatchObject({
    value: { open: 0 },
  });
  expect((await closeIncident(deps, actor, { id, version: 3, open: true })).ok).toBe(true);
  expect((await removeEntry(deps, actor, { register: "incident", id, back: false })).ok).toBe(true);
  expect(await loadIncidents(deps, actor)).toMatchObject({ value: { incidents: [], removed: [{ id }] } });
  expect((await removeEntry(deps, actor, { register: "incident", id, back: true })).ok).toBe(true);
  const actions = (await findAuditPayloads(deps.db, actor.organizationId)).map(({ action }) => action);
  expect(actions.filter((action) => action.startsWith("incident."))).toEqual([
    "incident.enter",
    "incident.change",
    "incident.close",
    "incident.reopen",
    "incident.remove",
    "incident.restore",
  ]);
});

test("an incident that somebody will have noticed tomorrow is refused, and so is a system of somebody else", async () => {
  await using desk = await aKestrelDesk();
  const { deps, actor } = desk;
  const tomorrow = { ...draft, noticedAt: "2026-11-29T09:00:00.000Z" };
  expect(await enterIncident(deps, actor, tomorrow)).toEqual({ ok: false, failure: { kind: "in-the-future" } });
  expect(await enterIncident(deps, actor, { ...draft, systemId: "nobody" })).toEqual({
    ok: false,
    failure: { kind: "not-found" },
  });
});

const lesson = {
  who: "Ada Example",
  person: true,
  people: 1,
  email: "ada@example.com",
  topic: "AI literacy",
  heldOn: "2026-10-01" as IsoDate,
  expiresOn: null,
  evidence: "Test of 1 October",
};

test("a person's record shows to who may see people only: on the page, in the file, in the document and in no log", async () => {
  await using desk = await aKestrelDesk();
  const { deps, owner } = desk;
  const { actor: viewer } = await aMemberRow(deps.db, owner.organizationId, "viewer");
  const { actor: editor } = await aMemberRow(deps.db, owner.organizationId, "editor");
  expect(await keepLiteracy(deps, editor, lesson, null)).toEqual({ ok: false, failure: { kind: "people-only" } });
  expect((await keepLiteracy(deps, owner, lesson, null)).ok).toBe(true);
  const role = { ...lesson, who: "Dispatchers", person: false, people: 14, email: null };
  expect((await keepLiteracy(deps, editor, role, null)).ok).toBe(true);

  const key = { product: "literacy-record", subject: "" };
  expect((await saveWorkProduct(deps, owner, { ...key, version: 0, change: { kind: "filled" } })).ok).toBe(true);
  const seenBy = async (actor: typeof owner) =>
    JSON.stringify([
      await loadLiteracy(deps, actor),
      await literacySheet(deps, actor),
      await loadWorkProduct(deps, actor, key),
    ]);
  expect((await seenBy(owner)).split("Ada Example").length - 1).toBe(4);
  for (const actor of [viewer, editor]) {
    const seen = await seenBy(actor);
    expect(seen).toContain("Dispatchers");
    expect(seen).not.toContain("Ada Example");
  }
  expect(JSON.stringify(await findAuditPayloads(deps.db, owner.organizationId))).not.toMatch(/Ada Example|ada@example/);
});

test("a person's record is in their export, and after their erasure it names nobody", async () => {
  await using desk = await aKestrelDesk();
  const { deps, owner } = desk;
  await keepLiteracy(deps, owner, { ...lesson, email: "Ada@example.com" }, null);
  expect((await exportPersonRows(deps.db, owner.userId, "ada@example.com")).literacy).toHaveLength(1);
  const { userId } = await aMemberRow(deps.db, owner.organizationId, "viewer");
  await deps.db.transaction((tx) => erasePersonRows(tx, userId, "ada@example.com", "Ada Example"));
  expect(await listLiteracy(deps.db, owner.organizationId)).toMatchObject([
    { who: "–", email: null, topic: "AI literacy" },
  ]);
});

test("a vendor's answer is kept with who and when, fills the letter, and can be taken back", async () => {
  await using desk = await aKestrelDesk();
  const { deps, actor } = desk;
  const system = desk.system("Applicant screening");
  const answer = (text: string, version: number) =>
    enterVendorAnswer(deps, actor, { system, question: "bias", answer: text, version });
  expect(await answer("Audit of May 2026, file 12", 0)).toEqual({ ok: true, value: null });
  expect(await answer("another", 0)).toEqual({ ok: false, failure: { kind: "conflict" } });
  const view = await loadVendorAnswers(deps, actor, system);
  if (!view.ok) throw new Error("not found");
  expect(view.value.questions.find(({ id }) => id === "bias")).toMatchObject({
    answer: "Audit of May 2026, file 12",
    version: 1,
  });
  const letter = await loadWorkProduct(deps, actor, { product: "vendor-questionnaire", subject: system });
  expect(letter.ok && letter.value.texts.questions).toContain("Audit of May 2026, file 12");
  expect(await answer("", 1)).toEqual({ ok: true, value: null });
  expect(await enterVendorAnswer(deps, actor, { system: "nobody", question: "bias", answer: "x", version: 0 })).toEqual(
    {
      ok: false,
      failure: { kind: "not-found" },
    },
  );
});
