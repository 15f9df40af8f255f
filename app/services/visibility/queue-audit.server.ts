import type { AuditId } from "#app/domain/kernel/ids.ts";
import { isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { ok, type Result } from "#app/domain/kernel/result.ts";
import { auditsFor } from "#app/domain/visibility/site-proof.ts";
import { insertAudit } from "#db/repositories/visibility.server.ts";
import type { Actor } from "../actor.ts";
import { type OverLimit, takeAllowance } from "../billing/take-allowance.server.ts";
import type { Deps } from "../deps.ts";
import { enqueue } from "../enqueue.server.ts";

type Asked = { readonly homepage: string; readonly pageLimit: number; readonly competitorId: string | null };

/** Takes the plan's allowance for an audit, keeps it and queues its job, inside the caller's transaction. */
export async function queueAudit(
  deps: Pick<Deps, "knowledge" | "now" | "newId">,
  tx: Deps["db"],
  { organizationId, userId }: Actor,
  asked: Asked,
): Promise<Result<AuditId, OverLimit>> {
  const taken = await takeAllowance(deps, tx, organizationId, "site-audits", auditsFor(asked.pageLimit));
  if (!taken.ok) return taken;
  const id = deps.newId() as AuditId;
  const createdAt = deps.now();
  await insertAudit(tx, organizationId, {
    ...asked,
    id,
    status: "queued",
    asOf: isoDateOf(createdAt),
    knowledgeVersion: deps.knowledge.visibility.version,
    createdAt,
    createdBy: userId,
  });
  await enqueue(deps, tx, "visibility.perform-audit", { organizationId, auditId: id });
  return ok(id);
}
