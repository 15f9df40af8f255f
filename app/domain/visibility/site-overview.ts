import type { AuditChange } from "./compare-audits.ts";
import type { PageResult, SiteFix, VisibilityAudit } from "./visibility-audit.ts";

/** Fixes, pages and findings that the overview shows; the rest have pages of their own. */
const shown = { fixes: 5, weakest: 10, findings: 8 };

/** A fix with the number of pages it touches. */
export type OverviewFix = Omit<SiteFix, "pages" | "diff"> & { readonly pages: number };

/** What the overview shows of an audit: a large one would not fit into a page. */
export type SiteOverview = Pick<
  VisibilityAudit,
  | "homepage"
  | "asOf"
  | "score"
  | "quality"
  | "qualityBestEvidence"
  | "sensitivity"
  | "byRole"
  | "sitemap"
  | "llmsTxt"
  | "notMeasured"
> & {
  readonly id: string;
  readonly read: number;
  readonly tried: number;
  readonly engines: readonly (Pick<
    VisibilityAudit["engines"][number],
    "engine" | "name" | "agent" | "score" | "eligibility"
  > & {
    readonly gates: readonly { readonly gate: string; readonly pages: number }[];
    readonly closedPages: number;
  })[];
  readonly fixes: readonly OverviewFix[];
  readonly fixCount: number;
  readonly weakest: readonly Pick<PageResult, "url" | "role" | "score" | "failed">[];
  readonly findings: VisibilityAudit["findings"];
  readonly findingCount: number;
};

/** What moved since the audit before, in figures. */
export type OverviewChange = Pick<AuditChange, "since" | "sameMethod" | "score"> & {
  readonly better: number;
  readonly worse: number;
  readonly findingsAdded: number;
  readonly findingsGone: number;
};

export function changeInFigures({ since, sameMethod, score, pages, findings }: AuditChange): OverviewChange {
  const better = pages.moved.filter((each) => (each.after ?? 0) > (each.before ?? 0)).length;
  return {
    since,
    sameMethod,
    score,
    better,
    worse: pages.moved.length - better,
    findingsAdded: findings.added.length,
    findingsGone: findings.gone.length,
  };
}

export function siteOverview(id: string, result: VisibilityAudit): SiteOverview {
  const { homepage, asOf, score, quality, qualityBestEvidence, sensitivity, byRole, sitemap, llmsTxt, notMeasured } =
    result;
  const read = result.pages.filter((page) => page.state === "audited");
  const weak = new Set(result.weakest);
  const lowest = read
    .filter((page) => weak.has(page.url))
    .sort((a, b) => (a.score?.value ?? 0) - (b.score?.value ?? 0));
  return {
    id,
    homepage,
    asOf,
    score,
    quality,
    qualityBestEvidence,
    sensitivity,
    byRole,
    sitemap,
    llmsTxt,
    notMeasured,
    read: read.length,
    tried: result.pages.length,
    engines: result.engines.map(({ engine, name, agent, score: own, eligibility, gates }) => ({
      engine,
      name,
      agent,
      score: own,
      eligibility,
      gates: gates.map(({ gate, pages }) => ({ gate, pages: pages.length })),
      closedPages: read.filter((page) => page.engines.some((gate) => gate.engine === engine && gate.eligibility === 0))
        .length,
    })),
    fixes: result.fixes.slice(0, shown.fixes).map(({ diff: _, pages, ...fix }) => ({ ...fix, pages: pages.length })),
    fixCount: result.fixes.length,
    weakest: lowest
      .slice(0, shown.weakest)
      .map(({ url, role, score: own, failed }) => ({ url, role, score: own, failed })),
    findings: result.findings.slice(0, shown.findings),
    findingCount: result.findings.length,
  };
}
