import type { IsoDate } from "../kernel/iso-date.ts";
import { meanEligibility, nothingMeasured } from "./audit-page.ts";
import { plumbing } from "./checks/plumbing.ts";
import type { CrawledPage } from "./crawled-page.ts";
import { onBestEvidence, quality, scoreWithRange, weighing } from "./score-checks.ts";
import type { CheckResult, PageAudit, VisibilityAudit } from "./visibility-audit.ts";
import type { VisibilityPack } from "./visibility-pack.ts";

export type SiteContext = {
  readonly redirects: number;
  /** Null where there is no sitemap, or not all of it was read. */
  readonly inSitemap: boolean | null;
  readonly linkedFrom: number;
  /** Pages of the site that were looked at; of one alone nobody can say who links to it. */
  readonly pages: number;
  readonly asOf: IsoDate;
  readonly pack: VisibilityPack;
};

/** Makes the one check again that needs the other pages: who links here, and whether the sitemap lists it. */
export function settlePage(audit: PageAudit, site: SiteContext): PageAudit {
  const context = {
    ...nothingMeasured(site.asOf),
    redirects: site.redirects,
    inSitemap: site.inSitemap,
    linkedFrom: site.pages > 1 && audit.role !== "home" ? site.linkedFrom : null,
  };
  const again = plumbing({ facts: audit.facts, context });
  const replace = (check: CheckResult): CheckResult =>
    check.id === "plumbing"
      ? {
          ...check,
          outcome: again.outcome,
          value: again.value,
          evidence: again.evidence,
          diff: again.diff ?? null,
          fix: again.outcome === "pass" ? null : (site.pack.checks.find((each) => each.id === check.id)?.fix ?? null),
        }
      : check;
  const checks = audit.checks.map(replace);
  const ids = weighing(checks);
  const open = meanEligibility(audit.engines);
  return {
    ...audit,
    checks,
    score: scoreWithRange(ids, (moved, factor) => open * quality(checks, moved, factor)),
    quality: scoreWithRange(ids, (moved, factor) => quality(checks, moved, factor)),
    qualityBestEvidence: quality(onBestEvidence(checks)),
  };
}

/** A page as it was kept while the crawl ran, judged as the finished audit judges it; as it is where the audit does not know it. */
export function settledIn(result: VisibilityAudit, page: CrawledPage, pack: VisibilityPack): CrawledPage {
  const { audit, redirects } = page;
  const known = audit === null ? undefined : result.pages.find(({ url }) => url === audit.url);
  if (audit === null || known === undefined) return page;
  const { inSitemap, linkedFrom } = known;
  const site = { redirects, inSitemap, linkedFrom, pages: result.pages.length, asOf: result.asOf, pack };
  return { ...page, audit: settlePage(audit, site) };
}
