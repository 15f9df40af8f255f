import { expect, test } from "vitest";
import { action as signUpAction } from "#app/routes/_auth.sign-up.tsx";
import { action as verifyAction } from "#app/routes/_auth.verify.tsx";
import { action as startAction, loader as startLoader } from "#app/routes/_site.quick-check._index.tsx";
import { action as stepAction, loader as stepLoader } from "#app/routes/_site.quick-check.$step.tsx";
import { action as resultAction, loader as resultLoader } from "#app/routes/_site.quick-check.result.tsx";
import { action as profileAction, loader as profileLoader } from "#app/routes/o.$org.settings._index.tsx";
import { organizations } from "#db/schema/tenancy.ts";
import { freshDatabase } from "#tests/database/fresh-database.ts";
import { testDeps } from "#tests/fakes/test-deps.ts";
import { aBrowser } from "./a-browser.ts";
import { aHouse, ana, query } from "./a-house.ts";

type Step = { readonly step: number; readonly of: number; readonly answer: { readonly version: number } | null };

test("a visitor answers fifteen questions by posting forms and reads a result, with nothing but a cookie", async () => {
  await using fresh = await freshDatabase();
  const browser = aBrowser(await testDeps(fresh.db));
  const started = await browser.post(startAction, "/quick-check?index", { for: "automate-workflow" });
  expect(started.to).toBe("/quick-check/1?for=automate-workflow");

  let to = started.to ?? "";
  let posts = 0;
  while (!to.endsWith("/result")) {
    const params = { step: to.match(/\/(\d+)/)?.[1] ?? "" };
    const { data } = await browser.open(stepLoader, to, params);
    expect((data as Step).of).toBe(15);
    const answered = await browser.post(stepAction, to, { level: "2", version: "0" }, params);
    to = answered.to ?? "";
    posts++;
  }
  expect(posts).toBe(15);
  const { data } = await browser.open(resultLoader, to);
  expect(data).toMatchObject({
    decision: "automate-workflow",
    result: { verdict: { answer: "not-yet" }, answered: 15, level: 2 },
  });

  expect(await browser.post(resultAction, to, { for: "be-found" })).toMatchObject({ to: "/quick-check/result" });
  expect((await browser.open(resultLoader, to)).data).toMatchObject({ decision: "be-found" });
});

test("going back shows the answer given, and another tab's answer is not overwritten", async () => {
  await using fresh = await freshDatabase();
  const browser = aBrowser(await testDeps(fresh.db));
  await browser.post(startAction, "/quick-check?index", {});
  const first = { step: "1" };
  await browser.post(stepAction, "/quick-check/1", { level: "3", version: "0" }, first);
  expect((await browser.open(stepLoader, "/quick-check/1", first)).data).toMatchObject({
    answer: { level: 3, version: 1 },
  });
  const late = await browser.post(stepAction, "/quick-check/1", { level: "5", version: "0" }, first);
  expect(late).toMatchObject({ status: 409, data: { conflict: true } });
  expect((await browser.open(stepLoader, "/quick-check/1", first)).data).toMatchObject({ answer: { level: 3 } });
});

test("no answer is asked for again in words, and nothing is guessed", async () => {
  await using fresh = await freshDatabase();
  const browser = aBrowser(await testDeps(fresh.db));
  await browser.post(startAction, "/quick-check?index", {});
  const empty = await browser.post(stepAction, "/quick-check/1", { version: "0" }, { step: "1" });
  expect(empty).toMatchObject({ status: 422, data: { errors: { level: [expect.stringContaining("Don't know")] } } });
  expect((await browser.open(stepLoader, "/quick-check/99", { step: "99" })).status).toBe(404);
});

test("without a cookie every step leads to the start, and the start offers to go on where one was", async () => {
  await using fresh = await freshDatabase();
  const deps = await testDeps(fresh.db);
  const stranger = aBrowser(deps);
  expect((await stranger.open(stepLoader, "/quick-check/3", { step: "3" })).to).toBe("/quick-check");
  expect((await stranger.open(resultLoader, "/quick-check/result")).to).toBe("/quick-check");
  expect((await stranger.open(startLoader, "/quick-check")).data).toMatchObject({ resume: null });

  await stranger.post(startAction, "/quick-check?index", {});
  await stranger.post(stepAction, "/quick-check/1", { level: "unknown", version: "0" }, { step: "1" });
  expect((await stranger.open(startLoader, "/quick-check")).data).toMatchObject({ resume: { step: 2 } });
});

test("who signs up with a quick check is asked once who the organization is, then sees it", async () => {
  await using fresh = await freshDatabase();
  const { deps, linkOf } = await aHouse(fresh.db);
  const browser = aBrowser(deps);
  await browser.post(startAction, "/quick-check?index", {});
  await browser.post(signUpAction, "/sign-up", ana);
  const [kept] = await fresh.db.select().from(organizations);
  const [page, params] = [`/o/${kept?.slug}/settings`, { org: kept?.slug ?? "" }];
  expect((await browser.post(verifyAction, "/verify", query(await linkOf("Confirm")))).to).toBe(page);

  const asked = await browser.open(profileLoader, page, params);
  expect(asked.data).toMatchObject({ described: false, name: "" });
  const { version } = asked.data as { version: number };
  const told = { name: "Acme", sector: "retail", headcount: "20", country: "DE", currency: "EUR", first: "yes" };
  const saved = await browser.post(profileAction, `${page}?index`, { ...told, version: String(version) }, params);
  expect(saved.to).toBe(`/o/${kept?.slug}`);
  expect((await browser.open(profileLoader, page, params)).data).toMatchObject({ described: true, name: "Acme" });
});
