import { expect, test } from "vitest";
import type { OrganizationId, RoleId } from "#app/domain/kernel/ids.ts";
import { action as startAction } from "#app/routes/_site.quick-check._index.tsx";
import { action, loader } from "#app/routes/o.$org.exposure._index.tsx";
import { action as roleAction, loader as roleLoader } from "#app/routes/o.$org.exposure.$role.tsx";
import { loader as exportLoader } from "#app/routes/o.$org.exposure.export.ts";
import { loader as methodLoader } from "#app/routes/o.$org.exposure.method.tsx";
import type { Database } from "#db/client.server.ts";
import { insertRoles } from "#db/repositories/workforce.server.ts";
import { organizations } from "#db/schema/tenancy.ts";
import { freshDatabase } from "#tests/database/fresh-database.ts";
import { testDeps } from "#tests/fakes/test-deps.ts";
import { aBrowser } from "./a-browser.ts";

const role = "role-1" as RoleId;

/** A visitor inside an organization of their own with two roles. */
async function aVisitor(db: Database) {
  const browser = aBrowser(await testDeps(db));
  await browser.post(startAction, "/quick-check?index", {});
  const [row] = await db.select({ id: organizations.id, slug: organizations.slug }).from(organizations);
  const drafts = [
    { id: role, draft: { title: "Dispatcher", headcount: 9 } },
    { id: "role-2" as RoleId, draft: { title: "Forklift driver", headcount: 20 } },
  ];
  await insertRoles(db, row?.id as OrganizationId, drafts, new Date("2026-11-20T09:00:00Z"));
  const org = row?.slug ?? "";
  return { browser, params: { org }, at: (path: string) => `/o/${org}/${path}` };
}

test("nothing is shown before it was assessed, then the table sorted and filtered as the address says", async () => {
  await using fresh = await freshDatabase();
  const { browser, params, at } = await aVisitor(fresh.db);
  expect((await browser.open(loader, at("exposure"), params)).data).toMatchObject({ result: null, roles: 2 });
  expect((await browser.open(exportLoader, at("exposure/export?format=csv"), params)).status).toBe(404);

  expect((await browser.post(action, at("exposure?index"), {}, params)).to).toBe(at("exposure"));
  const titles = async (query: string) => {
    const seen = await browser.open(loader, at(`exposure?${query}`), params);
    const { result } = seen.data as { result: { page: { rows: { title: string }[] } } };
    return result.page.rows.map(({ title }) => title);
  };
  expect(await titles("sort=score")).toEqual(["Forklift driver", "Dispatcher"]);
  expect(await titles("sort=-score")).toEqual(["Dispatcher", "Forklift driver"]);
  expect(await titles("filter=fork")).toEqual(["Forklift driver"]);
  expect((await browser.open(loader, at("exposure?format=csv&filter=fork"), params)).to).toContain(
    "exposure/export?format=csv",
  );
  const csv = (await browser.open(exportLoader, at("exposure/export?format=csv&filter=fork"), params)).data as string;
  expect(csv).toContain("Forklift driver");
  expect(csv).not.toContain("Dispatcher,");
});

test("refuses a scenario that does not exist", async () => {
  await using fresh = await freshDatabase();
  const { browser, params, at } = await aVisitor(fresh.db);
  expect((await browser.post(action, at("exposure?index"), { scenario: "wild" }, params)).status).toBe(422);
});

test("a role is confirmed, gated and taken back through its forms", async () => {
  await using fresh = await freshDatabase();
  const { browser, params, at } = await aVisitor(fresh.db);
  await browser.post(action, at("exposure?index"), {}, params);
  const here = { ...params, role };
  const path = at(`exposure/${role}`);
  const state = async () => (await browser.open(roleLoader, path, here)).data;
  expect(await state()).toMatchObject({ detail: { role: { state: "unconfirmed" } } });

  expect((await browser.post(roleAction, path, { intent: "confirm" }, here)).status).toBe(422);
  expect((await browser.post(roleAction, path, { intent: "confirm", onet: "11-0000.00" }, here)).data).toMatchObject({
    errors: { onet: ["unknown-occupation"] },
  });
  const searched = await browser.open(roleLoader, `${path}?find=Sachbearbeiter+Zoll`, here);
  expect(searched.data).toMatchObject({ detail: { search: { query: "Sachbearbeiter Zoll" } } });
  const { detail } = searched.data as { detail: { search: { found: { onet: string }[] } } };
  expect(detail.search.found.map(({ onet }) => onet)).toContain("13-1041.08");
  expect((await browser.open(roleLoader, `${path}?find=+`, here)).data).toMatchObject({ detail: { search: null } });
  expect((await browser.post(roleAction, path, { intent: "confirm", onet: "43-5032.00" }, here)).to).toBe(path);
  expect(await state()).toMatchObject({ detail: { role: { state: "confirmed" }, version: 1 } });

  await browser.post(roleAction, path, { intent: "gates", version: "1", highErrorCost: "yes" }, here);
  expect(await state()).toMatchObject({
    detail: { gates: { highErrorCost: true, physicalPresence: false }, version: 2 },
  });
  expect((await browser.post(roleAction, path, { intent: "gates", version: "1" }, here)).status).toBe(409);

  await browser.post(roleAction, path, { intent: "take-back" }, here);
  expect(await state()).toMatchObject({ detail: { role: { state: "unconfirmed" } } });
});

test("a role that does not exist is not found, and the method page answers", async () => {
  await using fresh = await freshDatabase();
  const { browser, params, at } = await aVisitor(fresh.db);
  expect((await browser.open(roleLoader, at("exposure/nobody"), { ...params, role: "nobody" })).status).toBe(404);
  expect((await browser.open(methodLoader, at("exposure/method"), params)).data).toMatchObject({ occupations: 923 });
});
