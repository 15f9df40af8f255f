import type { Result } from "#app/domain/kernel/result.ts";
import { fail, ok } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { changedFields } from "#app/domain/workforce/role-changes.ts";
import { type ImportRoleFilter, listImportRoles } from "#db/repositories/import-roles.server.ts";
import { findRoleImport, listBadRows } from "#db/repositories/role-imports.server.ts";
import type { Actor } from "../actor.ts";
import { breathe } from "../breathe.ts";
import type { Deps } from "../deps.ts";
import type { Cell, Sheet, Tables } from "../ports/tables.ts";
import type { RoleLine } from "./load-roles.server.ts";

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

/** A CSV of any length, written in turns: `next` gives the rows from an offset on, none behind the last. */
async function csvInTurns(
  tables: Pick<Tables, "writeCsv">,
  sheet: Pick<Sheet, "name" | "headers">,
  next: (offset: number) => Promise<readonly (readonly Cell[])[]>,
): Promise<string> {
  const head = tables.writeCsv({ ...sheet, rows: [] });
  const parts = [head];
  for (let offset = 0; ; ) {
    const rows = await next(offset);
    if (rows.length === 0) return parts.join("");
    parts.push(tables.writeCsv({ ...sheet, rows }).slice(head.length));
    offset += rows.length;
    await breathe();
  }
}

const rowsAtOnce = 500;

type Found = Result<string, { readonly kind: "forbidden" | "not-found" }>;

/** The rows of an import that could not be read, as they stood in the file with the reasons behind them, to be mended and sent again. */
export async function writeBadRows(
  deps: Pick<Deps, "db" | "tables">,
  actor: Actor,
  importId: string,
  reasonOf: (problem: RosterProblem) => string,
): Promise<Found> {
  if (!mayDo(actor.role, "workforce:edit")) return fail({ kind: "forbidden" });
  const { organizationId } = actor;
  const known = await findRoleImport(deps.db, organizationId, importId);
  if (known === null) return fail({ kind: "not-found" });

  const headers = [...(known.columns ?? []).map(({ name }) => name), "Line", "What is wrong"];
  const next = async (offset: number) => {
    const bad = await listBadRows(deps.db, organizationId, importId, offset, rowsAtOnce);
    return bad.map(({ line, cells, problems }) => [...cells, line, problems.map(reasonOf).join(" ")]);
  };
  return ok(await csvInTurns(deps.tables, { name: "Rows to correct", headers }, next));
}

export type RosterProblem = { readonly field: string; readonly code: string; readonly value: string };

/** What an import changes, or changed, a line a role, with the fields that differ. */
export async function writeImportChanges(
  deps: Pick<Deps, "db" | "tables">,
  actor: Actor,
  importId: string,
  filter: ImportRoleFilter,
  words: {
    readonly headers: readonly string[];
    readonly kind: (kind: string) => string;
    readonly field: (field: string) => string;
  },
): Promise<Found> {
  if (!mayDo(actor.role, "workforce:edit")) return fail({ kind: "forbidden" });
  const { organizationId } = actor;
  if ((await findRoleImport(deps.db, organizationId, importId)) === null) return fail({ kind: "not-found" });
  const next = async (offset: number) => {
    const { rows } = await listImportRoles(deps.db, organizationId, importId, filter, { offset, limit: rowsAtOnce });
    return rows.map(({ kind, title, draft, before, after, heads, headsBefore }) => {
      const fields = kind === "change" ? changedFields(before ?? {}, after ?? {}) : [];
      const { department = null, site = null } = draft ?? before ?? {};
      const said = fields.map((one) => `${words.field(one.field)}: ${one.before ?? "-"} -> ${one.after ?? "-"}`);
      return [words.kind(kind), title, department, site, headsBefore, heads, said.join("; ")];
    });
  };
  return ok(await csvInTurns(deps.tables, { name: "Changes", headers: words.headers }, next));
}
