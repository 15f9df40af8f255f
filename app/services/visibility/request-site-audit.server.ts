import type { AuditId } from "#app/domain/kernel/ids.ts";
import { fail, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { judgeUrl } from "#app/domain/visibility/judge-url.ts";
import { claimedHost, isProven, pagesWithoutProof, pagesWithProof } from "#app/domain/visibility/site-proof.ts";
import { findSiteClaim } from "#db/repositories/competitors.server.ts";
import type { Actor } from "../actor.ts";
import type { OverLimit } from "../billing/take-allowance.server.ts";
import type { Deps } from "../deps.ts";
import { type AlreadyRunning, queueAskedAudit } from "./queue-audit.server.ts";

type Failure =
  | { readonly kind: "forbidden" }
  | { readonly kind: "not-a-website"; readonly because: string }
  | AlreadyRunning
  | { readonly kind: "not-proven"; readonly host: string; readonly most: number }
  | OverLimit;

/** An address as people type it, judged; the scheme may be left out. */
export function judgeTyped(typed: string) {
  const text = typed.trim();
  return judgeUrl(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`);
}

/**
 * Queues an audit of a website. The address is judged here, and again by whoever dials it. More than a few pages are read only of
 * a site that the organization has shown to be its own.
 */
export async function requestSiteAudit(
  deps: Pick<Deps, "db" | "knowledge" | "now" | "newId">,
  actor: Actor,
  command: { readonly homepage: string; readonly pages?: number | undefined },
): Promise<Result<AuditId, Failure>> {
  if (!mayDo(actor.role, "assessment:run")) return fail({ kind: "forbidden" });
  const judged = judgeTyped(command.homepage);
  if (judged.verdict === "block") return fail({ kind: "not-a-website", because: judged.reason });
  const host = claimedHost(judged.url.href);
  const proven = isProven(await findSiteClaim(deps.db, actor.organizationId, host), deps.now());
  const asked = command.pages ?? (proven ? pagesWithProof : pagesWithoutProof);
  if (asked > pagesWithoutProof && !proven) return fail({ kind: "not-proven", host, most: pagesWithoutProof });

  const homepage = judged.url.href;
  const pageLimit = Math.min(pagesWithProof, Math.max(1, Math.floor(asked)));
  return deps.db.transaction((tx) => queueAskedAudit(deps, tx, actor, { homepage, pageLimit, competitorId: null }));
}
