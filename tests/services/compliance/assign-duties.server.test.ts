import { expect, test } from "vitest";
import type { UserId } from "#app/domain/kernel/ids.ts";
import type { MemberRole } from "#app/domain/tenancy/permissions.ts";
import { assignDuties, undoAssignment } from "#app/services/compliance/assign-duties.server.ts";
import { createCalendarFeed } from "#app/services/compliance/create-calendar-feed.server.ts";
import { loadCalendarFeed } from "#app/services/compliance/load-calendar.server.ts";
import { loadDutyViews } from "#app/services/compliance/load-duty-views.server.ts";
import { loadOwners } from "#app/services/compliance/load-owners.server.ts";
import { saveFacts } from "#app/services/compliance/save-facts.server.ts";
import { erasePerson, exportPerson } from "#app/services/tenancy/erase-person.server.ts";
import { deleteMembership } from "#db/repositories/tenancy.server.ts";
import { dutyOwners } from "#db/schema/radar.ts";
import { aMemberRow } from "#tests/builders/a-person.ts";
import { aComplianceDesk } from "#tests/builders/compliance-deps.ts";

async function aDesk(role: MemberRole = "editor") {
  const desk = await aComplianceDesk();
  const member = await aMemberRow(desk.deps.db, desk.actor.organizationId, role);
  const pack = desk.deps.knowledge.obligations;
  const known = pack.instruments.flatMap(({ obligations }) => obligations.map(({ id }) => id)).slice(0, 2);
  const owners = async () => {
    const { of } = await loadOwners(desk.deps.db, desk.actor.organizationId);
    return Object.fromEntries([...of].map(([duty, { userId }]) => [duty, userId]));
  };
  const assign = (owner: UserId | null, chosen: readonly string[] = known, seenAt = desk.clock.now) =>
    assignDuties(desk.deps, desk.actor, { duties: chosen, owner, seenAt });
  const later = () => {
    desk.clock.now = new Date(desk.clock.now.getTime() + 60_000);
  };
  return { ...desk, member, known, owners, assign, later };
}

test("several duties are given at once, taken away, and put back", async () => {
  await using desk = await aDesk();
  const [first = "", second = ""] = desk.known;
  const given = await desk.assign(desk.member.userId);
  expect(given).toMatchObject({ ok: true, value: { count: 2 } });
  expect(await desk.owners()).toEqual({ [first]: desk.member.userId, [second]: desk.member.userId });
  desk.later();
  const taken = await desk.assign(null, [first]);
  expect(await desk.owners()).toEqual({ [second]: desk.member.userId });
  if (!taken.ok) throw new Error(taken.failure.kind);
  expect((await undoAssignment(desk.deps, desk.actor, taken.value.change)).ok).toBe(true);
  expect(await desk.owners()).toEqual({ [first]: desk.member.userId, [second]: desk.member.userId });
});

test("what somebody else assigned after the list was shown is not overwritten, nor undone", async () => {
  await using desk = await aDesk();
  const shownAt = desk.clock.now;
  desk.later();
  const given = await desk.assign(desk.member.userId);
  expect(await desk.assign(desk.actor.userId, desk.known, shownAt)).toEqual({
    ok: false,
    failure: { kind: "conflict" },
  });
  desk.later();
  await desk.assign(desk.actor.userId);
  if (!given.ok) throw new Error(given.failure.kind);
  expect(await undoAssignment(desk.deps, desk.actor, given.value.change)).toEqual({
    ok: false,
    failure: { kind: "conflict" },
  });
});

test("duties go to people of the organization only, are duties of the pack, and a viewer gives none", async () => {
  await using desk = await aDesk("viewer");
  await using other = await aComplianceDesk();
  expect((await desk.assign(other.actor.userId)).ok).toBe(false);
  expect((await desk.assign("somebody" as UserId)).ok).toBe(false);
  expect((await desk.assign(desk.member.userId, ["no-such-duty"])).ok).toBe(false);
  const asViewer = { duties: desk.known, owner: desk.member.userId, seenAt: desk.clock.now };
  expect(await assignDuties(desk.deps, desk.member.actor, asViewer)).toEqual({
    ok: false,
    failure: { kind: "forbidden" },
  });
  expect(await desk.assign(desk.member.userId, [])).toEqual({ ok: false, failure: { kind: "nothing-chosen" } });
  expect(await desk.owners()).toEqual({});
});

test("who leaves answers for nothing; who is erased is taken out of the rows, and what was kept of them was theirs to export", async () => {
  await using desk = await aDesk();
  await desk.assign(desk.member.userId);
  const person = { userId: desk.member.userId, name: desk.member.name, email: desk.member.email, requestId: "r" };
  const exported = await exportPerson(desk.deps, person);
  expect(exported.tables.duties).toHaveLength(2);
  await deleteMembership(desk.deps.db, desk.actor.organizationId, desk.member.userId);
  expect(await desk.owners()).toEqual({});
  expect((await erasePerson(desk.deps, person)).ok).toBe(true);
  const rows = await desk.deps.db.select().from(dutyOwners);
  expect(rows.map(({ userId }) => userId)).toEqual([null, null]);
});

test("an owner's calendar holds the days of their duties only, and ends when they leave", async () => {
  await using desk = await aDesk("viewer");
  await saveFacts(desk.deps, desk.actor, [
    { fact: "org.workers_in", value: ["EU-FR"], version: 0 },
    { fact: "org.headcount", value: 400, version: 0 },
  ]);
  const made = await createCalendarFeed(desk.deps, desk.member.actor, "own");
  if (!made.ok) throw new Error("forbidden");
  const days = async () => {
    const feed = await loadCalendarFeed(desk.deps, made.value.token);
    return feed.ok ? feed.value.events.map(({ uid }) => uid) : null;
  };
  expect(await days()).toEqual([]);
  const view = await loadDutyViews(desk.deps, desk.actor, "date", { state: "upcoming" });
  if (!view.ok) throw new Error("forbidden");
  const [next] = view.value.headings.flatMap((heading) => heading.duties);
  await desk.assign(desk.member.userId, [next?.id ?? ""]);
  const uids = (await days()) ?? [];
  expect(uids).toHaveLength(1);
  expect(uids[0]?.startsWith(next?.appliesFrom ?? "none")).toBe(true);
  await deleteMembership(desk.deps.db, desk.actor.organizationId, desk.member.userId);
  expect(await days()).toBe(null);
});

test("making an address of one's own leaves that of the organization in use, and the other way round", async () => {
  await using desk = await aDesk();
  const all = await createCalendarFeed(desk.deps, desk.actor, "all");
  const own = await createCalendarFeed(desk.deps, desk.actor, "own");
  await createCalendarFeed(desk.deps, desk.member.actor, "own");
  for (const made of [all, own]) {
    if (!made.ok) throw new Error("forbidden");
    expect((await loadCalendarFeed(desk.deps, made.value.token)).ok).toBe(true);
  }
});
