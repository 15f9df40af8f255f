import type { UserId } from "#app/domain/kernel/ids.ts";
import type { Result } from "#app/domain/kernel/result.ts";
import { fail, ok } from "#app/domain/kernel/result.ts";
import { findRoleImport, moveImport } from "#db/repositories/workforce.server.ts";
import type { Deps } from "../deps.ts";
import type { JobContext, JobFailure } from "../job-context.ts";
import type { JobPayloads } from "../job-kinds.ts";
import { carryOut } from "./import-roles.server.ts";

/** Saves a large import. An import that was saved already is left as it is. */
export async function importRolesJob(
  deps: Pick<Deps, "db" | "compute" | "knowledge" | "now" | "newId">,
  payload: JobPayloads["workforce.import"],
  context: JobContext,
): Promise<Result<void, JobFailure>> {
  const { organizationId, importId, requestedBy } = payload;
  const known = await findRoleImport(deps.db, organizationId, importId);
  if (known === null || known.status === "done") return ok(undefined);
  await context.progress({ step: "reading" });

  const actor = { userId: requestedBy as UserId, organizationId, requestId: `job:workforce.import/${importId}` };
  const saved = await carryOut(deps, actor, known);
  if (saved.ok || saved.failure.kind === "already-saved") return ok(undefined);
  await moveImport(deps.db, organizationId, importId, ["running"], { status: "failed" });
  return fail({ kind: saved.failure.kind, retry: false });
}
