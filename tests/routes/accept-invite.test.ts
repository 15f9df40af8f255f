import { expect, test } from "vitest";
import { action as acceptAction, loader as acceptLoader } from "#app/routes/_auth.accept-invite.$token.tsx";
import { action as signInAction } from "#app/routes/_auth.sign-in.tsx";
import { action as signUpAction, loader as signUpLoader } from "#app/routes/_auth.sign-up.tsx";
import { action as verifyAction } from "#app/routes/_auth.verify.tsx";
import { loader as accountLoader } from "#app/routes/account.tsx";
import { inviteMember } from "#app/services/tenancy/invite-member.server.ts";
import type { Database } from "#db/client.server.ts";
import { listMembers } from "#db/repositories/tenancy.server.ts";
import { invitations } from "#db/schema/tenancy.ts";
import { aMemberRow } from "#tests/builders/a-person.ts";
import { anOrganizationRow } from "#tests/builders/an-organization.ts";
import { freshDatabase } from "#tests/database/fresh-database.ts";
import { aBrowser } from "./a-browser.ts";
import { aHouse, ana, query } from "./a-house.ts";

async function invited(db: Database) {
  const house = await aHouse(db);
  const organization = await anOrganizationRow(db, { name: "Acme" });
  const owner = await aMemberRow(db, organization.id);
  await inviteMember(house.deps, owner.actor, { email: ana.email, role: "editor", inviter: owner.name });
  const page = new URL(await house.linkOf("Acme")).pathname;
  return { ...house, organization, page, params: { token: page.split("/").at(-1) ?? "" } };
}

const signUpOf = (to: string) => `/sign-up?${new URLSearchParams({ to })}`;

test("who is invited signs up, confirms on another device, is back at the invitation and joins in the invited role", async () => {
  await using fresh = await freshDatabase();
  const { deps, linkOf, organization, page, params } = await invited(fresh.db);
  const laptop = aBrowser(deps);
  expect((await laptop.open(signUpLoader, signUpOf(page))).data).toEqual({ to: page, email: ana.email });
  expect((await laptop.post(signUpAction, signUpOf(page), { ...ana, to: page })).to).toBe("/check-mail");

  const phone = aBrowser(deps);
  const confirm = query(await linkOf("Confirm"));
  expect((await phone.post(verifyAction, "/verify", confirm)).to).toBe(page);
  expect((await phone.open(acceptLoader, page, params)).data).toMatchObject({
    invitation: { organization: "Acme", role: "editor", email: ana.email },
    signedIn: true,
  });
  expect((await phone.post(acceptAction, page, {}, params)).to).toBe(`/o/${organization.slug}`);
  const members = await listMembers(fresh.db, organization.id);
  expect(members.find(({ email }) => email === ana.email)?.role).toBe("editor");

  expect((await phone.post(verifyAction, "/verify", confirm)).status).toBe(422);
  expect((await phone.open(acceptLoader, page, params)).data).toMatchObject({ invitation: null, refused: "spent" });
});

test("the letter that a sign-in sends again leads back to the invitation too", async () => {
  await using fresh = await freshDatabase();
  const { deps, mail, linkOf, page } = await invited(fresh.db);
  await aBrowser(deps).post(signUpAction, "/sign-up", ana);
  await linkOf("Confirm");
  mail.sent.length = 0;
  const browser = aBrowser(deps);
  expect((await browser.post(signInAction, "/sign-in", { ...ana, to: page })).data).toHaveProperty("errors.form");
  expect((await browser.post(verifyAction, "/verify", query(await linkOf("Confirm")))).to).toBe(page);
});

test("a sign-up leads on to a page of ours and to no other", async () => {
  await using fresh = await freshDatabase();
  const { deps, mail, linkOf } = await aHouse(fresh.db);
  for (const [who, to] of ["//evil.example", "https://evil.example/accept-invite/x", "/\\evil.example"].entries()) {
    const browser = aBrowser(deps);
    mail.sent.length = 0;
    expect((await browser.open(signUpLoader, signUpOf(to))).data).toEqual({ to: "", email: "" });
    await browser.post(signUpAction, "/sign-up", { ...ana, email: `ana${who}@example.com`, to });
    const link = query(await linkOf("Confirm"));
    expect(link).not.toHaveProperty("keep");
    expect((await browser.post(verifyAction, "/verify", link)).to).toBe("/new-organization");
  }
});

test("a way back that somebody wrote into the letter's link is not followed", async () => {
  await using fresh = await freshDatabase();
  const { deps, linkOf, page } = await invited(fresh.db);
  const browser = aBrowser(deps);
  await browser.post(signUpAction, "/sign-up", { ...ana, to: page });
  const { token = "", keep = "" } = query(await linkOf("Confirm"));
  const forged = keep.replace(page, "//evil.example");
  expect(forged).not.toBe(keep);
  expect((await browser.post(verifyAction, "/verify", { token, keep: forged })).to).toBe("/new-organization");
  expect((await browser.open(accountLoader, "/account")).status).toBe(200);
});

test("no address is filled in for an invitation that is made up, withdrawn or too old", async () => {
  await using fresh = await freshDatabase();
  const { deps, page } = await invited(fresh.db);
  const addressAt = async (to: string, now = deps.now()) =>
    (await aBrowser({ ...deps, now: () => now }).open(signUpLoader, signUpOf(to))).data;
  expect(await addressAt("/accept-invite/made-up")).toEqual({ to: "/accept-invite/made-up", email: "" });
  expect(await addressAt(`/o/acme${page}`)).toMatchObject({ email: "" });
  expect(await addressAt(page, new Date(deps.now().getTime() + 8 * 86_400_000))).toMatchObject({ email: "" });
  expect(await addressAt(page)).toMatchObject({ email: ana.email });
  await fresh.db.delete(invitations);
  expect(await addressAt(page)).toMatchObject({ email: "" });
});
