import { expect, test } from "vitest";
import { clearOldImports } from "#app/services/workforce/clear-old-imports.server.ts";
import { undoImport } from "#app/services/workforce/undo-import.server.ts";
import { readFilePiece } from "#db/repositories/files.server.ts";
import { countImportRoles } from "#db/repositories/import-roles.server.ts";
import { findRoleImport, listBadRows } from "#db/repositories/role-imports.server.ts";
import { aCsv } from "#tests/builders/a-roster.ts";
import { anImportingHouse, type ImportingHouse } from "./an-importing-house.ts";

const file = aCsv("Job title,Headcount", "Clerk,6", "Driver,many", "Loader,3");
const day = 86_400_000;

async function leftOf({ deps, organizationId }: ImportingHouse, importId: string) {
  const known = await findRoleImport(deps.db, organizationId, importId);
  return {
    known: known !== null,
    report: known?.report ?? null,
    roles: (await countImportRoles(deps.db, organizationId, importId)).count,
    bad: (await listBadRows(deps.db, organizationId, importId, 0, 10)).length,
  };
}

test("an import keeps its file and rows as long as it can be undone, and what it came to for good", async () => {
  await using house = await anImportingHouse();
  const { deps, clock, actor } = house;
  const [first, second] = [await house.importFile(file), await house.importFile(file)];
  const known = await findRoleImport(deps.db, house.organizationId, first);
  if (known === null) throw new Error("no import");
  const saved = clock.now.getTime();

  clock.now = new Date(saved + 30 * day - 1);
  expect(await clearOldImports(deps)).toEqual({ ok: true, value: 0 });
  expect(await leftOf(house, first)).toMatchObject({ roles: 2, bad: 1 });
  expect((await undoImport(deps, actor, { importId: second, untouchedOnly: false })).ok).toBe(true);

  clock.now = new Date(saved + 30 * day);
  expect((await house.look(first)).undo).toBeNull();
  expect(await clearOldImports(deps)).toEqual({ ok: true, value: 1 });
  expect(await leftOf(house, first)).toEqual({ known: true, report: known.report, roles: 0, bad: 0 });
  expect(await readFilePiece(deps.db, house.organizationId, known.fileId, 0)).toBeNull();
  expect((await house.look(first)).cleared).toBe(true);
  // One that was undone is kept from then on.
  expect(await leftOf(house, second)).toMatchObject({ known: true, roles: 2 });
  expect(await house.roles()).toHaveLength(2);
  expect(await clearOldImports(deps)).toEqual({ ok: true, value: 0 });
});

test("an import that nobody saved goes as a whole, and one that is being worked on stays", async () => {
  await using house = await anImportingHouse();
  const { deps, clock } = house;
  const importId = await house.start(file);
  const rows = Array.from({ length: 2_100 }, (_, at) => `Clerk ${at},1`);
  const working = await house.start(aCsv("Job title,Headcount", ...rows));
  clock.now = new Date(clock.now.getTime() + 31 * day);
  expect(await clearOldImports(deps)).toEqual({ ok: true, value: 1 });
  expect(await leftOf(house, importId)).toEqual({ known: false, report: null, roles: 0, bad: 0 });
  expect((await findRoleImport(deps.db, house.organizationId, working))?.status).toBe("reading");
});
