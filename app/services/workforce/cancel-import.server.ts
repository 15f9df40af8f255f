import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { moveImport } from "#db/repositories/role-imports.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";

/** Asks the job that reads or saves an import to stop. It does so at its next step; what it saved is taken back. */
export async function cancelImport(
  deps: Pick<Deps, "db">,
  actor: Actor,
  importId: string,
): Promise<Result<void, { readonly kind: "forbidden" | "not-found" }>> {
  if (!mayDo(actor.role, "workforce:edit")) return fail({ kind: "forbidden" });
  const asked = await moveImport(deps.db, actor.organizationId, importId, ["reading", "running"], {
    cancelAsked: true,
  });
  return asked ? ok(undefined) : fail({ kind: "not-found" });
}
