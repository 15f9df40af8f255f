import { beforeAll, expect, test } from "vitest";
import type { PracticeId, SystemId } from "#app/domain/kernel/ids.ts";
import { addSystem } from "#app/services/systems/add-system.server.ts";
import { changeSystem } from "#app/services/systems/change-system.server.ts";
import { loadLayoff } from "#app/services/work-products/load-layoff.server.ts";
import { loadVersions } from "#app/services/work-products/load-versions.server.ts";
import { loadWorkProduct } from "#app/services/work-products/load-work-product.server.ts";
import { loadWorkProducts } from "#app/services/work-products/load-work-products.server.ts";
import { type DocumentCommand, saveWorkProduct } from "#app/services/work-products/save-work-product.server.ts";
import { writeWordFile } from "#app/services/work-products/write-word-file.server.ts";
import { listAuditEntries } from "#db/repositories/governance.server.ts";
import { insertPractice } from "#db/repositories/practices.server.ts";
import { findSystem } from "#db/repositories/systems.server.ts";
import { insertGrant } from "#db/repositories/tenancy.server.ts";
import { aPersonRow } from "#tests/builders/a-person.ts";
import { aKestrelDesk } from "#tests/builders/kestrel.ts";

// Every pack is read here, once, and not in the time of the first test.
beforeAll(async () => {
  await using _ = await aKestrelDesk();
}, 120_000);

type Desk = Awaited<ReturnType<typeof aKestrelDesk>>;
const candidates = { product: "notice-candidates", subject: "" };

async function view({ deps, actor }: Desk, query: Parameters<typeof loadWorkProduct>[2] = candidates) {
  const found = await loadWorkProduct(deps, actor, query);
  if (!found.ok) throw new Error(found.failure.kind);
  return found.value;
}

const save = ({ deps, actor }: Desk, version: number, change: DocumentCommand["change"]) =>
  saveWorkProduct(deps, actor, { ...candidates, version, change });

test("parts are written where a duty applies or may, and what is left out is named with the deciding fact", async () => {
  await using desk = await aKestrelDesk();
  const { sections, texts } = await view(desk);
  const ids = sections.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(["eu-26-11", "il", "on"]));
  expect(ids).not.toContain("nyc");
  expect(texts.asked).toMatch(
    /Tell city candidates and staff ten business days.*New York City.*(Hires in|People work in)/,
  );
});

test("a person's words are kept through changed facts, versions tell who did what, and an old one comes back", async () => {
  await using desk = await aKestrelDesk();
  const { deps, actor } = desk;
  const text = `${(await view(desk)).texts.notice}\n\nOur own words.`;
  expect(await save(desk, 0, { kind: "edited", section: "notice", text })).toEqual({ ok: true, value: 1 });

  const id = desk.system("Applicant screening") as SystemId;
  const before = await findSystem(deps.db, actor.organizationId, id);
  await changeSystem(deps, actor, { id, version: before?.version ?? 0, name: "Applicant sorting" });
  const moved = await view(desk);
  expect(moved.changes.map(({ id: section }) => section)).toContain("asked");
  expect(moved.texts.notice).toContain("Our own words.");

  expect(await save(desk, 1, { kind: "filled" })).toEqual({ ok: true, value: 2 });
  const filled = await view(desk);
  expect(filled.changes).toEqual([]);
  expect(filled.texts.notice).toContain("Our own words.");
  expect(filled.sections.find(({ id: section }) => section === "notice")?.edited?.facts).toContain("Applicant sorting");

  expect(await save(desk, 2, { kind: "reset", section: "notice" })).toEqual({ ok: true, value: 3 });
  expect((await view(desk)).texts.notice).not.toContain("Our own words.");
  expect(await save(desk, 3, { kind: "restored", number: 1 })).toEqual({ ok: true, value: 4 });
  expect((await view(desk)).texts.notice).toContain("Our own words.");

  const versions = await loadVersions(deps, actor, candidates, { from: 2, to: 3 });
  if (!versions.ok) throw new Error("no versions");
  expect(versions.value.versions.map(({ number, made }) => [number, made])).toEqual([
    [4, "restored"],
    [3, "reset"],
    [2, "filled"],
    [1, "edited"],
  ]);
  expect(versions.value.compared?.map(({ id: section }) => section)).toEqual(["notice"]);
  const entries = await listAuditEntries(deps.db, actor.organizationId, {}, 10);
  expect(entries.map(({ action }) => action).filter((action) => action.startsWith("document."))).toEqual([
    "document.restored",
    "document.reset",
    "document.filled",
    "document.edited",
  ]);
});

test("a version kept by somebody who acts here for a practice says who it was", async () => {
  await using desk = await aKestrelDesk();
  const { deps, actor } = desk;
  const { organizationId } = actor;
  const consultant = await aPersonRow(deps.db, { name: "Ada Consultant" });
  const practiceId = "practice-1" as PracticeId;
  const createdAt = deps.now();
  await insertPractice(deps.db, { id: practiceId, slug: "ahead", name: "Ahead", createdAt }, consultant.userId);
  await insertGrant(deps.db, {
    organizationId,
    practiceId,
    userId: consultant.userId,
    role: "editor",
    seesPeople: false,
    createdAt,
  });
  const acting = { ...actor, userId: consultant.userId, role: "editor", seesPeople: false } as const;
  expect((await save({ ...desk, actor: acting }, 0, { kind: "filled" })).ok).toBe(true);
  const versions = await loadVersions(deps, actor, candidates, { from: null, to: null });
  expect(versions.ok && versions.value.versions.map(({ by }) => by)).toEqual(["Ada Consultant"]);
});

test("of two people who change the same version, the second is told", async () => {
  await using desk = await aKestrelDesk();
  expect(await save(desk, 0, { kind: "filled" })).toEqual({ ok: true, value: 1 });
  expect(await save(desk, 0, { kind: "edited", section: "notice", text: "late" })).toEqual({
    ok: false,
    failure: { kind: "conflict" },
  });
});

test("a document of no system, of one that is gone, and of an unknown kind are not found", async () => {
  await using desk = await aKestrelDesk();
  const { deps, actor } = desk;
  for (const query of [
    { product: "dpia", subject: "" },
    { product: "dpia", subject: "nobody" },
    { product: "ai-register", subject: desk.system("Office assistant") },
    { product: "toString", subject: "" },
  ])
    expect(await loadWorkProduct(deps, actor, query)).toEqual({ ok: false, failure: { kind: "not-found" } });
});

test("a viewer reads and saves the file, and changes nothing", async () => {
  await using desk = await aKestrelDesk("viewer");
  expect((await view(desk)).mayEdit).toBe(false);
  expect(await save(desk, 0, { kind: "filled" })).toEqual({ ok: false, failure: { kind: "forbidden" } });
  expect((await writeWordFile(desk.deps, desk.actor, candidates)).ok).toBe(true);
});

test("nothing is invented: an organization that answered nothing gets blanks", async () => {
  await using desk = await aKestrelDesk();
  const id = await addSystem(desk.deps, desk.actor, {
    draft: { name: "Unknown tool", vendor: null, purpose: null, catalogueId: null, facts: {} },
  });
  if (!id.ok) throw new Error("not added");
  const { texts, blanks } = await view(desk, { product: "oversight-procedure", subject: id.value });
  expect(texts.system).toContain("| Supplied by | [fill in: Who supplies it?] |");
  expect(texts.system).toContain("| Kind of use | [fill in: What is it used for?] |");
  expect(blanks.answerable).toBeGreaterThan(0);
});

test("a layoff is what a form states: which filings ask follows from the places and the link, and nothing is kept", async () => {
  await using desk = await aKestrelDesk();
  const asked = async (places: string[], linked: "yes" | "no" | "unknown") => {
    const found = await loadLayoff(desk.deps, desk.actor, { places, people: "60", linked, technology: "" });
    if (!found.ok) throw new Error("forbidden");
    return found.value.states.map(({ place, needed }) => [place, needed]);
  };
  expect(await asked([], "unknown")).toEqual([
    ["US-NY", "no"],
    ["US-CT", "no"],
    ["US-CA", "no"],
  ]);
  expect(await asked(["US-NY", "US-CA"], "yes")).toEqual([
    ["US-NY", "yes"],
    ["US-CT", "no"],
    ["US-CA", "yes"],
  ]);
  expect(await asked(["US-CA"], "no")).toContainEqual(["US-CA", "no"]);
  expect(await asked(["US-CA"], "unknown")).toContainEqual(["US-CA", "unknown"]);
  const list = await loadWorkProducts(desk.deps, desk.actor);
  expect(list.ok && list.value.kept.length).toBe(0);
});
