import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { type AuditChange, compareAudits } from "#app/domain/visibility/compare-audits.ts";
import {
  changeInFigures,
  type OverviewChange,
  type SiteOverview,
  siteOverview,
} from "#app/domain/visibility/site-overview.ts";
import type { EngineGate, PageResult } from "#app/domain/visibility/visibility-audit.ts";
import { findOrganization } from "#db/repositories/tenancy.server.ts";
import {
  type AuditEntry,
  type AuditProgress,
  type AuditRow,
  findAuditBefore,
  findLatestAudit,
  listAudits,
} from "#db/repositories/visibility.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";

export type VisibilityView = {
  readonly website: string | null;
  readonly audit: SiteOverview | null;
  /** Against the finished audit of the same site before it. */
  readonly change: OverviewChange | null;
  readonly running: { readonly id: string; readonly progress: AuditProgress | null } | null;
  readonly history: readonly (Pick<AuditEntry, "id" | "homepage" | "status" | "failure" | "pagesRead"> & {
    readonly at: number;
  })[];
  readonly mayRun: boolean;
};

/** The newest audit with a page read as the overview shows it, what moved since the one before, what runs now, and what would be audited. */
export async function loadVisibility(
  deps: Pick<Deps, "db">,
  actor: Actor,
): Promise<Result<VisibilityView, { kind: "forbidden" }>> {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "forbidden" });
  const [organization, latest, audits] = await Promise.all([
    findOrganization(deps.db, actor.organizationId),
    findLatestAudit(deps.db, actor.organizationId),
    listAudits(deps.db, actor.organizationId),
  ]);
  const open = audits.find((audit) => audit.status === "queued" || audit.status === "running");
  const change = await changeSince(deps, actor, latest);
  return ok({
    website: organization?.website ?? null,
    audit: latest?.result == null ? null : siteOverview(latest.id, latest.result),
    change: change === null ? null : changeInFigures(change),
    running: open === undefined ? null : { id: open.id, progress: open.progress },
    history: audits.map(({ id, homepage, status, createdAt, failure, pagesRead }) => ({
      id,
      homepage,
      status,
      at: createdAt.getTime(),
      failure,
      pagesRead,
    })),
    mayRun: mayDo(actor.role, "assessment:run"),
  });
}

/** What moved between an audit and the one of the same site before it; null where there is none. */
async function changeSince(deps: Pick<Deps, "db">, actor: Actor, latest: AuditRow | null): Promise<AuditChange | null> {
  if (latest?.result == null) return null;
  const before = await findAuditBefore(deps.db, actor.organizationId, latest);
  return before?.result == null ? null : compareAudits(before.result, latest.result);
}

/** All that moved since the audit before. Null where there is nothing to compare with. */
export async function loadChange(
  deps: Pick<Deps, "db">,
  actor: Actor,
): Promise<Result<{ homepage: string; asOf: string; change: AuditChange } | null, { kind: "forbidden" }>> {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "forbidden" });
  const latest = await findLatestAudit(deps.db, actor.organizationId);
  const change = await changeSince(deps, actor, latest);
  const result = latest?.result;
  return ok(change === null || result == null ? null : { homepage: result.homepage, asOf: result.asOf, change });
}

export type MatrixLine = Pick<PageResult, "url" | "state" | "detail" | "role" | "score" | "linkedFrom"> & {
  readonly depth: number | null;
  readonly failed: number;
  readonly weak: boolean;
  /** In the order of the engines. */
  readonly gates: readonly (Pick<EngineGate, "eligibility" | "closedBy" | "unknown"> | null)[];
};

/** Every page against every engine, and what robots.txt says to each agent of the registry. Null before the first audit. */
export async function loadMatrix(deps: Pick<Deps, "db">, actor: Actor) {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "forbidden" as const });
  const latest = await findLatestAudit(deps.db, actor.organizationId);
  const result = latest?.result;
  if (latest === null || result == null) return ok(null);
  const weak = new Set(result.weakest);
  const { robots, engines } = result;
  return ok({
    auditId: latest.id as string,
    homepage: result.homepage,
    asOf: result.asOf as string,
    engines: engines.map(({ engine, name, agent, score, eligibility }) => ({
      engine,
      name,
      agent,
      score,
      eligibility,
    })),
    lines: result.pages.map(
      ({ url, state, detail, role, score, linkedFrom, depth, failed, engines: gates }): MatrixLine => ({
        url,
        state,
        detail,
        role,
        score,
        linkedFrom,
        depth: depth ?? null,
        failed: failed.length,
        weak: weak.has(url),
        gates: engines.map(({ engine }) => gates.find((gate) => gate.engine === engine) ?? null),
      }),
    ),
    robots: {
      detail: robots.detail,
      notes: robots.notes,
      agents: robots.rows.map(({ agent, operator, purpose, allowed, rule }) => ({
        agent,
        operator,
        purpose,
        rule,
        allowed: allowed.filter(Boolean).length,
        pages: allowed.length,
      })),
    },
  });
}
