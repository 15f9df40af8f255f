import type { AuditId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { adviceOn, adviceOnUnread } from "#app/domain/visibility/audit-advice.ts";
import { pagesRead } from "#app/domain/visibility/pages-read.ts";
import type { VisibilityAudit } from "#app/domain/visibility/visibility-audit.ts";
import { findAudit, listAuditPageLines } from "#db/repositories/visibility.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";

/** Pages on one screen. */
export const pagesAtOnce = 50;

/** How one audit stands: what is done, what it does now, the pages read so far. */
export async function loadAudit(deps: Pick<Deps, "db">, actor: Actor, id: AuditId, page = 1) {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "not-found" as const });
  const audit = await findAudit(deps.db, actor.organizationId, id);
  if (audit === null) return fail({ kind: "not-found" as const });
  const from = (page - 1) * pagesAtOnce;
  const { lines, total } = await listAuditPageLines(deps.db, actor.organizationId, id, { from, most: pagesAtOnce });
  const read = pagesRead(audit.result?.pages ?? []);
  const mayRun = mayDo(actor.role, "assessment:run");
  const open = audit.status === "queued" || audit.status === "running";
  const nothing = read === 0 ? audit.result : null;
  return ok({
    id: audit.id,
    homepage: audit.homepage,
    status: audit.status,
    failure: audit.failure,
    /** What a person can do about it; null where it ended well, was cancelled or is not over. */
    advice:
      nothing !== null ? adviceOnUnread(nothing) : audit.status === "failed" ? adviceOn(audit.failure ?? "") : null,
    pageLimit: audit.pageLimit,
    progress: audit.progress,
    createdAt: audit.createdAt.getTime(),
    finishedAt: audit.finishedAt?.getTime() ?? null,
    read,
    /** Why an audit that ended has nothing to judge. */
    unread: nothing === null ? null : unreadReasons(nothing),
    mayCancel: mayRun && open,
    mayTryAgain: mayRun && !open,
    isCompetitor: audit.competitorId !== null,
    pages: lines,
    total,
  });
}

const mostReasons = 3;

/** What robots.txt and the first addresses answered. */
function unreadReasons({ robots, pages }: VisibilityAudit): string[] {
  return [...new Set([robots.detail, ...pages.map(({ detail }) => detail)])].slice(0, mostReasons);
}

/** The bare state, for the page that watches it. */
export async function loadAuditProgress(
  deps: Pick<Deps, "db">,
  actor: Actor,
  id: AuditId,
): Promise<Result<{ status: string; done: number; planned: number; now: string }, { kind: "not-found" }>> {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "not-found" });
  const audit = await findAudit(deps.db, actor.organizationId, id);
  if (audit === null) return fail({ kind: "not-found" });
  const { done, planned, now } = audit.progress ?? { done: 0, planned: audit.pageLimit, now: "" };
  return ok({ status: audit.status, done, planned, now });
}
