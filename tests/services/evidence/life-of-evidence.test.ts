import { expect, test } from "vitest";
import { addDays, isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { saveFacts } from "#app/services/compliance/save-facts.server.ts";
import { changeControl } from "#app/services/evidence/change-control.server.ts";
import { loadControl } from "#app/services/evidence/load-control.server.ts";
import { loadControls } from "#app/services/evidence/load-controls.server.ts";
import { loadEvidenceFile } from "#app/services/evidence/load-evidence-file.server.ts";
import { loadGaps } from "#app/services/evidence/load-gaps.server.ts";
import { loadMatrix } from "#app/services/evidence/load-matrix.server.ts";
import { removeEvidence, restoreEvidence } from "#app/services/evidence/remove-evidence.server.ts";
import { reviewEvidence } from "#app/services/evidence/review-evidence.server.ts";
import { watchEvidence } from "#app/services/evidence/watch-evidence.server.ts";
import { addSystem } from "#app/services/systems/add-system.server.ts";
import { findEvidence } from "#db/repositories/evidence.server.ts";
import { listAuditEntries } from "#db/repositories/governance.server.ts";
import { fileChunks } from "#db/schema/reports.ts";
import { add, added, anEvidenceDesk, aText } from "#tests/builders/evidence-desk.ts";

type Desk = Awaited<ReturnType<typeof anEvidenceDesk>>;

const day = 86_400_000;
const accept = { verdict: "accepted", note: null, serves: [] } as const;

async function view({ deps, adder }: Desk, control = "ai_inventory") {
  const loaded = await loadControl(deps, adder.actor, control, {});
  if (!loaded.ok) throw new Error(loaded.failure.kind);
  return loaded.value;
}

async function actions({ deps, organization }: Desk) {
  const entries = await listAuditEntries(deps.db, organization.id, {}, 50);
  return entries
    .map(({ action }) => action)
    .filter((action) => /^(evidence|control)\./.test(action))
    .reverse();
}

test("missing, present but to be judged, reviewed by a second person, expired: each step is in the log", async () => {
  await using desk = await anEvidenceDesk();
  expect((await view(desk)).held.state).toBe("missing");
  const expires = addDays(isoDateOf(desk.deps.now()), 10);
  const id = await added(desk, desk.adder.actor, { expires });
  expect((await view(desk)).held).toMatchObject({ state: "needs-judgement", because: "not-reviewed" });
  expect(await reviewEvidence(desk.deps, desk.reviewer.actor, { id, version: 1, ...accept })).toMatchObject({
    ok: true,
  });
  expect((await view(desk)).held).toMatchObject({ state: "present", because: "reviewed" });
  desk.clock.now = new Date(desk.clock.now.getTime() + 10 * day);
  expect((await view(desk)).held.state).toBe("present");
  desk.clock.now = new Date(desk.clock.now.getTime() + day);
  expect((await view(desk)).held).toMatchObject({ state: "expired", because: "past-its-end" });
  await watchEvidence(desk.deps);
  await watchEvidence(desk.deps);
  expect(await actions(desk)).toEqual(["evidence.add", "evidence.accept", "evidence.expire"]);
  expect((await view(desk)).history.map(({ action, who }) => [action, who])).toEqual([
    ["evidence.expire", "system"],
    ["evidence.accept", desk.reviewer.name],
    ["evidence.add", "you"],
  ]);
});

test("whoever added evidence does not review it, nor does a viewer; sending back needs a reason", async () => {
  await using desk = await anEvidenceDesk("viewer");
  const id = await added(desk, desk.adder.actor);
  const review = { id, version: 1, ...accept };
  expect(await reviewEvidence(desk.deps, desk.adder.actor, review)).toMatchObject({
    failure: { kind: "own-evidence" },
  });
  expect(await reviewEvidence(desk.deps, desk.reviewer.actor, review)).toMatchObject({
    failure: { kind: "forbidden" },
  });
  const editor = { ...desk.reviewer.actor, role: "editor" } as const;
  const back = { ...review, verdict: "sent-back" } as const;
  expect(await reviewEvidence(desk.deps, editor, back)).toMatchObject({ failure: { kind: "reason-needed" } });
  expect((await reviewEvidence(desk.deps, editor, { ...back, note: "Page 2 is missing." })).ok).toBe(true);
  expect((await view(desk)).held.because).toBe("sent-back");
  expect(await reviewEvidence(desk.deps, editor, review)).toMatchObject({ failure: { kind: "conflict" } });
  expect((await reviewEvidence(desk.deps, editor, { ...review, version: 2 })).ok).toBe(true);
  expect(await actions(desk)).toEqual(["evidence.add", "evidence.send-back", "evidence.accept"]);
});

test("a sole member is told that there is nobody to review, and by a colleague's role that there is", async () => {
  await using alone = await anEvidenceDesk("viewer");
  await using two = await anEvidenceDesk("manager");
  expect((await view(alone)).secondPerson).toBe(false);
  expect((await view(two)).secondPerson).toBe(true);
});

test("removed evidence counts no more, comes back with its review, and is gone with its file after thirty days", async () => {
  await using desk = await anEvidenceDesk();
  const id = await added(desk, desk.adder.actor);
  await reviewEvidence(desk.deps, desk.reviewer.actor, { id, version: 1, ...accept });
  expect((await removeEvidence(desk.deps, desk.adder.actor, { id, version: 2 })).ok).toBe(true);
  expect((await view(desk)).held.state).toBe("missing");
  expect((await loadEvidenceFile(desk.deps, desk.adder.actor, id)).ok).toBe(false);
  expect((await restoreEvidence(desk.deps, desk.adder.actor, { id, version: 3 })).ok).toBe(true);
  expect((await view(desk)).held.state).toBe("present");
  await removeEvidence(desk.deps, desk.adder.actor, { id, version: 4 });
  desk.clock.now = new Date(desk.clock.now.getTime() + 29 * day);
  expect(await watchEvidence(desk.deps)).toMatchObject({ value: { deleted: 0 } });
  desk.clock.now = new Date(desk.clock.now.getTime() + 2 * day);
  expect(await watchEvidence(desk.deps)).toMatchObject({ value: { deleted: 1 } });
  expect(await findEvidence(desk.deps.db, desk.organization.id, id)).toBe(null);
  expect(await desk.deps.db.select({ part: fileChunks.part }).from(fileChunks)).toEqual([]);
  expect(await actions(desk)).toContain("evidence.delete");
});

test("the same file is kept once for two controls and refused twice for one, by its name", async () => {
  await using desk = await anEvidenceDesk();
  const id = await added(desk, desk.adder.actor);
  const again = await add(desk, desk.adder.actor, { name: "Another name" });
  expect(again).toEqual({ ok: false, failure: { kind: "evidence-known", name: "Register" } });
  const other = await added(desk, desk.adder.actor, { control: "training" });
  const [first, second] = await Promise.all(
    [id, other].map((one) => findEvidence(desk.deps.db, desk.organization.id, one)),
  );
  expect(second?.fileId).toBe(first?.fileId);
  expect((await view(desk)).evidence[0]?.alsoUnder).toEqual(["Training"]);
  await removeEvidence(desk.deps, desk.adder.actor, { id, version: 1 });
  desk.clock.now = new Date(desk.clock.now.getTime() + 31 * day);
  await watchEvidence(desk.deps);
  expect((await loadEvidenceFile(desk.deps, desk.adder.actor, other)).ok).toBe(true);
});

test("a file comes back byte for byte under a safe name", async () => {
  await using desk = await anEvidenceDesk();
  const text = "Größe und Maß\n".repeat(40_000);
  const id = await added(desk, desk.adder.actor, aText('../a"b.txt', text));
  const file = await loadEvidenceFile(desk.deps, desk.reviewer.actor, id);
  if (!file.ok) throw new Error("not found");
  const pieces: Uint8Array[] = [];
  for (let part = 0; ; part++) {
    const piece = await file.value.piece(part);
    if (piece === null) break;
    pieces.push(piece);
  }
  expect(Buffer.concat(pieces).toString("utf8")).toBe(text);
  expect(file.value).toMatchObject({ name: "a_b.txt", type: "text/plain", size: Buffer.byteLength(text) });
});

test("what is wrong with a draft is said by its field; nothing of it is kept", async () => {
  await using desk = await anEvidenceDesk();
  const problems = async (over: Parameters<typeof add>[2]) => {
    const result = await add(desk, desk.adder.actor, over);
    return result.ok ? null : "problems" in result.failure ? result.failure.problems : result.failure.kind;
  };
  expect(await problems({ kind: "note", name: "", note: "" })).toEqual({ name: "name-needed", note: "note-needed" });
  expect(await problems({ kind: "link", href: "javascript:alert(1)" })).toEqual({ href: "address-unreadable" });
  expect(await problems({ expires: addDays(isoDateOf(desk.deps.now()), -1) })).toEqual({
    expires: "ends-before-it-begins",
  });
  expect(await problems({ control: "no-such-control" })).toBe("not-found");
  expect(await problems({ system: "system-of-somebody" as never })).toBe("not-found");
  expect(await actions(desk)).toEqual([]);
});

test("two people who describe a control at once do not overwrite each other", async () => {
  await using desk = await anEvidenceDesk();
  const words = { control: "training", owner: "Head of HR", how: null, note: null };
  expect((await changeControl(desk.deps, desk.adder.actor, { ...words, version: 0 })).ok).toBe(true);
  const late = await changeControl(desk.deps, desk.adder.actor, { ...words, owner: "Somebody", version: 0 });
  expect(late).toMatchObject({ failure: { kind: "conflict" } });
  expect((await changeControl(desk.deps, desk.adder.actor, { ...words, how: "Yearly.", version: 1 })).ok).toBe(true);
  expect((await view(desk, "training")).words).toMatchObject({ owner: "Head of HR", how: "Yearly.", version: 2 });
  expect(await actions(desk)).toEqual(["control.change", "control.change"]);
});

test("who added evidence that ends within thirty days is told once, in one letter", async () => {
  await using desk = await anEvidenceDesk();
  const today = isoDateOf(desk.deps.now());
  await added(desk, desk.adder.actor, { expires: addDays(today, 30) });
  await added(desk, desk.adder.actor, { expires: addDays(today, 3), control: "training", name: "Attendance" });
  await added(desk, desk.adder.actor, { expires: addDays(today, 31), control: "logging" });
  await watchEvidence(desk.deps);
  await watchEvidence(desk.deps);
  expect(desk.mail.sent).toHaveLength(1);
  const [letter] = desk.mail.sent;
  expect(letter?.to).toBe(desk.adder.email);
  expect(letter?.text).toContain("Attendance (Training)");
  expect(letter?.text).not.toContain("Logs");
  expect(letter?.text).toContain(`/o/${desk.organization.slug}/compliance/controls`);
});

test("the list names the last day of what still counts, not of what it replaced", async () => {
  await using desk = await anEvidenceDesk();
  const { deps, adder, reviewer, clock } = desk;
  const today = isoDateOf(deps.now());
  const ends = async () => {
    const list = await loadControls(deps, adder.actor, {});
    if (!list.ok) throw new Error("forbidden");
    return list.value.rows.find(({ id }) => id === "ai_inventory")?.ends;
  };
  const add = async (name: string, expires: typeof today) => {
    const file = { fileName: "inventory.txt", bytes: new TextEncoder().encode(name) };
    const id = await added(desk, adder.actor, { name, file, expires });
    expect((await reviewEvidence(deps, reviewer.actor, { id, version: 1, ...accept })).ok).toBe(true);
  };
  await add("Inventory", addDays(today, 5));
  await add("Inventory, renewed", addDays(today, 300));
  expect(await ends()).toBe(addDays(today, 5));
  clock.now = new Date(clock.now.getTime() + 6 * day);
  expect(await ends()).toBe(addDays(today, 300));
});

test("list, matrix and gaps agree, and the reviewer's word closes what the control alone leaves open", async () => {
  await using desk = await anEvidenceDesk();
  const { deps, adder, reviewer } = desk;
  await saveFacts(deps, adder.actor, [
    { fact: "org.workers_in", value: ["EU-DE"], version: 0 },
    { fact: "org.established_in", value: ["EU-DE"], version: 0 },
  ]);
  const facts = { "system.is_ai": true, "system.roles": ["deployer"], "system.used_in": ["EU-DE"] };
  const draft = { name: "Chat", vendor: null, purpose: null, catalogueId: null, facts };
  expect(await addSystem(deps, adder.actor, { draft })).toMatchObject({ ok: true });
  const literacy = async () => {
    const [list, matrix, gaps] = await Promise.all([
      loadControls(deps, adder.actor, {}),
      loadMatrix(deps, adder.actor, {}),
      loadGaps(deps, adder.actor, {}),
    ]);
    if (!list.ok || !matrix.ok || !gaps.ok) throw new Error("forbidden");
    const column = matrix.value.controls.findIndex(({ id }) => id === "ai_inventory");
    return [
      list.value.rows.find(({ id }) => id === "ai_inventory")?.state,
      matrix.value.rows.find(({ law }) => law === "eu-ai-act")?.cells[column]?.state,
      gaps.value.gaps.find(({ id }) => id === "ai_inventory")?.state,
    ];
  };
  expect(await literacy()).toEqual(["missing", "missing", "missing"]);
  const id = await added(desk, adder.actor);
  await reviewEvidence(deps, reviewer.actor, { id, version: 1, ...accept });
  expect(await literacy()).toEqual(["present", "needs-judgement", "needs-judgement"]);
  const serves = (await view(desk)).serves.map((duty) => duty.id);
  await reviewEvidence(deps, reviewer.actor, { id, version: 2, ...accept, serves: [...serves, "not-a-duty"] });
  expect(await literacy()).toEqual(["present", "present", undefined]);
  expect((await view(desk)).evidence[0]?.serves).toEqual(serves.toSorted());
});
