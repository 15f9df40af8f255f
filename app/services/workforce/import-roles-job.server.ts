import type { UserId } from "#app/domain/kernel/ids.ts";
import type { Result } from "#app/domain/kernel/result.ts";
import { fail, ok } from "#app/domain/kernel/result.ts";
import { findRoleImport } from "#db/repositories/role-imports.server.ts";
import type { Deps } from "../deps.ts";
import type { JobContext, JobFailure } from "../job-context.ts";
import type { JobPayloads } from "../job-kinds.ts";
import { saveImport } from "./save-import.server.ts";
import { stageImport } from "./stage-import.server.ts";
import { finishUndo } from "./undo-import.server.ts";

/** Does what an import waits for: its reading, its saving or its undoing. What is done already is left as it is. */
export async function importRolesJob(
  deps: Pick<Deps, "db" | "compute" | "knowledge" | "now" | "newId">,
  payload: JobPayloads["workforce.import"],
  context: JobContext,
): Promise<Result<void, JobFailure>> {
  const { organizationId, importId, requestedBy } = payload;
  const known = await findRoleImport(deps.db, organizationId, importId);
  const actor = { userId: requestedBy as UserId, organizationId, requestId: `job:workforce.import/${importId}` };
  if (known?.status === "reading") {
    const staged = await stageImport(deps, known, context.signal);
    return staged.ok ? staged : fail({ kind: staged.failure.kind, retry: false });
  }
  if (known?.status === "running") {
    const saved = await saveImport(deps, actor, known);
    return saved.ok ? ok(undefined) : fail({ kind: saved.failure.kind, retry: false });
  }
  if (known?.status === "undoing") await finishUndo(deps, actor, known);
  return ok(undefined);
}
