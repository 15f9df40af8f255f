import { answersQueries } from "#db/repositories/jobs.server.ts";
import type { Deps } from "../deps.ts";

/** Whether this process can serve pages: the database answers. */
export async function isReady(deps: Pick<Deps, "db" | "log">): Promise<boolean> {
  try {
    await answersQueries(deps.db);
    return true;
  } catch (error) {
    deps.log.error({ err: error }, "the database does not answer");
    return false;
  }
}
