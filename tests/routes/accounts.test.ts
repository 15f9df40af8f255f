import { expect, test } from "vitest";
import { action as resetAction } from "#app/routes/_auth.reset._index.tsx";
import { action as newPasswordAction } from "#app/routes/_auth.reset.new.tsx";
import { action as signInAction } from "#app/routes/_auth.sign-in.tsx";
import { action as signUpAction } from "#app/routes/_auth.sign-up.tsx";
import { action as verifyAction, loader as verifyLoader } from "#app/routes/_auth.verify.tsx";
import { action as accountAction, loader as accountLoader } from "#app/routes/account.tsx";
import { action as demonstrationAction, loader as demonstrationLoader } from "#app/routes/demonstration.ts";
import { loader as lettersLoader } from "#app/routes/dev.mail.tsx";
import { action as newOrganizationAction } from "#app/routes/new-organization.tsx";
import { loader as profileLoader } from "#app/routes/o.$org.settings._index.tsx";
import { action as dataAction } from "#app/routes/o.$org.settings.data.tsx";
import { action as exportAction } from "#app/routes/o.$org.settings.data[.]json.ts";
import { loader as resumeLoader } from "#app/routes/resume.$form.tsx";
import { action as signOutAction } from "#app/routes/sign-out.ts";
import type { Database } from "#db/client.server.ts";
import { organizations } from "#db/schema/tenancy.ts";
import { anOrganizationRow } from "#tests/builders/an-organization.ts";
import { freshDatabase } from "#tests/database/fresh-database.ts";
import { aBrowser } from "./a-browser.ts";
import { aHouse, ana, query } from "./a-house.ts";

async function signedUp(db: Database) {
  const house = await aHouse(db);
  const browser = aBrowser(house.deps);
  await browser.post(signUpAction, "/sign-up", ana);
  await browser.post(verifyAction, "/verify", query(await house.linkOf("Confirm")));
  return { ...house, browser };
}

test("signs up, confirms with a press, creates an organization and is its owner", async () => {
  await using fresh = await freshDatabase();
  const { deps, linkOf } = await aHouse(fresh.db);
  const browser = aBrowser(deps);
  expect((await browser.post(signUpAction, "/sign-up", ana)).to).toBe("/check-mail");
  expect((await browser.open(accountLoader, "/account")).to).toBe("/sign-in?to=%2Faccount");

  const link = await linkOf("Confirm");
  await browser.open(verifyLoader, link.replace("https://groundwork.example", ""));
  expect((await browser.open(accountLoader, "/account")).status).toBe(302);
  expect((await browser.post(verifyAction, "/verify", query(link))).to).toBe("/new-organization");

  const profile = {
    name: "Müller & Söhne",
    sector: "transport",
    headcount: "340",
    country: "DE",
    "placesEu[]": "EU-DE",
    currency: "EUR",
  };
  expect((await browser.post(newOrganizationAction, "/new-organization", profile)).to).toBe("/o/muller-sohne");
  const opened = await browser.open(profileLoader, "/o/muller-sohne/settings", { org: "muller-sohne" });
  expect(opened.data).toMatchObject({ name: "Müller & Söhne", headcount: 340, places: ["EU-DE"], website: null });
});

test("says beside each field what a profile lacks, and keeps what was typed", async () => {
  await using fresh = await freshDatabase();
  const { browser } = await signedUp(fresh.db);
  const answer = await browser.post(newOrganizationAction, "/new-organization", {
    name: "X",
    headcount: "-3",
    website: "not a site",
  });
  expect(answer.status).toBe(422);
  const { errors, values } = answer.data as { errors: object; values: object };
  expect(Object.keys(errors).sort()).toEqual(["country", "currency", "headcount", "sector", "website"]);
  expect(values).toEqual({ name: "X", headcount: "-3", website: "not a site" });
});

test("after sign-out the same cookies open nothing", async () => {
  await using fresh = await freshDatabase();
  const { browser, deps } = await signedUp(fresh.db);
  const thief = aBrowser(deps);
  for (const [name, value] of browser.jar) thief.jar.set(name, value);
  expect((await thief.open(accountLoader, "/account")).status).toBe(200);
  await browser.post(signOutAction, "/sign-out", {});
  expect((await thief.open(accountLoader, "/account")).status).toBe(302);
});

test("a sign-in leads back to a page of ours and to no other", async () => {
  await using fresh = await freshDatabase();
  const { deps } = await signedUp(fresh.db);
  const enter = (to: string) => aBrowser(deps).post(signInAction, "/sign-in", { ...ana, to });
  expect((await enter("/o/acme/plan")).to).toBe("/o/acme/plan");
  expect((await enter("//evil.example")).to).toBe("/new-organization");
  expect((await enter("https://evil.example")).to).toBe("/new-organization");
});

test("letters lead to the configured host, whatever host the request names", async () => {
  await using fresh = await freshDatabase();
  const { deps, linkOf } = await aHouse(fresh.db);
  const browser = aBrowser(deps, "evil.example");
  await browser.post(signUpAction, "/sign-up", ana);
  expect(await linkOf("Confirm")).toMatch(/^https:\/\/groundwork\.example\/verify\?/);
  await browser.post(resetAction, "/reset", { email: ana.email });
  expect(await linkOf("new password")).toMatch(/^https:\/\/groundwork\.example\/reset\/new\?/);
});

test("a reset by letter works once and ends the sessions there were", async () => {
  await using fresh = await freshDatabase();
  const { browser, linkOf } = await signedUp(fresh.db);
  await browser.post(resetAction, "/reset", { email: ana.email });
  const { token = "" } = query(await linkOf("new password"));
  const body = { token, password: "four tall pines in fog" };
  expect((await browser.post(newPasswordAction, "/reset/new", body)).to).toBe("/sign-in?said=password-set");
  expect((await browser.open(accountLoader, "/account")).status).toBe(302);
  expect((await browser.post(newPasswordAction, "/reset/new", body)).data).toMatchObject({ spent: true });
});

test("what a guest began is theirs when they confirm on another device", async () => {
  await using fresh = await freshDatabase();
  await anOrganizationRow(fresh.db, { kind: "template", name: "Kestrel Freight" });
  const { deps, linkOf } = await aHouse(fresh.db);
  const laptop = aBrowser(deps);
  expect((await laptop.open(demonstrationLoader, "/demonstration")).to).toBe("/");
  const { to } = await laptop.post(demonstrationAction, "/demonstration", {});
  const org = to?.replace("/o/", "") ?? "";
  expect((await laptop.open(profileLoader, `/o/${org}/settings`, { org })).status).toBe(200);

  await laptop.post(signUpAction, "/sign-up", ana);
  const phone = aBrowser(deps);
  expect((await phone.open(profileLoader, `/o/${org}/settings`, { org })).status).toBe(302);
  expect((await phone.post(verifyAction, "/verify", query(await linkOf("Confirm")))).to).toBe(`/o/${org}`);
  expect((await phone.open(profileLoader, `/o/${org}/settings`, { org })).status).toBe(200);
  expect((await laptop.open(profileLoader, `/o/${org}/settings`, { org })).status).toBe(302);
});

test("a guest cookie that somebody else signed opens nothing", async () => {
  await using fresh = await freshDatabase();
  await anOrganizationRow(fresh.db, { kind: "template" });
  const { deps } = await aHouse(fresh.db);
  const browser = aBrowser(deps);
  const { to } = await browser.post(demonstrationAction, "/demonstration", {});
  const org = to?.replace("/o/", "") ?? "";
  const rows = await fresh.db.select().from(organizations);
  const id = rows.find((row) => row.slug === org)?.id ?? "";
  const thief = aBrowser(deps);
  for (const forged of [`guest:${id}`, `guest:${id}.${"A".repeat(43)}`, id]) {
    thief.jar.set("groundwork_guest", encodeURIComponent(forged));
    expect((await thief.open(profileLoader, `/o/${org}/settings`, { org })).status).toBe(302);
  }
});

test("downloads, erases and brings back an organization", async () => {
  await using fresh = await freshDatabase();
  const { browser } = await signedUp(fresh.db);
  const profile = { name: "Acme", sector: "retail", headcount: "20", country: "DE", currency: "EUR" };
  await browser.post(newOrganizationAction, "/new-organization", profile);
  const params = { org: "acme" };
  const exported = await browser.post(exportAction, "/o/acme/settings/data.json", {}, params);
  expect(JSON.parse(String(exported.data)).organization.name).toBe("Acme");
  const erase = { intent: "erase", name: "Acme" };
  expect((await browser.post(dataAction, "/o/acme/settings/data", erase, params)).to).toBe("/account");
  expect((await browser.open(profileLoader, "/o/acme/settings", params)).status).toBe(404);
  await browser.post(accountAction, "/account", { intent: "keep", slug: "acme" });
  expect((await browser.open(profileLoader, "/o/acme/settings", params)).status).toBe(200);
});

test("what is typed when a session has ended waits behind the sign-in, without its passwords", async () => {
  await using fresh = await freshDatabase();
  const { browser } = await signedUp(fresh.db);
  await browser.post(signOutAction, "/sign-out", {});
  const typed = { name: "A long description", sector: "retail", password: "should not stay" };
  const { to } = await browser.post(newOrganizationAction, "/new-organization?index", typed);
  const back = new URL(to ?? "", "https://groundwork.example").searchParams.get("to") ?? "";
  expect((await browser.post(signInAction, "/sign-in", { ...ana, to: back })).to).toBe(back);

  const form = back.replace("/resume/", "");
  const resumed = await browser.open(resumeLoader, back, { form });
  const fields = [
    ["name", "A long description"],
    ["sector", "retail"],
  ];
  expect(resumed.data).toEqual({ form: { path: "/new-organization?index", fields } });
  browser.jar.delete("groundwork_form");
  expect((await browser.open(resumeLoader, back, { form })).data).toEqual({ form: null });
});

test("letters that were kept are shown to this machine only", async () => {
  await using fresh = await freshDatabase();
  const { deps } = await aHouse(fresh.db);
  const keeping = { ...deps, origin: "http://localhost:3000", mail: { ...deps.mail, delivers: false } };
  const from = (address: string, url: string, more: Record<string, string> = {}) =>
    lettersLoader({
      request: new Request(url, { headers: more }),
      params: {},
      context: { deps: keeping, nonce: "", requestId: "r", address },
    }).then(
      () => 200,
      (thrown: Response) => thrown.status,
    );
  const here = "http://localhost:3000/dev/mail";
  expect(await from("127.0.0.1", here)).toBe(200);
  expect(await from("192.0.2.9", here)).toBe(404);
  expect(await from("127.0.0.1", "http://groundwork.example/dev/mail")).toBe(404);
  expect(await from("127.0.0.1", here, { "x-forwarded-for": "192.0.2.9" })).toBe(404);
});
