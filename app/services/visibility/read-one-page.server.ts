import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { nothingMeasured } from "#app/domain/visibility/audit-page.ts";
import type { LiveFetch, PageContext } from "#app/domain/visibility/checks/finding.ts";
import type { CrawledPage } from "#app/domain/visibility/crawled-page.ts";
import { withoutTexts } from "#app/domain/visibility/inspect-page.ts";
import { normalAddress, ownAgent } from "#app/domain/visibility/plan-crawl.ts";
import { verdictOn } from "#app/domain/visibility/read-robots.ts";
import type { RobotsFile } from "#app/domain/visibility/robots-report.ts";
import { textPrint } from "#app/domain/visibility/text-print.ts";
import type { PageRole } from "#app/domain/visibility/visibility-audit.ts";
import type { VisibilityPack } from "#app/domain/visibility/visibility-pack.ts";
import type { Fetched, SiteFetcher } from "#app/services/ports/site-fetcher.ts";
import { browserAgent } from "./fetch-as-agents.server.ts";

export type PageSurroundings = {
  readonly origin: string;
  readonly robots: RobotsFile;
  readonly liveFetches: readonly LiveFetch[] | null;
  /** The moment of its last change that the sitemap gives. */
  readonly sitemapDate: string | null;
  readonly asOf: IsoDate;
  /** Whether a page of this kind is to be run in a browser too. */
  readonly mayRender: (role: PageRole) => boolean;
  readonly signal: AbortSignal;
};

const leadLength = 600;

/** What becomes of a fetched page: read and audited, or the reason why not. Of its text only a print and the first words stay. */
export async function readOnePage(
  { sites, pack }: { readonly sites: SiteFetcher; readonly pack: VisibilityPack },
  asked: string,
  fetched: Fetched,
  around: PageSurroundings,
): Promise<CrawledPage> {
  const { origin, robots, liveFetches, sitemapDate, asOf } = around;
  const without = (state: CrawledPage["state"], detail: string, status: number | null = null): CrawledPage => ({
    url: asked,
    state,
    detail,
    status,
    redirects: 0,
    audit: null,
  });
  if (fetched.kind === "blocked") return without("refused", `Not fetched: ${fetched.reason}.`);
  if (fetched.kind === "failed")
    return without(fetched.trouble === "too-large" ? "too-heavy" : "unreachable", fetched.reason);
  const { status, headers, url } = fetched;
  const redirects = fetched.redirects.length;
  if (new URL(url).origin !== origin) return without("refused", `It redirects to another site (${url}).`, status);
  if (status === 404 || status === 410)
    return without("unreachable", `There is no such page (status ${status}).`, status);
  if (status >= 400) return without("unreachable", `${whyNot(status)} It was not measured.`, status);
  const type = headers["content-type"] ?? "text/html";
  if (!/html|xml/i.test(type)) return without("not-html", `It is ${type.split(";")[0]}, not a page.`, status);
  const context: PageContext = {
    ...nothingMeasured(asOf),
    robots: robots.robots,
    liveFetches: liveFetches?.filter(({ agent }) => agent !== browserAgent) ?? null,
    redirects,
    sitemapDate,
    // A site that is answered from memory has no speed.
    responseMs: fetched.milliseconds === 0 ? null : fetched.milliseconds,
  };
  const page = { url: normalAddress(url, url) ?? url, html: fetched.body, status, headers };
  const inspected = await sites.inspect({ page, context, pack });
  if (inspected.kind === "too-heavy") return without("too-heavy", inspected.reason, status);
  const { audit } = inspected;
  const rendered = around.mayRender(audit.role) ? await renderedWords({ sites, pack }, page.url, around) : null;
  const again =
    rendered === null || rendered.words === null
      ? null
      : await sites.inspect({ page, context: { ...context, renderedWords: rendered.words }, pack });
  const { text } = audit.facts.main;
  return {
    url: asked,
    state: "audited",
    detail: "Read.",
    status,
    redirects,
    audit: withoutTexts(again?.kind === "read" ? again.audit : audit),
    print: textPrint(text),
    lead: text.slice(0, leadLength),
    ...(liveFetches === null ? {} : { liveFetches }),
    ...(rendered === null ? {} : { rendered }),
  };
}

async function renderedWords(
  { sites, pack }: { readonly sites: SiteFetcher; readonly pack: VisibilityPack },
  url: string,
  { robots, asOf, signal }: PageSurroundings,
): Promise<NonNullable<CrawledPage["rendered"]>> {
  const mayFetch = (address: string) => robots.robots === null || verdictOn(robots.robots, ownAgent, address).allowed;
  const rendered = await sites.render(url, { robots: mayFetch, signal });
  if (rendered.kind === "not-rendered") return { words: null, because: rendered.because };
  const read = await sites.inspect({ page: { url, html: rendered.html }, context: nothingMeasured(asOf), pack });
  if (read.kind === "too-heavy") return { words: null, because: read.reason };
  return { words: read.audit.facts.body.words, because: "" };
}

function whyNot(status: number): string {
  if (status === 401 || status === 403) return `The server does not let our agent in (status ${status}).`;
  if (status === 429) return "The server asks to be asked less often (status 429).";
  return status >= 500 ? `The server fails (status ${status}).` : `The server answers with status ${status}.`;
}
