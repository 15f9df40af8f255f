import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { findRoleImport, moveImport, type RoleImport } from "#db/repositories/role-imports.server.ts";
import { findTouched } from "#db/repositories/save-import.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { enqueue } from "../enqueue.server.ts";
import { record } from "../governance/record.server.ts";
import { mostRowsAtOnce } from "./read-import.server.ts";
import { undoSince } from "./remove-role.server.ts";
import { undoInTurns } from "./save-import.server.ts";

type UndoDeps = Pick<Deps, "db" | "now" | "newId">;

type Failure =
  | { readonly kind: "forbidden" | "not-found" | "not-saved" | "too-late" }
  /** Somebody changed some of its roles since. The others can still be undone: call it with `untouchedOnly`. */
  | { readonly kind: "changed-since"; readonly count: number; readonly titles: readonly string[] };

/** Brings the roster back to what it was before an import, for 30 days after it was saved. A large one is undone by a job. */
export async function undoImport(
  deps: UndoDeps,
  actor: Actor,
  command: { readonly importId: string; readonly untouchedOnly: boolean },
): Promise<Result<"undone" | "queued", Failure>> {
  if (!mayDo(actor.role, "workforce:edit")) return fail({ kind: "forbidden" });
  const { organizationId, userId } = actor;
  const { importId } = command;
  const known = await findRoleImport(deps.db, organizationId, importId);
  if (known === null) return fail({ kind: "not-found" });
  if (known.status !== "done" || known.savedAt === null) return fail({ kind: "not-saved" });
  if (known.savedAt <= undoSince(deps.now())) return fail({ kind: "too-late" });
  const touched = await findTouched(deps.db, organizationId, importId);
  if (touched.count > 0 && !command.untouchedOnly) return fail({ kind: "changed-since", ...touched });

  const { report } = known;
  const entries = (report?.roles ?? 0) + (report?.removed ?? 0);
  const many = entries > mostRowsAtOnce;
  const begun = await deps.db.transaction(async (tx) => {
    const to = { status: "undoing" as const, undoneBy: userId, progress: null };
    if (!(await moveImport(tx, organizationId, importId, ["done"], to))) return false;
    if (many) await enqueue(deps, tx, "workforce.import", { organizationId, importId, requestedBy: userId });
    return true;
  });
  if (!begun) return fail({ kind: "not-saved" });
  if (many) return ok("queued");
  await finishUndo(deps, actor, known);
  return ok("undone");
}

/** Carries an undoing out, or on. */
export async function finishUndo(
  deps: Pick<Deps, "db" | "now">,
  actor: Pick<Actor, "userId" | "organizationId" | "requestId">,
  known: RoleImport,
): Promise<void> {
  const { organizationId, id } = known;
  const { count } = await findTouched(deps.db, organizationId, id);
  await undoInTurns(deps, known, "undoing");
  const at = deps.now();
  await deps.db.transaction(async (tx) => {
    const undone = { status: "undone" as const, undoneAt: at, progress: null };
    if (!(await moveImport(tx, organizationId, id, ["undoing"], undone))) return;
    await record(tx, actor, {
      action: "workforce.import-undone",
      subject: `import:${id}`,
      before: { file: known.fileName, ...known.report },
      after: { leftAsChangedSince: count },
      at,
    });
  });
}
