import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { fail } from "#app/domain/kernel/result.ts";
import { action } from "#app/routes/unsubscribe.tsx";
import { chooseDigest, loadUnsubscribe, unsubscribe } from "#app/services/compliance/choose-digest.server.ts";
import { lookAtDuties } from "#app/services/compliance/look-at-duties.server.ts";
import { saveFacts } from "#app/services/compliance/save-facts.server.ts";
import { sendDigests } from "#app/services/compliance/send-digests.server.ts";
import type { Deps } from "#app/services/deps.ts";
import type { Knowledge } from "#app/services/knowledge.ts";
import type { Mailer } from "#app/services/ports/mailer.ts";
import { dutyReaders } from "#db/schema/radar.ts";
import { memberships } from "#db/schema/tenancy.ts";
import { aMemberRow } from "#tests/builders/a-person.ts";
import { anOrganizationRow } from "#tests/builders/an-organization.ts";
import { aChangingPack } from "#tests/builders/changed-packs.ts";
import { freshDatabase } from "#tests/database/fresh-database.ts";
import { fakeIdentity } from "#tests/fakes/fake-identity.ts";
import { fakeMailer } from "#tests/fakes/fake-mailer.ts";
import { aBrowser } from "#tests/routes/a-browser.ts";

const hour = 3_600_000;

async function aPostOffice() {
  const fresh = await freshDatabase();
  const { id } = await anOrganizationRow(fresh.db, { name: "Acme\r\nBcc: all" });
  const member = await aMemberRow(fresh.db, id, "viewer");
  const owner = await aMemberRow(fresh.db, id, "owner");
  const clock = { now: new Date("2026-11-22T06:00:00Z") };
  const mail = fakeMailer();
  const knowledge = { obligations: aChangingPack("1") } as unknown as Knowledge;
  const deps = {
    db: fresh.db,
    now: () => clock.now,
    newId: randomUUID,
    knowledge,
    mail,
    identity: fakeIdentity([]),
    origin: "https://groundwork.example",
    log: { info: () => {}, warn: () => {}, error: () => {} },
  };
  let version = 0;
  return {
    deps,
    mail,
    member,
    pass: (hours: number) => {
      clock.now = new Date(clock.now.getTime() + hours * hour);
    },
    async change(value: boolean) {
      await saveFacts(deps, owner.actor, [{ fact: "org.public_body", value, version }]);
      version += 1;
      await lookAtDuties(deps, id);
    },
    look: () => lookAtDuties(deps, id),
    send: () => sendDigests(deps, { signal: new AbortController().signal }),
    [Symbol.asyncDispose]: () => fresh[Symbol.asyncDispose](),
  };
}

/** Somebody wants letters, and since then something changed. */
async function aLetterIsDue(office: Awaited<ReturnType<typeof aPostOffice>>): Promise<void> {
  await office.look();
  await chooseDigest(office.deps, office.member.actor, "on-change");
  office.pass(1);
  await office.change(true);
}

test("nobody gets a letter who has not asked for it", async () => {
  await using office = await aPostOffice();
  await office.look();
  await office.change(true);
  await office.send();
  expect(office.mail.sent).toEqual([]);
});

test("who asked is told once of what changed since, with a way to end it and no person's name or address in it", async () => {
  await using office = await aPostOffice();
  await office.look();
  await chooseDigest(office.deps, office.member.actor, "on-change");
  await office.send();
  expect(office.mail.sent).toEqual([]);
  office.pass(1);
  await office.change(true);
  expect(await office.send()).toEqual({ ok: true, value: { sent: 1 } });
  await office.send();
  const [letter, ...others] = office.mail.sent;
  expect(others).toEqual([]);
  expect(letter?.to).toBe(office.member.email);
  expect(letter?.subject).toBe("1 duty of Acme Bcc: all changed");
  expect(letter?.text).toContain("Keep a register (Example Act): applies to you for certain now.");
  expect(letter?.text).toMatch(/\/o\/acme-\d+\/compliance\/radar/);
  expect(letter?.text).not.toMatch(/Person \d|@example\.com/);
});

test("when nothing changed nothing is sent, however long it has been", async () => {
  await using office = await aPostOffice();
  await office.look();
  await chooseDigest(office.deps, office.member.actor, "weekly");
  office.pass(24 * 30);
  expect(await office.send()).toEqual({ ok: true, value: { sent: 0 } });
});

test("weekly letters gather a week, letters on change a day", async () => {
  await using office = await aPostOffice();
  await office.look();
  await chooseDigest(office.deps, office.member.actor, "weekly");
  office.pass(1);
  await office.change(true);
  office.pass(24);
  await office.send();
  expect(office.mail.sent).toHaveLength(0);
  await office.change(false);
  office.pass(24 * 6);
  await office.send();
  expect(office.mail.sent).toHaveLength(1);
  expect(office.mail.sent[0]?.text).toContain("2 changes were found");
  await chooseDigest(office.deps, office.member.actor, "on-change");
  await office.change(true);
  office.pass(21);
  await office.send();
  expect(office.mail.sent).toHaveLength(2);
});

test("a letter that could not be sent is tried again", async () => {
  await using office = await aPostOffice();
  await aLetterIsDue(office);
  const down: Mailer = { delivers: true, send: async () => fail({ kind: "mail-failed", retry: true }) };
  await sendDigests({ ...office.deps, mail: down }, { signal: new AbortController().signal });
  await office.send();
  expect(office.mail.sent).toHaveLength(1);
});

test("the link ends the letters, by the button and not by the visit, and no other link does", async () => {
  await using office = await aPostOffice();
  await aLetterIsDue(office);
  await office.send();
  const link = office.mail.sent[0]?.text.match(/unsubscribe\?for=(\S+)/)?.[1] ?? "";
  const signed = decodeURIComponent(link);
  expect(await loadUnsubscribe(office.deps, signed)).toEqual({
    ok: true,
    value: { on: true, organization: "Acme\r\nBcc: all" },
  });
  expect((await unsubscribe(office.deps, signed.replace("signed", "forged"), "r")).ok).toBe(false);
  expect((await unsubscribe(office.deps, await office.deps.identity.sign("anything"), "r")).ok).toBe(false);
  expect((await unsubscribe(office.deps, signed, "r")).ok).toBe(true);
  expect(await loadUnsubscribe(office.deps, signed)).toEqual({
    ok: true,
    value: { on: false, organization: "Acme\r\nBcc: all" },
  });
  office.pass(48);
  await office.change(false);
  await office.send();
  expect(office.mail.sent).toHaveLength(1);
});

test("whoever has left the organization is told nothing more", async () => {
  await using office = await aPostOffice();
  await aLetterIsDue(office);
  await office.deps.db.delete(memberships).where(eq(memberships.userId, office.member.userId));
  await office.send();
  expect(office.mail.sent).toEqual([]);
  expect(await office.deps.db.select().from(dutyReaders)).toHaveLength(1);
});

test("a process that dies while it sends tells nobody twice, and the next letter says what may be missing", async () => {
  await using office = await aPostOffice();
  await aLetterIsDue(office);
  const dying: Mailer = {
    delivers: true,
    send: async (mail) => {
      await office.mail.send(mail);
      throw new Error("the process died");
    },
  };
  const context = { signal: new AbortController().signal };
  await expect(sendDigests({ ...office.deps, mail: dying }, context)).rejects.toThrow("died");
  await office.send();
  expect(office.mail.sent).toHaveLength(1);

  office.pass(24);
  await office.change(false);
  await office.send();
  const missing = "Sending the letter of 22 Nov 2026 was interrupted.";
  expect(office.mail.sent[0]?.text).not.toContain(missing);
  expect(office.mail.sent[1]?.text).toContain(missing);
  office.pass(24);
  await office.change(true);
  await office.send();
  expect(office.mail.sent[2]?.text).not.toContain(missing);
});

test("of two runs at once one sends", async () => {
  await using office = await aPostOffice();
  await aLetterIsDue(office);
  await Promise.all([office.send(), office.send()]);
  expect(office.mail.sent).toHaveLength(1);
});

test("the button of a mail program ends the letters by one POST, and is led nowhere", async () => {
  await using office = await aPostOffice();
  await aLetterIsDue(office);
  await office.send();
  const { pathname, search } = new URL(office.mail.sent[0]?.unsubscribe ?? "");
  const program = aBrowser(office.deps as unknown as Deps);
  const said = await program.post(action, `${pathname}${search}`, { "List-Unsubscribe": "One-Click" });
  expect(said).toMatchObject({ status: 200, to: null });
  expect(await office.deps.db.select({ digest: dutyReaders.digest }).from(dutyReaders)).toEqual([{ digest: "off" }]);
});
