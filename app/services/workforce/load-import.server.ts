import type { Result } from "#app/domain/kernel/result.ts";
import { fail, ok } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import type { ImportSettings } from "#app/domain/workforce/import-mapping.ts";
import { type ImportReport, importReport } from "#app/domain/workforce/import-report.ts";
import type { BadRow } from "#app/domain/workforce/read-roster.ts";
import { reconcileRoles } from "#app/domain/workforce/reconcile-roles.ts";
import type { RoleDraft } from "#app/domain/workforce/role-draft.ts";
import { findRoleImport, listRoles, type RoleImport } from "#db/repositories/workforce.server.ts";
import type { Actor } from "../actor.ts";
import { checkRoom } from "../billing/take-allowance.server.ts";
import type { Deps } from "../deps.ts";
import type { RosterReading } from "../ports/tables.ts";
import { readImport } from "./read-import.server.ts";

export type ImportView = {
  readonly id: string;
  readonly fileName: string;
  readonly status: RoleImport["status"];
  readonly settings: ImportSettings;
  readonly columns: RosterReading["columns"];
  readonly warnings: RosterReading["warnings"];
  /** What saving would do, or did. */
  readonly report: ImportReport;
  /** The first roles as they would be saved. */
  readonly preview: readonly { readonly draft: RoleDraft; readonly lines: readonly number[] }[];
  readonly bad: readonly BadRow[];
  readonly badInAll: number;
  /** Set when the plan has no room for what would be added. */
  readonly over: { readonly limit: number; readonly used: number } | null;
};

const shown = { preview: 12, bad: 50 };

/** The mapping page of an import: how its columns are read and what would come of it. */
export async function loadImport(
  deps: Pick<Deps, "db" | "compute" | "knowledge" | "now">,
  actor: Actor,
  importId: string,
): Promise<Result<ImportView, { readonly kind: "forbidden" | "not-found" }>> {
  if (!mayDo(actor.role, "workforce:edit")) return fail({ kind: "forbidden" });
  const { organizationId } = actor;
  const known = await findRoleImport(deps.db, organizationId, importId);
  if (known === null) return fail({ kind: "not-found" });
  const read = await readImport(deps, deps.db, organizationId, known);
  if (read === null) return fail({ kind: "not-found" });
  const { columns, warnings, roster } = read;
  const existing = await listRoles(deps.db, organizationId);

  const drafts = roster.roles.map(({ draft }) => draft);
  const meaning = reconcileRoles(existing, drafts, known.settings.mode);
  const room = await checkRoom(
    deps,
    deps.db,
    organizationId,
    "roles",
    Math.max(0, meaning.add.length - meaning.remove.length),
  );
  return ok({
    id: known.id,
    fileName: known.fileName,
    status: known.status,
    settings: known.settings,
    columns,
    warnings,
    report: known.report ?? importReport(roster, meaning),
    preview: roster.roles.slice(0, shown.preview),
    bad: roster.bad.slice(0, shown.bad),
    badInAll: roster.bad.length,
    over: room.fits || known.status === "done" ? null : { limit: room.limit, used: room.used },
  });
}
