import { expect, test } from "vitest";
import type { OrganizationId, RoleId } from "#app/domain/kernel/ids.ts";
import { action as startAction } from "#app/routes/_site.quick-check._index.tsx";
import { action, loader } from "#app/routes/o.$org.exposure.$role_.duties.tsx";
import type { Database } from "#db/client.server.ts";
import { insertRoles } from "#db/repositories/workforce.server.ts";
import { organizations } from "#db/schema/tenancy.ts";
import { freshDatabase } from "#tests/database/fresh-database.ts";
import { testDeps } from "#tests/fakes/test-deps.ts";
import { aBrowser } from "./a-browser.ts";

async function aDispatcher(db: Database) {
  const browser = aBrowser(await testDeps(db));
  await browser.post(startAction, "/quick-check?index", {});
  const [row] = await db.select({ id: organizations.id, slug: organizations.slug }).from(organizations);
  const role = "role-1" as RoleId;
  const given = [{ id: role, draft: { title: "Freight dispatcher", headcount: 9 } }];
  await insertRoles(db, row?.id as OrganizationId, given, new Date("2026-11-20T09:00:00Z"));
  const params = { org: row?.slug ?? "", role };
  const path = `/o/${params.org}/exposure/${role}/duties`;
  return {
    path,
    send: (body: Record<string, string>) => browser.post(action, path, { version: "1", ...body }, params),
    open: async () => (await browser.open(loader, path, params)).data,
  };
}

test("a pasted text is shown to be checked, saved by a second step, and taken back", async () => {
  await using fresh = await freshDatabase();
  const { path, send, open } = await aDispatcher(fresh.db);
  const pasted = "Responsibilities\n- Plan routes for drivers (40 %)\nRequirements\n- A driving licence";
  expect(await send({ intent: "read", pasted })).toMatchObject({
    status: 200,
    data: {
      failed: null,
      draft: { pasted, rows: [{ text: "Plan routes for drivers", share: "40", activity: "" }], leftOutCount: 3 },
    },
  });
  expect(await open()).toMatchObject({ duties: { version: 1, view: { duties: [] } } });

  const row = { "text[]": "Plan routes for drivers", "share[]": "40", "activity[]": "none" };
  expect((await send({ intent: "save", ...row })).to).toBe(`${path}?saved`);
  expect(await open()).toMatchObject({
    duties: { version: 2, undoable: true, view: { duties: [{ task: { timeShare: 0.4, activity: "none" } }] } },
  });
  expect(await send({ intent: "save", ...row, "share[]": "50" })).toMatchObject({
    status: 409,
    data: { failed: { kind: "conflict" }, draft: { rows: [{ share: "50" }] } },
  });
  expect((await send({ intent: "restore", version: "2" })).to).toBe(`${path}?saved`);
  expect(await open()).toMatchObject({ duties: { view: { duties: [] } } });
});

test("shares above all of the time are refused, and what was typed stays", async () => {
  await using fresh = await freshDatabase();
  const { send } = await aDispatcher(fresh.db);
  expect(await send({ intent: "save", "text[]": "Plan routes", "share[]": "140", "activity[]": "" })).toMatchObject({
    status: 422,
    data: { failed: { kind: "problems" }, draft: { rows: [{ text: "Plan routes", share: "140" }] } },
  });
});

test.each([
  ["nothingPasted", ""],
  ["tooMuchText", "Plan routes and call drivers. ".repeat(10_000)],
  ["nothingFound", "\u0000\u0001\ufffd".repeat(9_000)],
  ["nothingFound", "Responsibilities:\nRequirements:"],
])("%s is said, and the text stays", async (kind, pasted) => {
  await using fresh = await freshDatabase();
  const { send } = await aDispatcher(fresh.db);
  expect(await send({ intent: "read", pasted })).toMatchObject({
    status: 422,
    data: { failed: { kind }, draft: { pasted } },
  });
});
