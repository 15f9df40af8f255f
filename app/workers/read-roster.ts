import { readTable } from "#app/adapters/tables/read-table.ts";
import { ok, type Result } from "#app/domain/kernel/result.ts";
import { columnNames, type ImportSettings, type RosterColumn } from "#app/domain/workforce/import-mapping.ts";
import { type DecimalSign, decimalSignBy, decimalVote } from "#app/domain/workforce/read-number.ts";
import {
  type BadRow,
  type GatheredRole,
  type RosterGatherer,
  rosterGatherer,
} from "#app/domain/workforce/read-roster.ts";
import type { Ask } from "#app/services/ports/compute.ts";
import type { RosterReading, RosterTask, TableFailure } from "#app/services/ports/tables.ts";
import { serve } from "./serve.ts";

const samples = { rows: 200, each: 3 };
/** Roles or bad rows that are handed over at once: few enough for the owner to take them without a pause. */
const handedOver = 200;
const rowsBetween = 2_000;

type LookedAt = { readonly sample: Set<string>; points: number; commas: number };

/**
 * Reads a roster's file piece by piece, and its rows where settings say how. Roles and bad rows are handed over on the way; what the
 * thread holds grows with the roles, not with the rows.
 */
export async function run(
  { limits, settings, columns }: RosterTask,
  ask: Ask<"read-roster">,
): Promise<Result<RosterReading, TableFailure>> {
  const looked: LookedAt[] = [];
  const bad: BadRow[] = [];
  let gatherer: RosterGatherer | null = null;
  let rows = 0;
  let told = 0;
  let badRows = 0;

  async function handOverBad(least: number): Promise<void> {
    while (bad.length >= least && bad.length > 0) await ask({ kind: "bad", rows: bad.splice(0, handedOver) });
  }
  const pieces = async (part: number) => (await ask({ kind: "piece", part })) as Uint8Array | null;
  const read = await readTable(pieces, limits, async (shaped, headers) => {
    if (settings !== null) gatherer ??= gathererOf(headers, settings, columns ?? []);
    for (const { cells, line } of shaped) {
      rows += 1;
      if (gatherer === null) look(looked, cells, rows <= samples.rows);
      const refused = gatherer?.add(cells, line) ?? null;
      if (refused === null) continue;
      badRows += 1;
      bad.push(refused);
    }
    await handOverBad(handedOver);
    if (rows - told < rowsBetween) return;
    told = rows;
    await ask({ kind: "rows", done: rows });
  });
  if (!read.ok) return read;
  await handOverBad(1);
  const roles: RosterGatherer | null = gatherer;
  if (roles !== null) await handOverRoles(roles, ask);
  const { format, warnings, headers } = read.value;
  return ok({
    format,
    warnings,
    rows,
    badRows,
    columns: columnNames(headers).map((name, at) => {
      const { sample = [], points = 0, commas = 0 } = looked[at] ?? {};
      return { name, sample: [...sample], points, commas };
    }),
    notes: (roles as RosterGatherer | null)?.notes() ?? { periods: {}, ranges: 0 },
  });
}

function look(looked: LookedAt[], cells: readonly string[], forSample: boolean): void {
  for (const [at, cell] of cells.entries()) {
    if (cell === "") continue;
    const column = looked[at] ?? { sample: new Set(), points: 0, commas: 0 };
    looked[at] = column;
    if (forSample && column.sample.size < samples.each) column.sample.add(cell.slice(0, 80));
    const vote = decimalVote(cell);
    if (vote === ".") column.points += 1;
    if (vote === ",") column.commas += 1;
  }
}

function gathererOf(
  headers: readonly string[],
  settings: ImportSettings & { readonly fullTimeHours?: number },
  columns: readonly RosterColumn[],
): RosterGatherer {
  const { headcount, annualPay, hoursPerYear } = settings.mapping;
  const numbers = columns.filter(({ name }) => [headcount, annualPay, hoursPerYear].includes(name));
  const sum = (sign: "points" | "commas") => numbers.reduce((total, column) => total + column[sign], 0);
  const decimal: DecimalSign | null = decimalSignBy(sum("points"), sum("commas"));
  const hours = settings.fullTimeHours;
  return rosterGatherer(columnNames(headers), settings, {
    decimal,
    ...(hours === undefined ? {} : { fullTimeHours: hours }),
  });
}

async function handOverRoles(gatherer: RosterGatherer, ask: Ask<"read-roster">): Promise<void> {
  let roles: GatheredRole[] = [];
  for (const role of gatherer.roles()) {
    roles.push(role);
    if (roles.length < handedOver) continue;
    await ask({ kind: "roles", roles });
    roles = [];
  }
  if (roles.length > 0) await ask({ kind: "roles", roles });
}

serve("read-roster", run);
