import type { AuditId } from "#app/domain/kernel/ids.ts";
import { isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { judgeUrl } from "#app/domain/visibility/judge-url.ts";
import { insertAudit, listAudits } from "#db/repositories/visibility.server.ts";
import type { Actor } from "../actor.ts";
import { type OverLimit, takeAllowance } from "../billing/take-allowance.server.ts";
import type { Deps } from "../deps.ts";
import { enqueue } from "../enqueue.server.ts";
import { record } from "../governance/record.server.ts";

/** A larger crawl would ask for proof that the site is theirs. */
export const mostPages = 25;

type Failure =
  | { readonly kind: "forbidden" }
  | { readonly kind: "not-a-website"; readonly because: string }
  | { readonly kind: "already-running"; readonly auditId: AuditId }
  | OverLimit;

/** Queues an audit of a website. The address is judged here, and again by whoever dials it. */
export async function requestSiteAudit(
  deps: Pick<Deps, "db" | "knowledge" | "now" | "newId">,
  actor: Actor,
  command: { readonly homepage: string; readonly pages?: number },
): Promise<Result<AuditId, Failure>> {
  if (!mayDo(actor.role, "assessment:run")) return fail({ kind: "forbidden" });
  const typed = command.homepage.trim();
  const judged = judgeUrl(/^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`);
  if (judged.verdict === "block") return fail({ kind: "not-a-website", because: judged.reason });
  const open = (await listAudits(deps.db, actor.organizationId, 5)).find(
    (audit) => audit.status === "queued" || audit.status === "running",
  );
  if (open !== undefined) return fail({ kind: "already-running", auditId: open.id });

  const id = deps.newId() as AuditId;
  const createdAt = deps.now();
  const homepage = judged.url.href;
  const pageLimit = Math.min(mostPages, Math.max(1, command.pages ?? mostPages));
  return deps.db.transaction(async (tx): Promise<Result<AuditId, Failure>> => {
    const taken = await takeAllowance(deps, tx, actor.organizationId, "site-audits", 1);
    if (!taken.ok) return taken;
    await insertAudit(tx, actor.organizationId, {
      id,
      homepage,
      pageLimit,
      status: "queued",
      asOf: isoDateOf(createdAt),
      knowledgeVersion: deps.knowledge.visibility.version,
      createdAt,
      createdBy: actor.userId,
    });
    await enqueue(deps, tx, "visibility.perform-audit", { organizationId: actor.organizationId, auditId: id });
    await record(tx, actor, {
      action: "visibility.request-audit",
      subject: `audit:${id}`,
      after: { homepage, pageLimit },
      at: createdAt,
    });
    return ok(id);
  });
}
