import { canonicalJson } from "#app/domain/kernel/canonical.ts";
import type { RoleId } from "#app/domain/kernel/ids.ts";
import type { Role, StatedTask } from "#app/domain/workforce/role.ts";
import type { Database } from "#db/client.server.ts";
import { findLastChange } from "#db/repositories/governance.server.ts";
import type { Actor } from "../actor.ts";

/** What a change of duties is called in the audit log. */
export const dutiesChanged = "exposure.state-duties";

/** The duties before the last change made here, as long as nobody has changed them elsewhere since; null when there is nothing to restore. */
export async function lastDutiesChange(
  db: Database,
  actor: Actor,
  role: Role,
): Promise<{ readonly at: Date; readonly before: readonly StatedTask[] } | null> {
  const last = await findLastChange(db, actor.organizationId, dutiesChanged, subjectOf(role.id));
  if (last === null || !Array.isArray(last.before)) return null;
  const stands = canonicalJson(last.after) === canonicalJson(role.tasks ?? []);
  return stands ? { at: last.at, before: last.before as readonly StatedTask[] } : null;
}

export function subjectOf(roleId: RoleId): string {
  return `role:${roleId}`;
}
