import type { Result } from "#app/domain/kernel/result.ts";
import { fail, ok } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import type { ImportSettings, RosterColumn } from "#app/domain/workforce/import-mapping.ts";
import type { ImportProgress, ImportReport } from "#app/domain/workforce/import-report.ts";
import type { BadRow, RosterNotes } from "#app/domain/workforce/read-roster.ts";
import type { RoleDraft } from "#app/domain/workforce/role-draft.ts";
import type { TableRemark } from "#app/domain/workforce/table-remarks.ts";
import { findFile } from "#db/repositories/files.server.ts";
import { listImportRoles } from "#db/repositories/import-roles.server.ts";
import { findRoleImport, listBadRows, listRoleImports, type RoleImport } from "#db/repositories/role-imports.server.ts";
import { findTouched } from "#db/repositories/save-import.server.ts";
import { listMembers } from "#db/repositories/tenancy.server.ts";
import type { Actor } from "../actor.ts";
import { checkRoom } from "../billing/take-allowance.server.ts";
import type { Deps } from "../deps.ts";
import { readingKey } from "./read-import.server.ts";
import { undoSince } from "./remove-role.server.ts";
import { compareAnew } from "./stage-import.server.ts";

export type ImportView = {
  readonly id: string;
  readonly fileName: string;
  readonly status: RoleImport["status"];
  readonly settings: ImportSettings;
  readonly columns: readonly RosterColumn[];
  readonly remarks: readonly TableRemark[];
  readonly notes: RosterNotes | null;
  /** Working hours of a year where a row does not say, which make pay by the hour yearly. */
  readonly fullTimeHours: number;
  readonly rows: number;
  readonly progress: ImportProgress | null;
  readonly cancelAsked: boolean;
  readonly failure: string | null;
  readonly undoneAt: string | null;
  /** What saving would do, or did; null as long as the file was not read as the settings say. */
  readonly report: ImportReport | null;
  /** The first roles as they would be saved. */
  readonly preview: readonly { readonly draft: RoleDraft; readonly rows: number; readonly lines: readonly number[] }[];
  readonly bad: readonly BadRow[];
  readonly badInAll: number;
  /** Its file and rows are gone, because nobody can undo it any more. */
  readonly cleared: boolean;
  /** Set when the plan has no room for what would be added. */
  readonly over: { readonly limit: number; readonly used: number } | null;
  /** Whether what it saved can still be undone, and what stands in the way. */
  readonly undo: { readonly until: string; readonly touched: number; readonly titles: readonly string[] } | null;
};

const shown = { preview: 12, bad: 50 };

/** The page of an import: how its columns are read, what would come of it, how far it is, what it did. */
export async function loadImport(
  deps: Pick<Deps, "db" | "knowledge" | "now" | "newId">,
  actor: Actor,
  importId: string,
): Promise<Result<ImportView, { readonly kind: "forbidden" | "not-found" }>> {
  if (!mayDo(actor.role, "workforce:edit")) return fail({ kind: "forbidden" });
  const { organizationId } = actor;
  const found = await findRoleImport(deps.db, organizationId, importId);
  if (found === null) return fail({ kind: "not-found" });
  const waits = found.status === "mapping" || found.status === "failed";
  const read = found.readWith === readingKey(found.settings);
  const known = waits && read ? await compareAnew(deps, found) : found;
  const report = read ? known.report : null;

  const all = { kind: null, text: "" };
  const rows = { offset: 0, limit: shown.preview };
  const first = waits && read ? (await listImportRoles(deps.db, organizationId, importId, all, rows)).rows : [];
  const growth = report === null ? 0 : Math.max(0, report.added - report.removed);
  const room = await checkRoom(deps, deps.db, organizationId, "roles", growth);
  return ok({
    id: known.id,
    fileName: known.fileName,
    status: known.status,
    settings: known.settings,
    columns: known.columns ?? [],
    remarks: known.remarks ?? [],
    notes: read ? known.notes : null,
    fullTimeHours: deps.knowledge.occupations.model.hoursPerYear,
    rows: known.rows,
    progress: known.progress,
    cancelAsked: known.cancelAsked,
    failure: known.failure,
    undoneAt: known.undoneAt?.toISOString() ?? null,
    report,
    preview: first.flatMap(({ draft, rows: count, lines }) => (draft === null ? [] : [{ draft, rows: count, lines }])),
    bad: read ? await listBadRows(deps.db, organizationId, importId, 0, shown.bad) : [],
    badInAll: report?.badRows ?? 0,
    cleared: !waits && (await findFile(deps.db, organizationId, known.fileId)) === null,
    over: room.fits || !waits ? null : { limit: room.limit, used: room.used },
    undo: await undoOf(deps, known),
  });
}

async function undoOf(deps: Pick<Deps, "db" | "now">, known: RoleImport): Promise<ImportView["undo"]> {
  const { savedAt, status, organizationId, id } = known;
  if (status !== "done" || savedAt === null || savedAt <= undoSince(deps.now())) return null;
  const { count, titles } = await findTouched(deps.db, organizationId, id);
  const kept = deps.now().getTime() - undoSince(deps.now()).getTime();
  return { until: new Date(savedAt.getTime() + kept).toISOString(), touched: count, titles };
}

export type EarlierImport = Omit<Awaited<ReturnType<typeof listRoleImports>>[number], "createdAt"> & {
  readonly createdOn: string;
  /** The name of who read the file; empty when they are no member any more. */
  readonly who: string;
};

const earlierShown = 30;

/** Earlier imports, newest first: who, when and what came of each. */
export async function loadImports(deps: Pick<Deps, "db">, actor: Actor): Promise<readonly EarlierImport[]> {
  if (!mayDo(actor.role, "workforce:edit")) return [];
  const imports = await listRoleImports(deps.db, actor.organizationId, earlierShown);
  const members = imports.length === 0 ? [] : await listMembers(deps.db, actor.organizationId);
  return imports.map(({ createdAt, ...one }) => ({
    ...one,
    createdOn: createdAt.toISOString().slice(0, 10),
    who: members.find(({ userId }) => userId === one.createdBy)?.name ?? "",
  }));
}
