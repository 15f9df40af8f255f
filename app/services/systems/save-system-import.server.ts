import {
  filled,
  type ImportedSystem,
  readSystems,
  type SystemRow,
  type SystemsReading,
} from "#app/domain/compliance/inventory/read-systems.ts";
import type { SystemImportReport } from "#app/domain/compliance/inventory/system-columns.ts";
import type { SystemId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import type { Database } from "#db/client.server.ts";
import { findSystemImport, moveSystemImport, type SystemImport } from "#db/repositories/system-imports.server.ts";
import {
  findSystem,
  insertSystem,
  type KeptSystem,
  listSystems,
  markSystemRemoved,
  updateSystem,
} from "#db/repositories/systems.server.ts";
import type { Actor } from "../actor.ts";
import { lookSoon } from "../compliance/look-soon.server.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";
import { undoSince } from "../undo-since.ts";

/** What an import comes to beside the systems as they are now. */
export function readingOf(
  { knowledge }: Pick<Deps, "knowledge">,
  { table, settings }: Pick<SystemImport, "table" | "settings">,
  existing: readonly KeptSystem[],
): SystemsReading {
  const definitions = knowledge.obligations.facts.filter(({ id }) => id.startsWith("system."));
  return readSystems(table, settings, { definitions, catalogue: knowledge.systemCatalogue, existing });
}

type SaveFailure = {
  readonly kind: "forbidden" | "not-found" | "already-saved" | "name-not-mapped" | "nothing-to-save";
};

/**
 * Adds the systems of a list that could be read, in one go: all of them or none. Rows that could not be read stay with the list, to be
 * mended. It is read again inside the transaction, so that it meets the inventory as it is.
 */
export async function saveSystemImport(
  deps: Pick<Deps, "db" | "knowledge" | "now" | "newId">,
  actor: Actor,
  importId: string,
): Promise<Result<SystemImportReport, SaveFailure>> {
  if (!mayDo(actor.role, "facts:edit")) return fail({ kind: "forbidden" });
  const { organizationId } = actor;
  const known = await findSystemImport(deps.db, organizationId, importId);
  if (known === null) return fail({ kind: "not-found" });
  if (known.status !== "waiting") return fail({ kind: "already-saved" });
  if (!known.settings.columns.includes("name")) return fail({ kind: "name-not-mapped" });

  const at = deps.now();
  return deps.db.transaction(async (tx): Promise<Result<SystemImportReport, SaveFailure>> => {
    const existing = await listSystems(tx, organizationId);
    const { rows, report } = readingOf(deps, known, existing);
    if (report.added + report.filled === 0) return fail({ kind: "nothing-to-save" });
    const done = { status: "done" as const, report, savedAt: at };
    if (!(await moveSystemImport(tx, organizationId, importId, "waiting", done)))
      return fail({ kind: "already-saved" });
    const saved: ImportedSystem[] = [];
    for (const row of rows) {
      if (row.would === "add") saved.push(await add(deps, tx, actor, row, at));
      const there =
        row.would === "fill"
          ? existing.find(({ id }) => row.same?.kind === "existing" && id === row.same.id)
          : undefined;
      if (there !== undefined) saved.push(await fill(tx, actor, there, row, at));
    }
    await moveSystemImport(tx, organizationId, importId, "done", { saved });
    const after = { file: known.fileName, ...report, systems: saved.map(({ id, kind }) => ({ id, kind })) };
    await record(tx, actor, { action: "systems.imported", subject: `system-import:${importId}`, after, at });
    await lookSoon(deps, tx, organizationId);
    return ok(report);
  });
}

async function add(
  deps: Pick<Deps, "newId">,
  tx: Database,
  actor: Actor,
  row: SystemRow,
  at: Date,
): Promise<ImportedSystem> {
  const id = deps.newId() as SystemId;
  const draft = { ...row.words, catalogueId: row.catalogueId, facts: { ...row.prefilled, ...row.own } };
  await insertSystem(tx, actor.organizationId, id, draft, at, Object.keys(row.prefilled));
  await record(tx, actor, { action: "system.imported", subject: `system:${id}`, after: draft, at });
  return { id, kind: "added", version: 1, before: null };
}

async function fill(tx: Database, actor: Actor, there: KeptSystem, row: SystemRow, at: Date): Promise<ImportedSystem> {
  const { id, name, vendor, purpose, catalogueId, facts, version } = there;
  const { words, facts: after } = filled(there, row);
  await updateSystem(tx, actor.organizationId, id, { ...words, catalogueId, facts: after }, version, at);
  const before = { words: { name, vendor, purpose }, facts };
  await record(tx, actor, {
    action: "system.filled",
    subject: `system:${id}`,
    before,
    after: { words, facts: after },
    at,
  });
  return { id, kind: "filled", version: version + 1, before };
}

type UndoFailure = { readonly kind: "forbidden" | "not-found" | "not-saved" | "too-late" };

/**
 * Takes back what a list brought, for 30 days: added systems go (and can be brought back one by one), filled ones get their former answers.
 * What somebody changed since stays as it is, and is counted.
 */
export async function undoSystemImport(
  deps: Pick<Deps, "db" | "now">,
  actor: Actor,
  importId: string,
): Promise<Result<{ readonly kept: number }, UndoFailure>> {
  if (!mayDo(actor.role, "facts:edit")) return fail({ kind: "forbidden" });
  const { organizationId } = actor;
  const known = await findSystemImport(deps.db, organizationId, importId);
  if (known === null) return fail({ kind: "not-found" });
  if (known.status !== "done" || known.savedAt === null) return fail({ kind: "not-saved" });
  if (known.savedAt <= undoSince(deps.now())) return fail({ kind: "too-late" });

  const at = deps.now();
  return deps.db.transaction(async (tx): Promise<Result<{ readonly kept: number }, UndoFailure>> => {
    const to = { status: "undone" as const, undoneAt: at };
    if (!(await moveSystemImport(tx, organizationId, importId, "done", to))) return fail({ kind: "not-saved" });
    let kept = 0;
    for (const one of known.saved ?? []) if (!(await takeBack(tx, actor, one, at))) kept += 1;
    const after = { leftAsChangedSince: kept };
    await record(tx, actor, { action: "systems.import-undone", subject: `system-import:${importId}`, after, at });
    await lookSoon(deps, tx, organizationId);
    return ok({ kept });
  });
}

async function takeBack(
  tx: Database,
  actor: Actor,
  { id, kind, version, before }: ImportedSystem,
  at: Date,
): Promise<boolean> {
  const now = await findSystem(tx, actor.organizationId, id);
  if (now === null || now.deletedAt !== null || now.version !== version) return false;
  const done =
    kind === "added" || before === null
      ? await markSystemRemoved(tx, actor.organizationId, id, { removedAt: at })
      : await updateSystem(
          tx,
          actor.organizationId,
          id,
          { ...before.words, catalogueId: now.catalogueId, facts: before.facts },
          version,
          at,
        );
  if (done) await record(tx, actor, { action: "system.import-undone", subject: `system:${id}`, at });
  return done;
}
