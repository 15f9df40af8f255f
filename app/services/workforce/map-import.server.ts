import type { Result } from "#app/domain/kernel/result.ts";
import { fail, ok } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import type { ImportSettings } from "#app/domain/workforce/import-mapping.ts";
import { findRoleImport, moveImport, type RoleImport } from "#db/repositories/role-imports.server.ts";
import type { Actor } from "../actor.ts";
import { enqueue } from "../enqueue.server.ts";
import { mostRowsAtOnce, readingKey } from "./read-import.server.ts";
import { type StageDeps, stageImport } from "./stage-import.server.ts";

type Failure = { readonly kind: "forbidden" | "not-found" | "already-saved" | "title-not-mapped" };

/** Keeps how the columns of an import are read, and reads it so: at once, or as a job. Nothing of the roster changes yet. */
export async function mapImport(
  deps: StageDeps,
  actor: Actor,
  command: { readonly importId: string; readonly settings: ImportSettings },
): Promise<Result<void, Failure>> {
  if (!mayDo(actor.role, "workforce:edit")) return fail({ kind: "forbidden" });
  const known = await findRoleImport(deps.db, actor.organizationId, command.importId);
  if (known === null) return fail({ kind: "not-found" });
  if (known.status !== "mapping" && known.status !== "failed") return fail({ kind: "already-saved" });
  if (command.settings.mapping.title === undefined) return fail({ kind: "title-not-mapped" });
  if (known.status === "mapping" && known.readWith === readingKey(command.settings)) return ok(undefined);

  await beginReading(deps, actor, { ...known, settings: command.settings });
  return ok(undefined);
}

/** Reads a kept file under its settings: while the page waits, or as a job where it is long. */
export async function beginReading(
  deps: StageDeps,
  { organizationId, userId }: Pick<Actor, "organizationId" | "userId">,
  known: RoleImport,
): Promise<void> {
  const { id: importId, settings } = known;
  const many = known.rows > mostRowsAtOnce;
  const begun = await deps.db.transaction(async (tx) => {
    const to = { status: "reading" as const, settings, cancelAsked: false, failure: null, progress: null };
    if (!(await moveImport(tx, organizationId, importId, ["mapping", "failed"], to))) return false;
    if (many) await enqueue(deps, tx, "workforce.import", { organizationId, importId, requestedBy: userId });
    return true;
  });
  if (begun && !many) await stageImport(deps, { ...known, status: "reading" });
}
