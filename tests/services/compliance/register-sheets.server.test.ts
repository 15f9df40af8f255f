import { expect, test } from "vitest";
import { readTable } from "#app/adapters/tables/read-table.ts";
import { tables } from "#app/adapters/tables/tables.ts";
import { workbookFile } from "#app/http/table-file.server.ts";
import { loadRegister } from "#app/services/compliance/register-sheets.server.ts";
import { saveFacts } from "#app/services/compliance/save-facts.server.ts";
import type { Sheet } from "#app/services/ports/tables.ts";
import { addSystem } from "#app/services/systems/add-system.server.ts";
import { aComplianceDesk } from "#tests/builders/compliance-deps.ts";

async function aRegister(desk: Awaited<ReturnType<typeof aComplianceDesk>>) {
  const register = await loadRegister(desk.deps, desk.actor, {});
  if (!register.ok) throw new Error("forbidden");
  return register.value.sheets;
}

const column = ({ headers, rows }: Sheet, header: string) => rows.map((row) => row[headers.indexOf(header)]);

test("the register has every duty of the pack once, on one sheet or the other, each that does not apply with why", async () => {
  await using desk = await aComplianceDesk();
  await saveFacts(desk.deps, desk.actor, [
    { fact: "org.workers_in", value: ["EU-FR"], version: 0 },
    { fact: "org.headcount", value: 400, version: 0 },
  ]);
  const [duties, outside, about] = await aRegister(desk);
  if (!duties || !outside || !about) throw new Error("a sheet is missing");
  const known = desk.deps.knowledge.obligations.instruments.flatMap(({ obligations }) => obligations);
  expect(duties.rows.length + outside.rows.length).toBe(known.length);
  expect(duties.rows.every((row) => row.length === duties.headers.length)).toBe(true);
  expect(outside.rows.length).toBeGreaterThan(0);
  expect(column(outside, "Deciding facts").every((fact) => String(fact).includes(": "))).toBe(true);
  const days = column(duties, "Days left");
  const dates = column(duties, "Binds from");
  expect(days.filter((left) => left !== null).length).toBeGreaterThan(0);
  for (const [at, left] of days.entries()) {
    expect(left === null).toBe(!(/^\d/.test(String(dates[at])) && String(dates[at]) > "2026-11-22"));
  }
  expect(about.rows).toContainEqual(["Worked out for", "2026-11-22"]);
});

test("the file is a workbook to save, and a system that is called like a formula stays text in it", async () => {
  await using desk = await aComplianceDesk();
  const name = '=HYPERLINK("http://example.com";"x")';
  const draft = { name, vendor: null, purpose: null, catalogueId: null, facts: { "system.is_ai": true } };
  await addSystem(desk.deps, desk.actor, { draft });
  const response = await workbookFile(tables, await aRegister(desk), "duties");
  expect(response.headers.get("Content-Disposition")).toBe('attachment; filename="duties.xlsx"');
  const bytes = new Uint8Array(await response.arrayBuffer());
  const cells: string[] = [];
  const limits = { bytes: 5_000_000, rows: 10_000, columns: 200, cell: 20_000 };
  const read = await readTable(
    async (part) => (part === 0 ? bytes : null),
    limits,
    (rows) => {
      cells.push(...rows.flatMap((row) => row.cells));
    },
  );
  expect(read.ok).toBe(true);
  expect(cells.some((cell) => cell.includes(name))).toBe(true);
});
