import { type Estimate, quantile } from "../kernel/estimate.ts";
import { groupBy } from "../kernel/group-by.ts";
import type { IsoDate } from "../kernel/iso-date.ts";
import { meanEligibility } from "./audit-page.ts";
import type { CrawledPage } from "./crawled-page.ts";
import { normalAddress } from "./plan-crawl.ts";
import { rankFixes } from "./rank-fixes.ts";
import { type RobotsFile, robotsReport } from "./robots-report.ts";
import { onBestEvidence, quality, scoreWithRange, sensitivities, weighing } from "./score-checks.ts";
import { settlePage } from "./settle-page.ts";
import { linkGraph } from "./site/link-graph.ts";
import { siteFindings } from "./site-findings.ts";
import type {
  CheckSummary,
  EngineScore,
  FileReport,
  PageAudit,
  PageResult,
  VisibilityAudit,
} from "./visibility-audit.ts";
import type { VisibilityPack } from "./visibility-pack.ts";

export type SiteSnapshot = {
  readonly homepage: string;
  readonly robots: RobotsFile;
  readonly sitemap: FileReport;
  /** Pages of the site that the sitemap lists; null when there was none to compare with, or not all of it was read. */
  readonly listed: ReadonlySet<string> | null;
  readonly llmsTxt: FileReport;
  readonly pages: readonly CrawledPage[];
};

function byAddress(a: CrawledPage, b: CrawledPage): number {
  const [first, second] = [a.audit?.url ?? a.url, b.audit?.url ?? b.url];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** The audit of a whole site: every score carries the range of its weights, and what was not measured is named, never counted as 0. */
export function auditSite(snapshot: SiteSnapshot, pack: VisibilityPack, asOf: IsoDate): VisibilityAudit {
  // By address: pages come as they are answered, and neither sums nor lists may depend on that.
  const pages = snapshot.pages.toSorted(byAddress);
  const graph = linkGraph(pages, snapshot.homepage);
  const links = new Map([...graph.from].map(([url, from]) => [url, from.size]));
  const { listed } = snapshot;
  const audits = pages.flatMap(({ audit, redirects }) =>
    audit === null
      ? []
      : [
          settlePage(audit, {
            redirects,
            inSitemap: isListed(audit.url, listed),
            linkedFrom: links.get(audit.url) ?? 0,
            pages: pages.length,
            asOf,
            pack,
          }),
        ],
  );
  const ids = [...new Set(audits.flatMap((audit) => weighing(audit.checks)))];
  const score = (moved: string | null, factor: number) => meanOf(audits, (audit) => pageScore(audit, moved, factor));
  const settledBy = new Map(audits.map((audit) => [audit.url, audit]));
  const results = pages.map((page) => pageResult(page, settledBy, { links, depth: graph.depth, listed }));
  const titles = new Map(pack.checks.map((check) => [check.id, check.title]));
  const findings = siteFindings(pages, graph, snapshot.homepage);
  const scored = audits.length > 0;
  return {
    homepage: snapshot.homepage,
    asOf,
    packVersion: pack.version,
    score: scored ? scoreWithRange(ids, score) : null,
    quality: scored
      ? scoreWithRange(ids, (moved, factor) => meanOf(audits, (each) => quality(each.checks, moved, factor)))
      : null,
    qualityBestEvidence: scored ? meanOf(audits, (each) => quality(onBestEvidence(each.checks))) : null,
    sensitivity: scored
      ? sensitivities(ids, score).map((each) => ({ ...each, title: titles.get(each.check) ?? each.check }))
      : [],
    engines: scored ? pack.engines.map((engine) => engineScore(engine, audits, ids)) : [],
    pages: results,
    weakest: weakest(audits),
    byRole: byRole(audits, ids),
    robots: robotsReport(
      snapshot.robots,
      audits.map((audit) => audit.url),
      pack.agents,
    ),
    sitemap: snapshot.sitemap,
    llmsTxt: snapshot.llmsTxt,
    fixes: rankFixes(audits, { pack, robots: snapshot.robots.robots, findings }),
    byCheck: byCheck(audits, pack),
    findings,
    notMeasured: unmeasured(audits),
  };
}

function pageScore(audit: PageAudit, moved: string | null, factor: number): number {
  return meanEligibility(audit.engines) * quality(audit.checks, moved, factor);
}

function meanOf<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.length === 0 ? 0 : items.reduce((sum, item) => sum + of(item), 0) / items.length;
}

function engineScore(
  engine: VisibilityPack["engines"][number],
  audits: readonly PageAudit[],
  ids: readonly string[],
): EngineScore {
  const gateOf = (audit: PageAudit) => audit.engines.find((each) => each.engine === engine.id);
  const score: Estimate = scoreWithRange(ids, (moved, factor) =>
    meanOf(audits, (audit) => (gateOf(audit)?.eligibility ?? 0) * quality(audit.checks, moved, factor)),
  );
  const gates = new Map<string, string[]>();
  for (const audit of audits) {
    for (const gate of gateOf(audit)?.closedBy ?? []) gates.set(gate, [...(gates.get(gate) ?? []), audit.url]);
  }
  return {
    engine: engine.id,
    name: engine.name,
    agent: engine.searchAgent,
    score,
    eligibility: meanOf(audits, (audit) => gateOf(audit)?.eligibility ?? 0),
    gates: [...gates].map(([gate, pages]) => ({ gate, pages })),
  };
}

type Around = {
  readonly links: ReadonlyMap<string, number>;
  readonly depth: ReadonlyMap<string, number>;
  readonly listed: ReadonlySet<string> | null;
};

function pageResult(
  page: CrawledPage,
  audits: ReadonlyMap<string, PageAudit>,
  { links, depth, listed }: Around,
): PageResult {
  const audit = audits.get(page.audit?.url ?? "") ?? null;
  const of = (outcome: string) =>
    (audit?.checks ?? []).filter((check) => check.outcome === outcome && check.weight + check.penalty > 0);
  // A page that a redirect led to is the page at the redirect's end.
  const url = audit?.url ?? page.url;
  return {
    url,
    state: page.state,
    detail: page.detail,
    status: page.status,
    role: audit?.role ?? null,
    title: audit?.facts.title ?? null,
    score: audit?.score ?? null,
    engines: audit?.engines ?? [],
    failed: of("fail").map((check) => check.id),
    warned: of("warn").map((check) => check.id),
    inSitemap: isListed(url, listed),
    linkedFrom: links.get(url) ?? 0,
    depth: depth.get(url) ?? null,
  };
}

function isListed(url: string, listed: ReadonlySet<string> | null): boolean | null {
  return listed?.has(normalAddress(url, url) ?? url) ?? null;
}

/** The lowest tenth, lowest first; of pages that score alike no more than fill it. */
function weakest(audits: readonly PageAudit[]): string[] {
  if (audits.length === 0) return [];
  const lowest = audits.toSorted((a, b) => a.score.value - b.score.value);
  const scores = lowest.map((audit) => audit.score.value);
  const bound = quantile(scores, 0.1);
  const tenth = lowest.slice(0, Math.ceil(audits.length / 10));
  return tenth.filter((audit) => audit.score.value <= bound).map((audit) => audit.url);
}

function byRole(audits: readonly PageAudit[], ids: readonly string[]): VisibilityAudit["byRole"] {
  return [...groupBy(audits, ({ role }) => role)].map(([role, of]) => {
    const { value, low, high } = scoreWithRange(ids, (moved, factor) =>
      meanOf(of, (audit) => pageScore(audit, moved, factor)),
    );
    return { role, pages: of.length, score: value, low, high };
  });
}

/** How each check fares over the site: what a comparison with an earlier audit, or another site, is made of. */
function byCheck(audits: readonly PageAudit[], pack: VisibilityPack): CheckSummary[] {
  const found = groupBy(
    audits.flatMap((audit) => audit.checks),
    (check) => check.id,
  );
  return pack.checks
    .filter((definition) => definition.weight + definition.penalty > 0)
    .map(({ id, title }) => {
      const measured = (found.get(id) ?? []).flatMap((check) => (check.value === null ? [] : [check]));
      const value = measured.length === 0 ? null : meanOf(measured, (check) => check.value ?? 0);
      const of = (outcome: string) => measured.filter((check) => check.outcome === outcome).length;
      return { check: id, title, value, pages: measured.length, failed: of("fail"), warned: of("warn") };
    });
}

function unmeasured(audits: readonly PageAudit[]): string[] {
  const open = new Map<string, number>();
  for (const check of audits.flatMap((audit) => audit.checks)) {
    const line = `${check.title}: ${check.evidence}`;
    if (!check.measured) open.set(line, (open.get(line) ?? 0) + 1);
  }
  return [...open].map(([line, pages]) => `${line} (${pages} of ${audits.length} pages)`);
}
