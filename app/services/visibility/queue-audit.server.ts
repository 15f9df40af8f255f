import type { AuditId } from "#app/domain/kernel/ids.ts";
import { isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { auditsFor, pagesOfCompetitor } from "#app/domain/visibility/site-proof.ts";
import { insertAudit, listOpenAudits } from "#db/repositories/visibility.server.ts";
import type { Actor } from "../actor.ts";
import { type OverLimit, takeAllowance } from "../billing/take-allowance.server.ts";
import type { Deps } from "../deps.ts";
import { enqueue } from "../enqueue.server.ts";
import { record } from "../governance/record.server.ts";

type Asked = { readonly homepage: string; readonly pageLimit: number; readonly competitorId: string | null };

export type AlreadyRunning = { readonly kind: "already-running"; readonly auditId: AuditId };

/** The audit of a site that is only compared with: small, whatever the site is like. */
export function ofCompetitor({ id, homepage }: { readonly id: string; readonly homepage: string }): Asked {
  return { homepage, pageLimit: pagesOfCompetitor, competitorId: id };
}

/**
 * Queues an audit that somebody asked for and records who did, unless one of the organization's own site, or of the same
 * competitor, waits or runs.
 */
export async function queueAskedAudit(
  deps: Pick<Deps, "knowledge" | "now" | "newId">,
  tx: Deps["db"],
  actor: Actor,
  asked: Asked,
): Promise<Result<AuditId, AlreadyRunning | OverLimit>> {
  const all = await listOpenAudits(tx, actor.organizationId);
  const open = all.find(({ competitorId }) => competitorId === asked.competitorId);
  if (open !== undefined) return fail({ kind: "already-running", auditId: open.id });
  const queued = await queueAudit(deps, tx, actor, asked);
  if (!queued.ok) return queued;
  await record(tx, actor, {
    action: "visibility.request-audit",
    subject: `audit:${queued.value}`,
    after: { homepage: asked.homepage, pageLimit: asked.pageLimit },
    at: deps.now(),
  });
  return queued;
}

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
