import { readTable } from "#app/adapters/tables/read-table.ts";
import { ok, type Result } from "#app/domain/kernel/result.ts";
import { columnNames } from "#app/domain/workforce/import-mapping.ts";
import { readRoster } from "#app/domain/workforce/read-roster.ts";
import type { RosterFile, RosterReading, TableFailure } from "#app/services/ports/tables.ts";
import { serve } from "./serve.ts";

const samples = { rows: 200, each: 3 };

/** Reads a roster's file, and its rows where settings say how. The table itself stays in the thread: handing it over would cost more. */
export async function run({ bytes, limits, settings }: RosterFile): Promise<Result<RosterReading, TableFailure>> {
  const read = await readTable(bytes, limits);
  if (!read.ok) return read;
  const { headers, rows, format, warnings } = read.value;
  const first = rows.slice(0, samples.rows);
  return ok({
    format,
    warnings,
    columns: columnNames(headers).map((name, at) => ({
      name,
      sample: [...new Set(first.flatMap((row) => row[at] || []))].slice(0, samples.each),
    })),
    roster: settings === null ? null : readRoster(read.value, settings),
  });
}

serve("read-roster", run);
