import { moveImport } from "#db/repositories/workforce.server.ts";
import type { Deps } from "../deps.ts";
import type { JobPayloads } from "../job-kinds.ts";

/** Ends an import whose job was given up: nothing of it was saved, and it can be tried again. A saved one stays as it is. */
export async function giveUpImport(
  deps: Pick<Deps, "db">,
  { organizationId, importId }: JobPayloads["workforce.import"],
): Promise<void> {
  await moveImport(deps.db, organizationId, importId, ["running"], { status: "failed" });
}
