import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readRelease } from "#app/cli/read-release.ts";
import type { RoleId } from "#app/domain/kernel/ids.ts";
import { importStatements, removeStatements } from "#app/services/exposure/import-statements.server.ts";
import { loadExposedRole } from "#app/services/exposure/load-exposed-role.server.ts";
import { runExposureAssessment } from "#app/services/exposure/run-exposure-assessment.server.ts";
import { findStatementSet, insertStatements, listStatements } from "#db/reference/statements.server.ts";
import { insertRoles } from "#db/repositories/workforce.server.ts";
import { referenceStatements } from "#db/schema/reference.ts";
import { aMemberRow } from "#tests/builders/a-person.ts";
import { aReleaseFolder, releaseTexts } from "#tests/builders/an-onet-release.ts";
import { anOrganizationRow } from "#tests/builders/an-organization.ts";
import { templateFile } from "#tests/database/build-template.ts";
import { type FreshDatabase, freshDatabase } from "#tests/database/fresh-database.ts";
import { freshRemoteDatabase } from "#tests/database/sqld.ts";
import { testDeps } from "#tests/fakes/test-deps.ts";
import { refusalOf, runCommand } from "./a-command-line.ts";

const known = (onet: string) => onet !== "99-9999.00";
const texts = releaseTexts();

/** Reads a folder and loads it, as the command does. */
async function load(fresh: FreshDatabase, folder: string) {
  const deps = await testDeps(fresh.db);
  const { reader, files, version } = await readRelease(folder);
  const { statements, leftOut } = reader.statements(known);
  const done = await importStatements(deps, { version: version ?? "", files, statements });
  return { done, leftOut, version, files };
}

const statementsOf = async (fresh: FreshDatabase, onet: string) => {
  const set = await findStatementSet(fresh.db);
  return set === null ? [] : listStatements(fresh.db, set.load, onet);
};

test.each([
  { name: "a file", open: freshDatabase },
  { name: "a libSQL server", open: freshRemoteDatabase },
])(
  "a release is loaded into $name, again without effect, and replaced as a whole",
  async ({ open }) => {
    await using fresh = await open();
    const first = await load(fresh, aReleaseFolder());
    expect(first).toMatchObject({
      done: { did: "loaded", statements: 4, occupations: 2 },
      leftOut: 1,
      version: "30.1",
      files: [{ rows: 3 }, { rows: 2 }, { rows: 3 }, { rows: 5 }, { rows: 3 }],
    });
    expect(await statementsOf(fresh, "43-3051.00")).toMatchObject([
      { task: 1, kind: "core", importance: 4.21, activities: ["4.A.2.a.2.I02", "4.A.3.b.6.I01"] },
      { task: 2, kind: "supplemental", importance: null, activities: ["4.A.2.a.2.I02"] },
      { task: 3, statement: "Water the plant – twice a week.", kind: null, activities: [] },
    ]);
    expect((await load(fresh, aReleaseFolder())).done.did).toBe("same");

    const fewer = (texts["Task Statements.txt"] ?? "").split("\r\n").slice(0, 2).join("\n");
    expect((await load(fresh, aReleaseFolder({ "Task Statements.txt": fewer }))).done.did).toBe("replaced");
    expect(await statementsOf(fresh, "43-3051.00")).toHaveLength(1);
    expect(await fresh.db.select().from(referenceStatements)).toHaveLength(1);

    expect(await removeStatements(await testDeps(fresh.db))).toBe(1);
    expect(await findStatementSet(fresh.db)).toBeNull();
  },
  60_000,
);

test("a byte-order mark, commas with quotes and another spelling of the names are read alike", async () => {
  await using fresh = await freshDatabase();
  const csv = `\uFEFFO*NET-SOC Code,Task ID,Task,Task Type\n43-3051.00,1.0,"Lay slips, ""blue"" ones, aside.",Core\n`;
  await load(fresh, aReleaseFolder({ "Task Statements.txt": null, "task_statements.csv": csv }));
  expect((await statementsOf(fresh, "43-3051.00"))[0]?.statement).toBe('Lay slips, "blue" ones, aside.');
});

const row = (onet: string, task: string, text = "Anything.") => `${onet}\t${task}\t${text}\tCore\n`;
const head = "O*NET-SOC Code\tTask ID\tTask\tTask Type\n";

test.each<[string, Record<string, string | Uint8Array | null>, RegExp]>([
  ["a file that is missing", { "DWA Reference.txt": null }, /lacks DWA Reference\.txt/],
  [
    "a column that is missing",
    { "Task Statements.txt": "O*NET-SOC Code\tTask\n43-3051.00\tx\n" },
    /lacks the column “Task ID”; it has “O\*NET-SOC Code”, “Task”/,
  ],
  ["UTF-16", { "Task Statements.txt": Buffer.from(`\uFEFF${head}`, "utf16le") }, /not UTF-8/],
  ["Latin-1", { "Task Statements.txt": Buffer.from(head + row("43-3051.00", "1", "Café."), "latin1") }, /not UTF-8/],
  [
    "a task that stands there twice",
    { "Task Statements.txt": head + row("43-3051.00", "1").repeat(2) },
    /line 3: task 1/,
  ],
  [
    "an occupation that is not listed",
    { "Task Statements.txt": head + row("11-1011.00", "1") },
    /not in Occupation Data/,
  ],
  ["a code that is none", { "Task Statements.txt": head + row("payroll", "1") }, /“payroll” is no O\*NET-SOC code/],
  ["a task id that is none", { "Task Statements.txt": head + row("43-3051.00", "one") }, /“one” is no task id/],
  ["an activity that is not listed", { "DWA Reference.txt": "IWA ID\tDWA ID\nx\ty\n" }, /is not in DWA Reference/],
  [
    "occupations that nobody knows",
    { "Task Statements.txt": head + row("99-9999.00", "1") },
    /no task is of an occupation/,
  ],
  [
    "an importance beyond the scale",
    { "Task Ratings.txt": "O*NET-SOC Code\tTask ID\tScale ID\tData Value\n43-3051.00\t1\tIM\t9\n" },
    /between 1 and 5/,
  ],
  ["more cells than columns", { "Task Statements.txt": `${head}43-3051.00\t1\tx\tCore\tmore\n` }, /more cells/],
  ["no rows", { "Task Statements.txt": head }, /has no rows/],
  ["the same file twice", { "task-statements.csv": head }, /same file twice/],
])("%s is refused with its place, and nothing is loaded", async (_name, change, reason) => {
  await using fresh = await freshDatabase();
  await load(fresh, aReleaseFolder());
  await expect(load(fresh, aReleaseFolder(change))).rejects.toThrow(reason);
  expect(await statementsOf(fresh, "43-3051.00")).toHaveLength(3);
});

test("a line without an end is refused before it fills the memory", async () => {
  const folder = aReleaseFolder({ "Task Statements.txt": `${head}43-3051.00\t1\t${"x".repeat(80_000_000)}` });
  const before = process.memoryUsage().heapUsed;
  await expect(readRelease(folder)).rejects.toThrow(/line of more than/);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(40_000_000);
});

test("a load that breaks off shows nothing, and the next one clears it away", async () => {
  await using fresh = await freshDatabase();
  await insertStatements(fresh.db, "broken", [
    { onet: "43-3051.00", task: 1, statement: "Half.", kind: null, importance: null, activities: [] },
  ]);
  expect(await statementsOf(fresh, "43-3051.00")).toEqual([]);
  await load(fresh, aReleaseFolder());
  expect(await fresh.db.select().from(referenceStatements)).toHaveLength(4);
});

test("statements stand beside a role by activity, with core tasks first and their source", async () => {
  await using fresh = await freshDatabase();
  const deps = await testDeps(fresh.db);
  const { id } = await anOrganizationRow(fresh.db);
  const { actor } = await aMemberRow(fresh.db, id, "owner");
  const roleId = "payroll" as RoleId;
  const draft = { title: "Payroll clerk", headcount: 6 };
  await insertRoles(fresh.db, id, [{ id: roleId, draft }], new Date("2026-11-20T09:00:00Z"));
  await runExposureAssessment(deps, actor, {});
  const seen = async () => {
    const role = await loadExposedRole(deps, actor, roleId);
    return role.ok ? { source: role.value.statementSource, groups: role.value.statements } : null;
  };
  expect(await seen()).toEqual({ source: null, groups: [] });
  await load(fresh, aReleaseFolder());
  const after = await seen();
  expect(after?.source).toEqual({ version: "30.1", importedOn: "2026-11-22" });
  const listed = after?.groups.flatMap(({ statements }) => statements.map(({ task }) => task)) ?? [];
  expect([...new Set(listed)].toSorted()).toEqual([1, 2, 3]);
  for (const { statements } of after?.groups ?? [])
    expect(statements.map(({ kind }) => kind === "core")).toEqual(
      statements.map(({ kind }) => kind === "core").toSorted((a, b) => Number(b) - Number(a)),
    );
});

test("the command loads and removes, tells of another version, and leaves a file that is open alone", async () => {
  const folder = mkdtempSync(join(tmpdir(), "groundwork-onet-"));
  const file = join(folder, "test.db");
  copyFileSync(templateFile, file);
  const env = { DATABASE_URL: `file:${file}` };
  try {
    const release = aReleaseFolder({ "Read Me.txt": "O*NET 29.3 Database\n" });
    const first = await runCommand(["import-onet", "--from", release], "", env);
    expect(JSON.parse(first.out)).toMatchObject({ place: file, version: "29.3", did: "loaded", leftOut: 1 });
    expect(first.err).toContain("29.3");
    const removed = await runCommand(["import-onet", "--from", "--remove"], "", env);
    expect(JSON.parse(removed.out)).toEqual({ place: file, did: "removed", statements: 4 });
    expect(refusalOf(await runCommand(["import-onet", "--from", join(folder, "none")], "", env))).toMatchObject({
      code: "release-refused",
      path: "--from",
    });
    writeFileSync(`${file}.lock`, String(process.pid));
    const locked = refusalOf(await runCommand(["import-onet", "--from", release], "", env));
    expect(locked.code).toBe("database-in-use");
    expect(locked.message).toContain("Stop the server");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 240_000);
