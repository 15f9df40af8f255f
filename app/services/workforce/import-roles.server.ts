import type { Result } from "#app/domain/kernel/result.ts";
import { fail, ok } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { findRoleImport, listRoleImports, moveImport } from "#db/repositories/role-imports.server.ts";
import type { Actor } from "../actor.ts";
import { type OverLimit, takeAllowance } from "../billing/take-allowance.server.ts";
import type { Deps } from "../deps.ts";
import { enqueue } from "../enqueue.server.ts";
import { mostRowsAtOnce, readingKey } from "./read-import.server.ts";
import { saveImport } from "./save-import.server.ts";
import { compareAnew } from "./stage-import.server.ts";

type Failure =
  | {
      readonly kind:
        | "forbidden"
        | "not-found"
        | "already-saved"
        | "title-not-mapped"
        | "nothing-readable"
        /** It is being read; what saving would do is not known yet. */
        | "being-read"
        /** Another import of the organization is being saved or undone. */
        | "another-running";
    }
  | OverLimit;

const looked = 50;

/** Saves the rows of an import that could be read, at once or as a job. The rows that could not stay with the import, to be mended. */
export async function importRoles(
  deps: Pick<Deps, "db" | "compute" | "knowledge" | "now" | "newId">,
  actor: Actor,
  importId: string,
): Promise<Result<"saved" | "queued", Failure>> {
  if (!mayDo(actor.role, "workforce:edit")) return fail({ kind: "forbidden" });
  const { organizationId, userId } = actor;
  const found = await findRoleImport(deps.db, organizationId, importId);
  if (found === null) return fail({ kind: "not-found" });
  if (found.status === "reading") return fail({ kind: "being-read" });
  if (found.status !== "mapping" && found.status !== "failed") return fail({ kind: "already-saved" });
  if (found.settings.mapping.title === undefined) return fail({ kind: "title-not-mapped" });
  if (found.readWith !== readingKey(found.settings)) return fail({ kind: "being-read" });
  const others = await listRoleImports(deps.db, organizationId, looked);
  if (others.some(({ status }) => status === "running" || status === "undoing"))
    return fail({ kind: "another-running" });
  const known = await compareAnew(deps, found);
  const { report } = known;
  if (report === null || report.roles === 0) return fail({ kind: "nothing-readable" });
  const room = await takeAllowance(deps, deps.db, organizationId, "roles", Math.max(0, report.added - report.removed));
  if (!room.ok) return fail(room.failure);

  const many = known.rows > mostRowsAtOnce;
  const begun = await deps.db.transaction(async (tx) => {
    const to = { status: "running" as const, savedTo: 0, cancelAsked: false, failure: null, progress: null };
    if (!(await moveImport(tx, organizationId, importId, ["mapping", "failed"], to))) return false;
    if (many) await enqueue(deps, tx, "workforce.import", { organizationId, importId, requestedBy: userId });
    return true;
  });
  if (!begun) return fail({ kind: "already-saved" });
  if (many) return ok("queued");
  const saved = await saveImport(deps, actor, { ...known, status: "running", savedTo: 0 });
  return saved.ok ? ok("saved") : fail(saved.failure);
}
