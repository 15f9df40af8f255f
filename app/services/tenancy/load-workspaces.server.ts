import type { UserId } from "#app/domain/kernel/ids.ts";
import { listPractices } from "#db/repositories/practices.server.ts";
import { listWorkspaces } from "#db/repositories/tenancy.server.ts";
import type { Deps } from "../deps.ts";

/** What a person may open: organizations, client workspaces and practices, for the switcher and the account page. */
export async function loadWorkspaces(deps: Pick<Deps, "db" | "now">, userId: UserId) {
  const [workspaces, practices] = await Promise.all([
    listWorkspaces(deps.db, userId, deps.now()),
    listPractices(deps.db, userId),
  ]);
  return { workspaces, practices };
}
