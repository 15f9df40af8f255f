import type { Result } from "#app/domain/kernel/result.ts";
import { fail, ok } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { findRoleImport } from "#db/repositories/workforce.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import type { Cell, Sheet } from "../ports/tables.ts";
import type { RoleLine } from "./load-roles.server.ts";
import { readImport } from "./read-import.server.ts";

/** The columns of an export: names that an import recognises by itself, so that a roster can go out, be changed and come back. */
const columns: readonly (readonly [string, (line: RoleLine) => Cell])[] = [
  ["Job title", (line) => line.title],
  ["Headcount", (line) => line.headcount],
  ["Annual pay", (line) => line.pay?.amount ?? null],
  ["Currency", (line) => line.pay?.currency ?? null],
  ["Country", (line) => line.country],
  ["Site", (line) => line.site],
  ["Department", (line) => line.department],
  ["Level", (line) => line.level],
  ["Occupation", (line) => line.occupation],
];

/** The lines of the roster page as a sheet. */
export function rosterSheet(lines: readonly RoleLine[]): Sheet {
  return {
    name: "Roles",
    headers: columns.map(([name]) => name),
    rows: lines.map((line) => columns.map(([, cell]) => cell(line))),
  };
}

/** The rows of an import that could not be read, as they stood in the file with the reasons behind them, to be mended and sent again. */
export async function writeBadRows(
  deps: Pick<Deps, "db" | "tables" | "compute">,
  actor: Actor,
  importId: string,
  reasonOf: (problem: RosterProblem) => string,
): Promise<Result<string, { readonly kind: "forbidden" | "not-found" }>> {
  if (!mayDo(actor.role, "workforce:edit")) return fail({ kind: "forbidden" });
  const known = await findRoleImport(deps.db, actor.organizationId, importId);
  const read = known === null ? null : await readImport(deps, deps.db, actor.organizationId, known);
  if (read === null) return fail({ kind: "not-found" });

  return ok(
    deps.tables.writeCsv({
      name: "Rows to correct",
      headers: [...read.columns.map(({ name }) => name), "Line", "What is wrong"],
      rows: read.roster.bad.map(({ line, cells, problems }) => [...cells, line, problems.map(reasonOf).join(" ")]),
    }),
  );
}

export type RosterProblem = { readonly field: string; readonly code: string; readonly value: string };
