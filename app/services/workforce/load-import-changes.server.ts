import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import type { ImportReport } from "#app/domain/workforce/import-report.ts";
import { changedFields, type FieldChange } from "#app/domain/workforce/role-changes.ts";
import { type ImportKind, type ImportRoleFilter, listImportRoles } from "#db/repositories/import-roles.server.ts";
import { findRoleImport } from "#db/repositories/role-imports.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";

export type ChangeLine = {
  readonly seq: number;
  readonly kind: ImportKind;
  readonly title: string;
  readonly department: string | null;
  readonly heads: number;
  readonly headsBefore: number;
  readonly fields: readonly FieldChange[];
};

export type ImportChanges = {
  readonly fileName: string;
  readonly saved: boolean;
  readonly report: ImportReport | null;
  readonly lines: readonly ChangeLine[];
  readonly total: number;
};

/** A page of what an import changes, role by role and field by field. */
export async function loadImportChanges(
  deps: Pick<Deps, "db">,
  actor: Actor,
  importId: string,
  filter: ImportRoleFilter,
  page: { readonly offset: number; readonly limit: number },
): Promise<Result<ImportChanges, { readonly kind: "forbidden" | "not-found" }>> {
  if (!mayDo(actor.role, "workforce:edit")) return fail({ kind: "forbidden" });
  const { organizationId } = actor;
  const known = await findRoleImport(deps.db, organizationId, importId);
  if (known === null) return fail({ kind: "not-found" });
  const { rows, total } = await listImportRoles(deps.db, organizationId, importId, filter, page);
  return ok({
    fileName: known.fileName,
    saved: known.status === "done" || known.status === "undone",
    report: known.report,
    total,
    lines: rows.map(({ seq, kind, title, draft, before, after, heads, headsBefore }) => ({
      seq,
      kind,
      title,
      department: (draft ?? before)?.department ?? null,
      heads,
      headsBefore,
      fields: kind === "change" ? changedFields(before ?? {}, after ?? {}) : [],
    })),
  });
}
