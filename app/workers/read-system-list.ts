import { readTable } from "#app/adapters/tables/read-table.ts";
import type { SystemTable } from "#app/domain/compliance/inventory/read-systems.ts";
import { namedOfSystems } from "#app/domain/compliance/inventory/system-columns.ts";
import { ok, type Result } from "#app/domain/kernel/result.ts";
import type { SystemListReading, SystemListTask, TableFailure } from "#app/services/ports/tables.ts";
import { serve } from "./serve.ts";

/** Reads a list of AI systems whole: its limits keep it short, and it is looked at row by row afterwards. */
export async function run({
  bytes,
  limits,
  definitions,
}: SystemListTask): Promise<Result<SystemListReading, TableFailure>> {
  const rows: SystemTable["rows"][number][] = [];
  const lines: number[] = [];
  const whole = async (part: number) => (part === 0 ? bytes : null);
  const take = (shaped: readonly { readonly cells: readonly string[]; readonly line: number }[]) => {
    for (const { cells, line } of shaped) {
      rows.push(cells);
      lines.push(line);
    }
  };
  const read = await readTable(whole, limits, take, namedOfSystems(definitions));
  if (!read.ok) return read;
  const { headers, warnings } = read.value;
  return ok({ table: { headers, rows, lines }, warnings });
}

serve("read-system-list", run);
