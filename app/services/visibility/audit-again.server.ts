import type { AuditId } from "#app/domain/kernel/ids.ts";
import { fail, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { listCompetitors } from "#db/repositories/competitors.server.ts";
import { findAudit } from "#db/repositories/visibility.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { ofCompetitor, queueAskedAudit } from "./queue-audit.server.ts";
import { requestSiteAudit } from "./request-site-audit.server.ts";

type Failure =
  | { readonly kind: "not-found" }
  | Extract<Awaited<ReturnType<typeof requestSiteAudit>>, { ok: false }>["failure"];

/** Asks for an audit once more: of the same address and as many pages, for the same purpose. */
export async function auditAgain(
  deps: Pick<Deps, "db" | "knowledge" | "now" | "newId">,
  actor: Actor,
  id: AuditId,
): Promise<Result<AuditId, Failure>> {
  if (!mayDo(actor.role, "assessment:run")) return fail({ kind: "forbidden" });
  const { organizationId } = actor;
  const audit = await findAudit(deps.db, organizationId, id);
  if (audit === null) return fail({ kind: "not-found" });
  const { homepage, pageLimit, competitorId } = audit;
  if (competitorId === null) return requestSiteAudit(deps, actor, { homepage, pages: pageLimit });

  return deps.db.transaction(async (tx): Promise<Result<AuditId, Failure>> => {
    const competitors = await listCompetitors(tx, organizationId);
    if (!competitors.some((each) => each.id === competitorId)) return fail({ kind: "not-found" });
    return queueAskedAudit(deps, tx, actor, ofCompetitor({ id: competitorId, homepage }));
  });
}
