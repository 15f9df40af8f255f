import {
  guessColumns,
  type SystemField,
  type SystemImportSettings,
} from "#app/domain/compliance/inventory/system-columns.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import {
  deleteSystemImport,
  findSystemImport,
  insertSystemImport,
  moveSystemImport,
} from "#db/repositories/system-imports.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";
import type { TableFailure, TableLimits } from "../ports/tables.ts";

/** What a list of systems may be: short, since each row is a thing to be looked after. */
export const systemListLimits: TableLimits = { bytes: 2 * 1024 * 1024, rows: 1_000, columns: 80, cell: 2_100 };

type Failure = { readonly kind: "forbidden" | "not-found" | "already-saved" | "name-not-mapped" };

/** Reads a file, or a pasted list, and keeps its rows to be looked at. Nothing enters the inventory yet. */
export async function startSystemImport(
  deps: Pick<Deps, "db" | "compute" | "knowledge" | "now" | "newId">,
  actor: Actor,
  { fileName, bytes }: { readonly fileName: string; readonly bytes: Uint8Array },
): Promise<Result<{ readonly importId: string }, TableFailure | { readonly kind: "forbidden" }>> {
  if (!mayDo(actor.role, "facts:edit")) return fail({ kind: "forbidden" });
  const definitions = deps.knowledge.obligations.facts.filter(({ id }) => id.startsWith("system."));
  const read = await readList(deps, { bytes, limits: systemListLimits, definitions });
  if (!read.ok) return read;
  const { table, warnings } = read.value;
  if (table.rows.length === 0) return fail({ kind: "table-empty" });
  const columns = guessColumns(table.headers, definitions);

  const id = deps.newId();
  const at = deps.now();
  const name = fileName.slice(0, 200) || "list";
  await deps.db.transaction(async (tx) => {
    await insertSystemImport(tx, actor.organizationId, {
      id,
      fileName: name,
      table,
      remarks: warnings,
      settings: { columns, existing: "skip" },
      createdBy: actor.userId,
      createdAt: at,
    });
    const after = { file: name, rows: table.rows.length };
    await record(tx, actor, { action: "systems.import-started", subject: `system-import:${id}`, after, at });
  });
  return ok({ importId: id });
}

async function readList(
  { compute }: Pick<Deps, "compute">,
  task: Parameters<typeof compute.run<"read-system-list">>[1],
) {
  try {
    return await compute.run("read-system-list", task);
  } catch (cause) {
    if (!(cause instanceof Error) || cause.name !== "TaskCutOff") throw cause;
    return fail({ kind: "table-not-readable", because: "too-heavy" } as const);
  }
}

/** Keeps how the columns are read. Nothing enters the inventory yet. */
export async function mapSystemImport(
  deps: Pick<Deps, "db">,
  actor: Actor,
  { importId, settings }: { readonly importId: string; readonly settings: SystemImportSettings },
): Promise<Result<null, Failure>> {
  if (!mayDo(actor.role, "facts:edit")) return fail({ kind: "forbidden" });
  const known = await findSystemImport(deps.db, actor.organizationId, importId);
  if (known === null) return fail({ kind: "not-found" });
  // A column that two fields claim would answer twice: the first keeps it.
  const seen = new Set<SystemField>();
  const columns = known.table.headers.map((_, at) => {
    const field = settings.columns[at] ?? null;
    if (field === null || seen.has(field)) return null;
    seen.add(field);
    return field;
  });
  if (!seen.has("name")) return fail({ kind: "name-not-mapped" });
  const kept = { columns, existing: settings.existing };
  const moved = await moveSystemImport(deps.db, actor.organizationId, importId, "waiting", { settings: kept });
  return moved ? ok(null) : fail({ kind: "already-saved" });
}

/** Forgets a list that was not saved. */
export async function discardSystemImport(
  deps: Pick<Deps, "db" | "now">,
  actor: Actor,
  importId: string,
): Promise<Result<null, Failure>> {
  if (!mayDo(actor.role, "facts:edit")) return fail({ kind: "forbidden" });
  const gone = await deps.db.transaction(async (tx) => {
    if (!(await deleteSystemImport(tx, actor.organizationId, importId))) return false;
    const at = deps.now();
    await record(tx, actor, { action: "systems.import-discarded", subject: `system-import:${importId}`, at });
    return true;
  });
  return gone ? ok(null) : fail({ kind: "already-saved" });
}
