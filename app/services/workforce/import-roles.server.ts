import type { Result } from "#app/domain/kernel/result.ts";
import { fail, ok } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { type ImportReport, importReport } from "#app/domain/workforce/import-report.ts";
import { findRoleImport, moveImport, type RoleImport } from "#db/repositories/workforce.server.ts";
import type { Actor } from "../actor.ts";
import type { OverLimit } from "../billing/take-allowance.server.ts";
import type { Deps } from "../deps.ts";
import { enqueue } from "../enqueue.server.ts";
import { readImport } from "./read-import.server.ts";
import { saveRoster } from "./save-roster.server.ts";

/** Rows that are saved while the page waits; more are a job. */
export const mostRowsAtOnce = 2_000;

type ImportDeps = Pick<Deps, "db" | "compute" | "knowledge" | "now" | "newId">;
type Failure =
  | { readonly kind: "forbidden" | "not-found" | "already-saved" | "title-not-mapped" | "nothing-readable" }
  | OverLimit;

/** Saves the rows of an import that can be read, at once or as a job. The rows that cannot stay with the import, to be mended. */
export async function importRoles(
  deps: ImportDeps,
  actor: Actor,
  importId: string,
): Promise<Result<"saved" | "queued", Failure>> {
  if (!mayDo(actor.role, "workforce:edit")) return fail({ kind: "forbidden" });
  const { organizationId, userId } = actor;
  const known = await findRoleImport(deps.db, organizationId, importId);
  if (known === null) return fail({ kind: "not-found" });
  if (known.status === "running" || known.status === "done") return fail({ kind: "already-saved" });
  if (known.settings.mapping.title === undefined) return fail({ kind: "title-not-mapped" });
  const read = await readImport(deps, deps.db, organizationId, known);
  if (read === null) return fail({ kind: "not-found" });
  if (read.roster.roles.length === 0) return fail({ kind: "nothing-readable" });

  if (read.roster.rows > mostRowsAtOnce) {
    return deps.db.transaction(async (tx) => {
      if (!(await moveImport(tx, organizationId, importId, ["mapping", "failed"], { status: "running" }))) {
        return fail({ kind: "already-saved" as const });
      }
      await enqueue(deps, tx, "workforce.import", { organizationId, importId, requestedBy: userId });
      return ok("queued" as const);
    });
  }
  const saved = await carryOut(deps, actor, known);
  return saved.ok ? ok("saved") : fail(saved.failure);
}

/** The one way in which an import's rows become roles; it does so once, however often it is called. */
export async function carryOut(
  deps: ImportDeps,
  actor: Pick<Actor, "userId" | "organizationId" | "requestId">,
  known: RoleImport,
): Promise<Result<ImportReport, { readonly kind: "already-saved" | "not-found" } | OverLimit>> {
  const { organizationId } = actor;
  const read = await readImport(deps, deps.db, organizationId, known);
  if (read === null) return fail({ kind: "not-found" });
  const drafts = read.roster.roles.map(({ draft }) => draft);

  return deps.db.transaction(async (tx) => {
    const present = await findRoleImport(tx, organizationId, known.id);
    if (present === null || present.status === "done") return fail({ kind: "already-saved" as const });
    const saved = await saveRoster(deps, tx, actor, { drafts, mode: known.settings.mode, source: "import" });
    if (!saved.ok) return fail(saved.failure);
    const report = importReport(read.roster, saved.value);
    await moveImport(tx, organizationId, known.id, ["mapping", "running", "failed"], { status: "done", report });
    return ok(report);
  });
}
