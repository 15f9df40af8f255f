import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import {
  type CompetitorLine,
  compareSites,
  type NamedAudit,
  type SiteComparison,
} from "#app/domain/visibility/compare-sites.ts";
import { claimedHost, mostCompetitors } from "#app/domain/visibility/site-proof.ts";
import { insertCompetitor, listCompetitors, markCompetitorDeleted } from "#db/repositories/competitors.server.ts";
import { findOrganization } from "#db/repositories/tenancy.server.ts";
import {
  findLatestAudit,
  findLatestHomepage,
  listCompetitorAudits,
  listOpenAudits,
} from "#db/repositories/visibility.server.ts";
import type { Actor } from "../actor.ts";
import type { OverLimit } from "../billing/take-allowance.server.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";
import { ofCompetitor, queueAskedAudit, queueAudit } from "./queue-audit.server.ts";
import { judgeTyped } from "./request-site-audit.server.ts";

type Failure =
  | { readonly kind: "forbidden" | "not-found" | "own-site" | "known" }
  | { readonly kind: "too-many"; readonly most: number }
  | { readonly kind: "not-a-website"; readonly because: string }
  | OverLimit;

/** Adds a website to compare with and queues a small, polite audit of it, in one transaction. */
export async function addCompetitor(
  deps: Pick<Deps, "db" | "knowledge" | "now" | "newId">,
  actor: Actor,
  command: { readonly name: string; readonly homepage: string },
): Promise<Result<string, Failure>> {
  if (!mayDo(actor.role, "assessment:run")) return fail({ kind: "forbidden" });
  const judged = judgeTyped(command.homepage);
  if (judged.verdict === "block") return fail({ kind: "not-a-website", because: judged.reason });
  const homepage = judged.url.href;
  const host = claimedHost(homepage);
  const own = await findLatestHomepage(deps.db, actor.organizationId);
  if (own !== null && claimedHost(own) === host) return fail({ kind: "own-site" });

  const id = deps.newId();
  const name = command.name.trim() === "" ? host : command.name.trim();
  const createdAt = deps.now();
  return deps.db
    .transaction(async (tx): Promise<Result<string, Failure>> => {
      const known = await listCompetitors(tx, actor.organizationId);
      if (known.some((each) => claimedHost(each.homepage) === host)) return fail({ kind: "known" });
      if (known.length >= mostCompetitors) return fail({ kind: "too-many", most: mostCompetitors });
      const competitor = { id, name, homepage, createdAt, createdBy: actor.userId };
      await insertCompetitor(tx, actor.organizationId, competitor);
      const queued = await queueAudit(deps, tx, actor, ofCompetitor(competitor));
      if (!queued.ok) throw new NotQueued(queued.failure);
      await record(tx, actor, {
        action: "visibility.add-competitor",
        subject: `competitor:${id}`,
        after: { name, homepage },
        at: createdAt,
      });
      return ok(id);
    })
    .catch(notQueued);
}

/** Takes the transaction back when the plan has no room for the audit. */
class NotQueued extends Error {
  readonly failure: OverLimit;
  constructor(failure: OverLimit) {
    super(failure.kind);
    this.failure = failure;
  }
}

function notQueued(error: unknown): Result<string, Failure> {
  if (error instanceof NotQueued) return fail(error.failure);
  throw error;
}

/** Audits every competitor again that no audit runs of. Answers how many were queued. */
export async function auditCompetitorsAgain(
  deps: Pick<Deps, "db" | "knowledge" | "now" | "newId">,
  actor: Actor,
): Promise<Result<number, Failure>> {
  if (!mayDo(actor.role, "assessment:run")) return fail({ kind: "forbidden" });
  let queued = 0;
  for (const competitor of await listCompetitors(deps.db, actor.organizationId)) {
    const result = await deps.db.transaction((tx) => queueAskedAudit(deps, tx, actor, ofCompetitor(competitor)));
    if (result.ok) queued += 1;
    else if (result.failure.kind !== "already-running") return fail(result.failure);
  }
  return ok(queued);
}

/** Takes a competitor out of the comparison, or puts one back that was taken out. Its audits stay. */
export async function changeCompetitor(
  deps: Pick<Deps, "db" | "now">,
  actor: Actor,
  { id, keep }: { readonly id: string; readonly keep: boolean },
): Promise<Result<void, Failure>> {
  if (!mayDo(actor.role, "assessment:run")) return fail({ kind: "forbidden" });
  const at = deps.now();
  return deps.db.transaction(async (tx): Promise<Result<void, Failure>> => {
    const room = (await listCompetitors(tx, actor.organizationId)).length < mostCompetitors;
    if (keep && !room) return fail({ kind: "too-many", most: mostCompetitors });
    if (!(await markCompetitorDeleted(tx, actor.organizationId, id, keep ? null : at)))
      return fail({ kind: "not-found" });
    const action = keep ? "visibility.restore-competitor" : "visibility.remove-competitor";
    await record(tx, actor, { action, subject: `competitor:${id}`, at });
    return ok(undefined);
  });
}

/** How far the open audits of competitors are: without any result, because it is asked every moment. */
export type ComparisonProgress = {
  readonly open: number;
  readonly audits: readonly Pick<CompetitorLine, "id" | "status" | "progress">[];
};

export async function loadComparisonProgress(
  deps: Pick<Deps, "db">,
  actor: Actor,
): Promise<Result<ComparisonProgress, { kind: "forbidden" }>> {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "forbidden" });
  const audits = (await listOpenAudits(deps.db, actor.organizationId)).flatMap(({ competitorId, status, progress }) =>
    competitorId === null ? [] : [{ id: competitorId, status, progress }],
  );
  return ok({ open: audits.length, audits });
}

/** The comparison with each competitor's newest audit that read a page, and how their audits stand. */
export async function loadComparison(
  deps: Pick<Deps, "db">,
  actor: Actor,
): Promise<
  Result<
    { comparison: SiteComparison | null; competitors: CompetitorLine[]; mayRun: boolean; hasAudit: boolean },
    { kind: "forbidden" }
  >
> {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "forbidden" });
  const [organization, own, competitors, audits] = await Promise.all([
    findOrganization(deps.db, actor.organizationId),
    findLatestAudit(deps.db, actor.organizationId),
    listCompetitors(deps.db, actor.organizationId),
    listCompetitorAudits(deps.db, actor.organizationId),
  ]);
  const others = competitors.flatMap(({ id, name }): NamedAudit[] => {
    const ended = audits.filter((each) => each.competitorId === id && each.result !== null);
    const audit = (ended.find(({ pagesRead }) => pagesRead !== 0) ?? ended[0])?.result ?? null;
    return audit === null ? [] : [{ name, audit }];
  });
  return ok({
    hasAudit: own !== null,
    comparison:
      own?.result == null || others.length === 0
        ? null
        : compareSites({ name: organization?.name ?? "", audit: own.result }, others),
    competitors: competitors.map(({ id, name, homepage }) => {
      const newest = audits.find((each) => each.competitorId === id);
      return {
        id,
        name,
        homepage,
        auditId: newest?.id ?? null,
        status: newest?.status ?? "none",
        progress: newest?.progress ?? null,
        failure: newest?.failure ?? null,
      };
    }),
    mayRun: mayDo(actor.role, "assessment:run"),
  });
}
