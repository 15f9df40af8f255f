import { followAuditLog } from "#db/repositories/governance.server.ts";
import type { Deps } from "../deps.ts";
import { sha256 } from "./record.server.ts";

export type LogVerdict = {
  readonly entries: number;
  readonly ok: boolean;
  /** The number of the first entry that does not fit, or null. */
  readonly firstBroken: number | null;
  /** The hash of the last entry. Kept elsewhere, it shows later that the log's end was not cut off. */
  readonly head: string;
  /** Whether the chain still holds an entry whose head was kept; null when none was given. */
  readonly holdsHead: boolean | null;
};

/** Follows the whole audit log. With `kept`, a head printed earlier, it is also ok only when that entry is still there. */
export async function verifyLog(deps: Pick<Deps, "db">, kept: string | null): Promise<LogVerdict> {
  let seen = false;
  const { entries, head, firstBroken } = await followAuditLog(deps.db, sha256, (hash) => {
    if (hash === kept) seen = true;
  });
  const holdsHead = kept === null ? null : seen;
  return { entries, ok: firstBroken === null && holdsHead !== false, firstBroken, head, holdsHead };
}
