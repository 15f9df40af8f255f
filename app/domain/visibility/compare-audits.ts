import type { FindingKind, SiteFinding } from "./site/site-finding.ts";
import type { PageResult, VisibilityAudit } from "./visibility-audit.ts";

export type Moved = { readonly before: number | null; readonly after: number | null };

/** What is different between two audits of one site. */
export type AuditChange = {
  readonly since: string;
  /** False when the checks or their weights changed in between: then scores say nothing about the site's own change. */
  readonly sameMethod: boolean;
  readonly score: Moved;
  readonly engines: readonly (Moved & { readonly engine: string; readonly name: string })[];
  /** Checks whose mean moved by at least a hundredth, most first. */
  readonly checks: readonly (Moved & { readonly check: string; readonly title: string })[];
  readonly pages: {
    readonly added: readonly string[];
    readonly gone: readonly string[];
    /** Pages whose score moved by at least a point, most first. */
    readonly moved: readonly (Moved & { readonly url: string })[];
  };
  readonly findings: {
    readonly added: readonly SiteFinding[];
    readonly gone: readonly SiteFinding[];
    readonly still: number;
  };
};

/** What moved between an earlier audit and a later one. Pages that only one of them read are listed, never counted as 0. */
export function compareAudits(before: VisibilityAudit, after: VisibilityAudit): AuditChange {
  const byUrl = new Map(before.pages.map((page) => [page.url, page]));
  const now = new Set(after.pages.map((page) => page.url));
  const keys = new Set(before.findings.map(keyOf));
  const later = new Set(after.findings.map(keyOf));
  const checksBefore = new Map((before.byCheck ?? []).map((each) => [each.check, each.value]));
  return {
    since: before.asOf,
    sameMethod: before.packVersion === after.packVersion,
    score: { before: before.score?.value ?? null, after: after.score?.value ?? null },
    engines: after.engines.map(({ engine, name, score }) => ({
      engine,
      name,
      before: before.engines.find((each) => each.engine === engine)?.score.value ?? null,
      after: score.value,
    })),
    checks: (after.byCheck ?? [])
      .map(({ check, title, value }) => ({ check, title, before: checksBefore.get(check) ?? null, after: value }))
      .filter((each) => each.before !== null && each.after !== null && Math.abs(each.after - each.before) >= 0.01)
      .sort(byMove),
    pages: {
      added: after.pages.filter((page) => isRead(page) && !isRead(byUrl.get(page.url))).map(({ url }) => url),
      gone: before.pages.filter((page) => isRead(page) && !now.has(page.url)).map(({ url }) => url),
      moved: after.pages
        .map(({ url, score }) => ({
          url,
          before: byUrl.get(url)?.score?.value ?? null,
          after: score?.value ?? null,
        }))
        .filter((each) => each.before !== null && each.after !== null && Math.abs(each.after - each.before) >= 1)
        .sort(byMove),
    },
    findings: {
      added: after.findings.filter((finding) => !keys.has(keyOf(finding))),
      gone: before.findings.filter((finding) => !later.has(keyOf(finding))),
      still: after.findings.filter((finding) => keys.has(keyOf(finding))).length,
    },
  };
}

function isRead(page: PageResult | undefined): boolean {
  return page?.state === "audited";
}

function keyOf({ kind, subject }: { readonly kind: FindingKind; readonly subject: string }): string {
  return `${kind} ${subject}`;
}

function byMove(a: Moved, b: Moved): number {
  return Math.abs((b.after ?? 0) - (b.before ?? 0)) - Math.abs((a.after ?? 0) - (a.before ?? 0));
}
