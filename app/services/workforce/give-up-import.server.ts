import { findRoleImport, moveImport } from "#db/repositories/role-imports.server.ts";
import type { Deps } from "../deps.ts";
import type { JobPayloads } from "../job-kinds.ts";
import { takeBack } from "./save-import.server.ts";

/** Ends an import whose job was given up: what it saved is taken back, and it can be tried again. A saved one stays as it is. */
export async function giveUpImport(
  deps: Pick<Deps, "db" | "now">,
  { organizationId, importId }: JobPayloads["workforce.import"],
): Promise<void> {
  const known = await findRoleImport(deps.db, organizationId, importId);
  if (known === null) return;
  const failed = { status: "failed" as const, failure: "gave-up", progress: null, cancelAsked: false };
  if (known.status === "running") {
    await takeBack(deps, known);
    await moveImport(deps.db, organizationId, importId, ["mapping"], failed);
  }
  await moveImport(deps.db, organizationId, importId, ["reading"], failed);
  await moveImport(deps.db, organizationId, importId, ["undoing"], { status: "done", progress: null });
}
