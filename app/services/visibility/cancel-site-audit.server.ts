import type { AuditId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { updateOpenAudit } from "#db/repositories/visibility.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";

/** Cancels an audit that is waiting or running; the crawl stops before its next page. Pages already read are kept. */
export async function cancelSiteAudit(
  deps: Pick<Deps, "db" | "now">,
  actor: Actor,
  auditId: AuditId,
): Promise<Result<void, { kind: "forbidden" | "not-found" }>> {
  if (!mayDo(actor.role, "assessment:run")) return fail({ kind: "forbidden" });
  return deps.db.transaction(async (tx): Promise<Result<void, { kind: "not-found" }>> => {
    const change = { status: "cancelled", finishedAt: deps.now() } as const;
    if (!(await updateOpenAudit(tx, actor.organizationId, auditId, change))) return fail({ kind: "not-found" });
    await record(tx, actor, { action: "visibility.cancel-audit", subject: `audit:${auditId}`, at: deps.now() });
    return ok(undefined);
  });
}
