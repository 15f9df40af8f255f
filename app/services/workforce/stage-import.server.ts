import type { RoleId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { readFilePiece } from "#db/repositories/files.server.ts";
import { insertImportRoles, sumImportRoles } from "#db/repositories/import-roles.server.ts";
import {
  clearSomeOfImport,
  findRoleImport,
  insertBadRows,
  isToStop,
  moveImport,
  type RoleImport,
} from "#db/repositories/role-imports.server.ts";
import { findRosterStamp } from "#db/repositories/workforce.server.ts";
import { breathe } from "../breathe.ts";
import type { Deps } from "../deps.ts";
import { compareImport } from "./compare-import.server.ts";
import { Stopped, sayProgress } from "./import-progress.server.ts";
import { readingKey, readRosterFile } from "./read-import.server.ts";

export type StageDeps = Pick<Deps, "db" | "compute" | "knowledge" | "now" | "newId">;

/**
 * Reads the file of an import under its settings, keeps its roles and bad rows one by one, and compares them with the roster. Nothing of
 * the roster changes. It starts afresh each time, so it may be cut off at any moment and run again. Ends in `mapping`.
 */
export async function stageImport(
  deps: StageDeps,
  known: RoleImport,
  signal?: AbortSignal,
): Promise<Result<void, { readonly kind: string }>> {
  const { organizationId, id, settings, fileId } = known;
  try {
    await sayProgress(deps, known, "reading", 0, known.rows);
    while (await clearSomeOfImport(deps.db, organizationId, id)) await breathe();

    let roles = 0;
    let bad = 0;
    const read = await readRosterFile(
      deps,
      (part) => readFilePiece(deps.db, organizationId, fileId, part),
      {
        settings: { ...settings, fullTimeHours: deps.knowledge.occupations.model.hoursPerYear },
        columns: known.columns,
      },
      async (question) => {
        await breathe();
        if (await isToStop(deps.db, organizationId, id, "reading")) throw new Stopped();
        if (question.kind === "rows") await sayProgress(deps, known, "reading", question.done, known.rows);
        if (question.kind === "bad") {
          await insertBadRows(deps.db, organizationId, id, bad, question.rows);
          bad += question.rows.length;
        }
        if (question.kind === "roles") {
          const given = question.roles.map((role) => ({ ...role, roleId: deps.newId() as RoleId }));
          await insertImportRoles(deps.db, organizationId, id, roles, given);
          roles += given.length;
        }
      },
      signal,
    );
    if (!read.ok) {
      const because = read.failure.kind === "table-not-readable" ? read.failure.because : read.failure.kind;
      await moveImport(deps.db, organizationId, id, ["reading"], {
        status: "failed",
        failure: because,
        progress: null,
      });
      return fail({ kind: because });
    }
    await compareImport(deps, known);
    const sums = await sumImportRoles(deps.db, organizationId, id);
    await moveImport(deps.db, organizationId, id, ["reading"], {
      status: "mapping",
      readWith: readingKey(settings),
      remarks: read.value.warnings,
      notes: read.value.notes,
      rows: read.value.rows,
      report: { rows: read.value.rows, badRows: read.value.badRows, ...sums },
      progress: null,
      failure: null,
      savedTo: 0,
    });
    return ok(undefined);
  } catch (cause) {
    if (!(cause instanceof Stopped)) throw cause;
    const stopped = { status: "mapping" as const, readWith: null, report: null, progress: null, cancelAsked: false };
    await moveImport(deps.db, organizationId, id, ["reading"], stopped);
    return ok(undefined);
  }
}

/** Compares an import's roles with the roster as it stands now, where that changed since they were compared last. */
export async function compareAnew(deps: Pick<Deps, "db" | "newId">, known: RoleImport): Promise<RoleImport> {
  const { organizationId, id } = known;
  if (known.comparedWith === (await findRosterStamp(deps.db, organizationId))) return known;
  await compareImport(deps, known);
  const sums = await sumImportRoles(deps.db, organizationId, id);
  const { rows = 0, badRows = 0 } = known.report ?? {};
  await moveImport(deps.db, organizationId, id, [known.status], { report: { rows, badRows, ...sums } });
  return (await findRoleImport(deps.db, organizationId, id)) ?? known;
}
