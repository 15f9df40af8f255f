import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { UserId } from "#app/domain/kernel/ids.ts";
import { pricePlans } from "#app/knowledge/price-plans/index.ts";
import type { Knowledge } from "#app/services/knowledge.ts";
import { acceptInvitation, loadInvitation } from "#app/services/tenancy/accept-invitation.server.ts";
import { changeMember, withdrawInvitation } from "#app/services/tenancy/change-member.server.ts";
import { inviteMember } from "#app/services/tenancy/invite-member.server.ts";
import { loadMembers } from "#app/services/tenancy/load-members.server.ts";
import type { Database } from "#db/client.server.ts";
import { listAuditEntries } from "#db/repositories/governance.server.ts";
import { findMembership, insertMembership } from "#db/repositories/tenancy.server.ts";
import { invitations } from "#db/schema/tenancy.ts";
import { aMemberRow, aPersonRow } from "#tests/builders/a-person.ts";
import { anOrganizationRow } from "#tests/builders/an-organization.ts";
import { freshDatabase } from "#tests/database/fresh-database.ts";
import { fakeMailer } from "#tests/fakes/fake-mailer.ts";

const knowledge = { pricePlans } as Knowledge;
const at = new Date("2026-11-22T10:00:00Z");

function depsOf(db: Database) {
  return { db, knowledge, mail: fakeMailer(), origin: "https://groundwork.example", now: () => at, newId: randomUUID };
}

async function anInvitation(db: Database, email: string) {
  const organization = await anOrganizationRow(db);
  const owner = await aMemberRow(db, organization.id);
  const deps = depsOf(db);
  await inviteMember(deps, owner.actor, { email, role: "editor", inviter: owner.name });
  const token = deps.mail.sent[0]?.text.match(/accept-invite\/([\w-]+)/)?.[1] ?? "";
  return { organization, owner, deps, token };
}

test("a letter's link makes its reader a member, once, and is in the database only as a hash", async () => {
  await using fresh = await freshDatabase();
  const ben = await aPersonRow(fresh.db);
  const { organization, deps, token } = await anInvitation(fresh.db, ben.email.toUpperCase());
  expect(deps.mail.sent[0]?.text).toContain(`https://groundwork.example/accept-invite/${token}`);
  expect(JSON.stringify(await fresh.db.select().from(invitations))).not.toContain(token);

  const asking = { ...ben, requestId: "r" };
  expect(await acceptInvitation(deps, asking, token)).toEqual({ ok: true, value: { slug: organization.slug } });
  expect((await findMembership(fresh.db, organization.id, ben.userId))?.role).toBe("editor");
  expect(await acceptInvitation(deps, asking, token)).toEqual({ ok: false, failure: { kind: "spent" } });
});

test("two acceptances of one link at the same moment make one member", async () => {
  await using fresh = await freshDatabase();
  const ben = await aPersonRow(fresh.db);
  const { deps, token } = await anInvitation(fresh.db, ben.email);
  const asking = { ...ben, requestId: "r" };
  const both = await Promise.all([acceptInvitation(deps, asking, token), acceptInvitation(deps, asking, token)]);
  expect(both.filter((answer) => answer.ok)).toHaveLength(1);
});

test("a link is worth nothing for another address, after a week, withdrawn, or made up", async () => {
  await using fresh = await freshDatabase();
  const ben = await aPersonRow(fresh.db);
  const eve = await aPersonRow(fresh.db);
  const { deps, token, owner } = await anInvitation(fresh.db, ben.email);
  const refused = (kind: string) => ({ ok: false, failure: { kind } });
  expect(await acceptInvitation(deps, { ...eve, requestId: "r" }, token)).toEqual(refused("other-address"));
  expect(await loadInvitation(deps, "made-up", null)).toEqual(refused("unknown"));
  const later = { ...deps, now: () => new Date("2026-11-29T10:00:00Z") };
  expect(await acceptInvitation(later, { ...ben, requestId: "r" }, token)).toEqual(refused("expired"));
  const [open] = await fresh.db.select().from(invitations);
  expect((await withdrawInvitation(deps, owner.actor, open?.id ?? "")).ok).toBe(true);
  expect(await acceptInvitation(deps, { ...ben, requestId: "r" }, token)).toEqual(refused("unknown"));
});

test("only owners invite, change and remove; the last owner stays", async () => {
  await using fresh = await freshDatabase();
  const organization = await anOrganizationRow(fresh.db);
  const owner = await aMemberRow(fresh.db, organization.id);
  const editor = await aMemberRow(fresh.db, organization.id, "editor");
  const deps = depsOf(fresh.db);
  const invite = { email: "new@example.com", role: "owner", inviter: "" } as const;
  expect(await inviteMember(deps, editor.actor, invite)).toEqual({ ok: false, failure: { kind: "forbidden" } });
  const up = { userId: editor.userId, to: { role: "owner", seesPeople: true } } as const;
  expect(await changeMember(deps, editor.actor, up)).toEqual({ ok: false, failure: { kind: "forbidden" } });
  const leave = { userId: owner.userId, to: null };
  expect(await changeMember(deps, owner.actor, leave)).toEqual({ ok: false, failure: { kind: "last-owner" } });
  expect((await changeMember(deps, owner.actor, up)).ok).toBe(true);
  expect((await changeMember(deps, owner.actor, leave)).ok).toBe(true);
});

test("a member of another organization is not found, whoever asks", async () => {
  await using fresh = await freshDatabase();
  const mine = await anOrganizationRow(fresh.db);
  const theirs = await anOrganizationRow(fresh.db);
  const owner = await aMemberRow(fresh.db, mine.id);
  const other = await aMemberRow(fresh.db, theirs.id, "viewer");
  const result = await changeMember(depsOf(fresh.db), owner.actor, { userId: other.userId, to: null });
  expect(result).toEqual({ ok: false, failure: { kind: "not-found" } });
  expect(await findMembership(fresh.db, theirs.id, other.userId)).not.toBeNull();
});

test("a guest's organization invites nobody", async () => {
  await using fresh = await freshDatabase();
  const guest = await anOrganizationRow(fresh.db, { kind: "guest", expiresAt: new Date("2026-11-29T10:00:00Z") });
  const deps = depsOf(fresh.db);
  const actor = {
    userId: "guest/x" as UserId,
    organizationId: guest.id,
    role: "owner",
    seesPeople: true,
    requestId: "r",
  } as const;
  const invited = await inviteMember(deps, actor, { email: "a@example.com", role: "viewer", inviter: "" });
  expect(invited).toEqual({ ok: false, failure: { kind: "forbidden" } });
  expect(deps.mail.sent).toEqual([]);
});

test("a plan without room for another member leaves the invitation open until there is room", async () => {
  await using fresh = await freshDatabase();
  const ben = await aPersonRow(fresh.db);
  const { organization, owner, deps, token } = await anInvitation(fresh.db, ben.email);
  await aMemberRow(fresh.db, organization.id, "viewer");
  const leaver = await aMemberRow(fresh.db, organization.id, "viewer");
  const asking = { ...ben, requestId: "r" };
  expect(await acceptInvitation(deps, asking, token)).toEqual({
    ok: false,
    failure: {
      kind: "over-limit",
      allowance: "members",
      limit: 3,
      used: 3,
      plan: "Free",
      workspace: organization.slug,
    },
  });
  expect(await findMembership(fresh.db, organization.id, ben.userId)).toBeNull();

  await changeMember(deps, owner.actor, { userId: leaver.userId, to: null });
  expect((await acceptInvitation(deps, asking, token)).ok).toBe(true);
});

test("who belongs already takes no room", async () => {
  await using fresh = await freshDatabase();
  const ben = await aPersonRow(fresh.db);
  const { organization, deps, token } = await anInvitation(fresh.db, ben.email);
  const member = { organizationId: organization.id, userId: ben.userId, role: "viewer", seesPeople: false } as const;
  await insertMembership(fresh.db, { ...member, createdAt: at });
  await aMemberRow(fresh.db, organization.id);
  expect((await acceptInvitation(deps, { ...ben, requestId: "r" }, token)).ok).toBe(true);
});

test("each change of members leaves one entry with before and after", async () => {
  await using fresh = await freshDatabase();
  const ben = await aPersonRow(fresh.db);
  const { organization, owner, deps, token } = await anInvitation(fresh.db, ben.email);
  await acceptInvitation(deps, { ...ben, requestId: "r" }, token);
  await changeMember(deps, owner.actor, { userId: ben.userId, to: { role: "viewer", seesPeople: true } });
  await changeMember(deps, owner.actor, { userId: ben.userId, to: null });
  const entries = await listAuditEntries(fresh.db, organization.id, {}, 10);
  expect(entries.map((entry) => entry.action)).toEqual([
    "members.remove",
    "members.change-role",
    "members.accept-invitation",
    "members.invite",
  ]);
  expect(entries[1]).toMatchObject({ before: { role: "editor" }, after: { role: "viewer", seesPeople: true } });
  const view = await loadMembers(deps, owner.actor);
  expect(view.ok && view.value.members).toHaveLength(1);
});
