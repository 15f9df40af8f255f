import type { AuditId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { type Draft, draftOrganization } from "#app/domain/visibility/draft-organization.ts";
import { draftPageFix } from "#app/domain/visibility/draft-page-fix.ts";
import { pagesRead } from "#app/domain/visibility/pages-read.ts";
import { settledIn } from "#app/domain/visibility/settle-page.ts";
import type { SiteFinding } from "#app/domain/visibility/site/site-finding.ts";
import type { SiteFix, VisibilityAudit } from "#app/domain/visibility/visibility-audit.ts";
import type { CheckDefinition } from "#app/domain/visibility/visibility-pack.ts";
import { findResultHeads, livingPlan, readPlan } from "#db/repositories/results.server.ts";
import { findOrganization } from "#db/repositories/tenancy.server.ts";
import { findLatestAudit, listAuditPagesAt } from "#db/repositories/visibility.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";

/** An action of the plan in force, or of the proposal, that a fix is part of. */
export type PlannedAction = {
  readonly id: string;
  readonly title: string;
  readonly start: string;
  readonly finish: string;
};

export type FixLine = Omit<SiteFix, "pages" | "diff"> & {
  readonly pages: number;
  readonly findings: number;
  readonly planned: PlannedAction | null;
};

export type FixesView = {
  readonly homepage: string;
  readonly asOf: string;
  readonly fixes: readonly FixLine[];
  readonly hasPlan: boolean;
  /** Pages that were read: where there is none, nothing to mend is no praise. */
  readonly read: number;
  /** What was seen across pages, worst first, as far as it is listed. */
  readonly findings: readonly SiteFinding[];
  readonly findingCount: number;
};

const mostFindings = 100;

/** The work list of the newest audit, best first, each fix with the plan's action that does it. Null before the first audit. */
export async function loadFixes(
  deps: Pick<Deps, "db">,
  actor: Actor,
): Promise<Result<FixesView | null, { kind: "forbidden" }>> {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "forbidden" });
  const [latest, plan] = await Promise.all([findLatestAudit(deps.db, actor.organizationId), planned(deps, actor)]);
  const result = latest?.result;
  if (result == null) return ok(null);
  const { homepage, asOf, fixes, findings, pages } = result;
  return ok({
    homepage,
    asOf,
    hasPlan: plan !== null,
    read: pagesRead(pages),
    fixes: fixes.map((fix) => lineOf(fix, findings, plan)),
    findings: findings.slice(0, mostFindings),
    findingCount: findings.length,
  });
}

type Planned = ReadonlyMap<string, PlannedAction> | null;

function lineOf({ diff: _diff, pages, ...fix }: SiteFix, findings: readonly SiteFinding[], plan: Planned): FixLine {
  return {
    ...fix,
    pages: pages.length,
    findings: findings.filter(({ check }) => check === fix.check).length,
    planned: plan?.get(fix.id) ?? null,
  };
}

async function planned(deps: Pick<Deps, "db">, actor: Actor): Promise<Planned> {
  if (!mayDo(actor.role, "plan:read")) return null;
  const { heads } = await findResultHeads(deps.db, actor.organizationId);
  const living = livingPlan(heads);
  const made = living === undefined ? null : await readPlan(deps.db, actor.organizationId, living.id);
  if (made === null) return null;
  const actions = new Map<string, PlannedAction>();
  for (const { id, title, start, finish, serves } of made.plan.items)
    for (const fix of serves?.fixes ?? []) actions.set(fix, { id, title, start, finish });
  return actions;
}

export type FixDraft = Draft & { readonly where: string };

/** How well the effect of a fix is known: what was measured, by whom, and when that is looked at again. */
export type FixEvidence = Pick<CheckDefinition, "effect" | "contested" | "reviewBy" | "weight" | "penalty"> & {
  readonly sources: readonly string[];
};

export type FixView = {
  readonly fix: FixLine;
  /** Null when the check is no longer among those that are made. */
  readonly evidence: FixEvidence | null;
  readonly asOf: string;
  readonly homepage: string;
  /** Changes that could be written, those of the whole site first. */
  readonly drafts: readonly FixDraft[];
  readonly pages: readonly string[];
  readonly findings: readonly SiteFinding[];
};

/** Pages of which the changes are written out on one screen. */
export const draftsShown = 12;

/** One fix with the changes that could be written, the pages it touches and what was seen across pages. */
export async function loadFix(
  deps: Pick<Deps, "db" | "knowledge">,
  actor: Actor,
  { fix: id }: { readonly fix: string },
): Promise<Result<FixView, { kind: "not-found" }>> {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "not-found" });
  const [latest, plan] = await Promise.all([findLatestAudit(deps.db, actor.organizationId), planned(deps, actor)]);
  const result = latest?.result;
  const fix = result?.fixes.find((each) => each.id === id);
  if (latest === null || result == null || fix === undefined) return fail({ kind: "not-found" });
  return ok({
    fix: lineOf(fix, result.findings, plan),
    evidence: evidenceOf(deps.knowledge.visibility.checks, fix.check),
    asOf: result.asOf,
    homepage: result.homepage,
    drafts: await draftsOf(deps, actor, { auditId: latest.id, result }, fix, draftsShown),
    pages: fix.pages,
    findings: result.findings.filter(({ check }) => check === fix.check),
  });
}

function evidenceOf(checks: readonly CheckDefinition[], id: string): FixEvidence | null {
  const check = checks.find((each) => each.id === id);
  if (check === undefined) return null;
  const { effect, contested, reviewBy, weight, penalty, sources } = check;
  return { effect, contested, reviewBy, weight, penalty, sources: sources.map(({ title }) => title) };
}

type Audited = { readonly auditId: AuditId; readonly result: VisibilityAudit };

/** The changes of a fix: robots.txt and the organization's data once for the site, the others page by page. */
async function draftsOf(
  deps: Pick<Deps, "db" | "knowledge">,
  actor: Actor,
  { auditId, result }: Audited,
  fix: SiteFix,
  most: number,
): Promise<FixDraft[]> {
  const { db } = deps;
  const { organizationId } = actor;
  if (fix.check === "search-agents-allowed") {
    const where = `${new URL(result.homepage).origin}/robots.txt`;
    return fix.diff === null ? [] : [{ where, diff: fix.diff, missing: [] }];
  }
  const drafts: FixDraft[] = [];
  if (fix.check === "identity") {
    const telling = result.pages.filter(({ role }) => role === "home" || role === "about" || role === "contact");
    const urls = telling.slice(0, 8).map(({ url }) => url);
    const [organization, pages] = await Promise.all([
      findOrganization(db, organizationId),
      listAuditPagesAt(db, organizationId, auditId, urls),
    ]);
    if (organization !== null)
      drafts.push({ where: result.homepage, ...draftOrganization(organization, result.homepage, pages) });
  }
  const pages = await listAuditPagesAt(db, organizationId, auditId, fix.pages.slice(0, most));
  for (const page of pages)
    for (const draft of draftPageFix(fix.check, settledIn(result, page, deps.knowledge.visibility)))
      drafts.push({ where: page.audit?.url ?? page.url, ...draft });
  return drafts;
}

export type WorkListLine = {
  readonly rank: number;
  readonly fix: SiteFix;
  readonly page: string | null;
  readonly what: string;
  readonly change: string | null;
  readonly planned: PlannedAction | null;
};

/** Changes that are written into the file for one fix. */
const mostExported = 200;

/** Every fix as lines of a work list: one for each change that could be written, each finding, and each page left. */
export async function loadWorkList(
  deps: Pick<Deps, "db" | "knowledge">,
  actor: Actor,
): Promise<Result<{ readonly asOf: string; readonly lines: readonly WorkListLine[] }, { kind: "not-found" }>> {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "not-found" });
  const [latest, plan] = await Promise.all([findLatestAudit(deps.db, actor.organizationId), planned(deps, actor)]);
  const result = latest?.result;
  if (latest === null || result == null) return fail({ kind: "not-found" });
  const lines: WorkListLine[] = [];
  for (const [at, fix] of result.fixes.entries()) {
    const of = { rank: at + 1, fix, planned: plan?.get(fix.id) ?? null };
    const drafts = await draftsOf(deps, actor, { auditId: latest.id, result }, fix, mostExported);
    const written = new Set(drafts.map(({ where }) => where));
    for (const { where, diff } of drafts) lines.push({ ...of, page: where, what: fix.text, change: diff });
    for (const { check, pages, text } of result.findings)
      if (check === fix.check) lines.push({ ...of, page: pages[0] ?? null, what: text, change: null });
    for (const page of fix.pages) if (!written.has(page)) lines.push({ ...of, page, what: fix.text, change: null });
  }
  return ok({ asOf: result.asOf, lines });
}
