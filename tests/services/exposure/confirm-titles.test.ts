import { expect, test } from "vitest";
import type { RoleId } from "#app/domain/kernel/ids.ts";
import { confirmTitles, undoTitles } from "#app/services/exposure/confirm-titles.server.ts";
import type { Knowledge } from "#app/services/knowledge.ts";
import { countAuditEntries } from "#db/repositories/governance.server.ts";
import { listTitleChoices } from "#db/repositories/title-choices.server.ts";
import { insertRoles, listRoles } from "#db/repositories/workforce.server.ts";
import { jobs } from "#db/schema/jobs.ts";
import { aMemberRow } from "#tests/builders/a-person.ts";
import { anOrganizationRow } from "#tests/builders/an-organization.ts";
import { freshDatabase } from "#tests/database/fresh-database.ts";

const now = () => new Date("2026-11-22T12:00:00Z");
const known = ["13-1081.00", "53-3032.00"];
const knowledge = { occupations: { byOnet: new Map(known.map((onet) => [onet, { onet }])) } } as unknown as Knowledge;

async function aHouse() {
  const fresh = await freshDatabase();
  const { id } = await anOrganizationRow(fresh.db);
  const { actor } = await aMemberRow(fresh.db, id, "editor");
  const { actor: viewer } = await aMemberRow(fresh.db, id, "viewer");
  let count = 0;
  const deps = { db: fresh.db, knowledge, now, newId: () => `id-${++count}` };
  const titles = ["Dispatcher", "dispatcher (m/w/d)", "Driver"];
  await insertRoles(
    fresh.db,
    id,
    titles.map((title, at) => ({ id: `role-${at}` as RoleId, draft: { title, headcount: 2 } })),
    now(),
  );
  const choices = async () => Object.fromEntries(await listTitleChoices(fresh.db, id));
  return { deps, actor, viewer, id, choices, [Symbol.asyncDispose]: () => fresh[Symbol.asyncDispose]() };
}

const both = [
  { title: "dispatcher", onet: "13-1081.00" },
  { title: "driver", onet: "53-3032.00" },
];

test("many titles are decided with one entry in the log, one assessment, and for every equal title", async () => {
  await using house = await aHouse();
  const { deps, actor, id } = house;
  const before = await countAuditEntries(deps.db, id);
  expect(await confirmTitles(deps, actor, { decisions: both, source: "guesses" })).toEqual({
    ok: true,
    value: { changed: 2 },
  });
  expect(await confirmTitles(deps, actor, { decisions: both, source: "guesses" })).toMatchObject({
    value: { changed: 0 },
  });
  await confirmTitles(deps, actor, { decisions: [{ title: "driver", onet: null }], source: "page" });
  expect((await listRoles(deps.db, id)).map(({ title, onet }) => [title, onet])).toEqual([
    ["Dispatcher", "13-1081.00"],
    ["Driver", undefined],
    ["dispatcher (m/w/d)", "13-1081.00"],
  ]);
  expect((await countAuditEntries(deps.db, id)) - before).toBe(2);
  expect((await deps.db.select().from(jobs)).map(({ kind }) => kind)).toEqual(["exposure.assess"]);
});

test("undoing takes back what was decided in one go, step by step, and nothing that was decided since", async () => {
  await using house = await aHouse();
  const { deps, actor } = house;
  await confirmTitles(deps, actor, { decisions: [{ title: "driver", onet: "13-1081.00" }], source: "page" });
  await confirmTitles(deps, actor, { decisions: both, source: "guesses" });
  expect(await undoTitles(deps, actor)).toEqual({ ok: true, value: { changed: 2 } });
  expect(await house.choices()).toEqual({ driver: "13-1081.00" });
  expect(await undoTitles(deps, actor)).toEqual({ ok: true, value: { changed: 1 } });
  expect(await house.choices()).toEqual({});
  expect(await undoTitles(deps, actor)).toEqual({ ok: false, failure: { kind: "not-found" } });
});

test("a code that no occupation has refuses the whole, and who may only read decides nothing", async () => {
  await using house = await aHouse();
  const { deps, actor, viewer } = house;
  const wrong = [...both, { title: "packer", onet: "99-9999.00" }];
  expect(await confirmTitles(deps, actor, { decisions: wrong, source: "file" })).toEqual({
    ok: false,
    failure: { kind: "unknown-occupation" },
  });
  expect(await confirmTitles(deps, viewer, { decisions: both, source: "page" })).toEqual({
    ok: false,
    failure: { kind: "forbidden" },
  });
  expect(await house.choices()).toEqual({});
});
