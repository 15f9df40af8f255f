import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { nothingMeasured } from "#app/domain/visibility/audit-page.ts";
import type { CrawledPage, SiteSnapshot } from "#app/domain/visibility/audit-site.ts";
import type { LiveFetch, PageContext } from "#app/domain/visibility/checks/finding.ts";
import { withoutTexts } from "#app/domain/visibility/inspect-page.ts";
import { crawlDelay, normalAddress, pageAddress, planCrawl } from "#app/domain/visibility/plan-crawl.ts";
import type { RobotsFile } from "#app/domain/visibility/robots-report.ts";
import type { VisibilityPack } from "#app/domain/visibility/visibility-pack.ts";
import type { Fetched, FetchOptions, SiteFetcher } from "#app/services/ports/site-fetcher.ts";
import { fetchAsAgents } from "./fetch-as-agents.server.ts";
import { readLlmsFile, readRobotsFile, readSitemaps } from "./read-site-files.server.ts";

export type CrawlProgress = { readonly done: number; readonly planned: number; readonly now: string };

export type CrawlFailure =
  | { readonly kind: "blocked"; readonly because: string }
  | { readonly kind: "unreachable"; readonly because: string; readonly retry: boolean }
  | { readonly kind: "cancelled" };

export type CrawlCommand = {
  readonly homepage: string;
  readonly limit: number;
  readonly asOf: IsoDate;
  /** Pages that an earlier, interrupted crawl has read; they are not fetched again. */
  readonly known: readonly CrawledPage[];
  readonly signal: AbortSignal;
};

export type CrawlHooks = {
  /** A page is finished; it is kept before the next one is fetched. */
  onPage(page: CrawledPage): Promise<void>;
  onProgress(progress: CrawlProgress): Promise<void>;
};

/** Reads a site politely: robots.txt first, one page at a time, no faster than asked, never beyond the own host. */
export async function crawlSite(
  deps: { readonly sites: SiteFetcher; readonly pack: VisibilityPack },
  command: CrawlCommand,
  hooks: CrawlHooks,
): Promise<Result<SiteSnapshot, CrawlFailure>> {
  const { sites, pack } = deps;
  const { signal } = command;
  await hooks.onProgress({ done: command.known.length, planned: command.limit, now: "Reading robots.txt" });
  const entrance = await findEntrance(sites, command, signal);
  if (!entrance.ok) return entrance;
  const { homepage, robots, first } = entrance.value;
  const origin = new URL(homepage).origin;
  const options: FetchOptions = { signal, spacingMs: crawlDelay(robots.robots) };
  await hooks.onProgress({ done: command.known.length, planned: command.limit, now: "Reading the sitemap" });
  const { report: sitemap, listed, whole } = await readSitemaps(sites, homepage, robots, options);
  const llmsTxt = await readLlmsFile(sites, origin, options);

  const pages = [...command.known];
  const linked = new Set<string>();
  for (const page of pages) addLinks(linked, page, homepage);
  let silent = 0;
  const done = new Set(pages.flatMap((page) => [page.url, page.audit?.url ?? page.url]));
  for (;;) {
    if (signal.aborted) return fail({ kind: "cancelled" });
    const plan = planCrawl({
      homepage,
      robots: robots.robots,
      sitemap: listed ?? new Set(),
      linked,
      limit: command.limit,
    });
    const next = pages.length < command.limit ? plan.fetch.find((address) => !done.has(address)) : undefined;
    if (next === undefined) {
      for (const url of plan.disallowed) if (!done.has(url)) pages.push(disallowed(url));
      break;
    }
    await hooks.onProgress({ done: pages.length, planned: Math.min(command.limit, plan.fetch.length), now: next });
    const isFirst = pages.length === 0 && first !== null;
    const fetched = isFirst ? first : await sites.get(next, { ...options, spacingMs: plan.delayMs });
    if (signal.aborted) return fail({ kind: "cancelled" });
    const address = fetched.kind === "answered" ? (normalAddress(fetched.url, homepage) ?? next) : next;
    done.add(next);
    if (address !== next && done.has(address)) continue;
    done.add(address);
    const isHome = pages.length === 0;
    const liveFetches =
      isHome && fetched.kind === "answered" && fetched.status < 400
        ? await fetchAsAgents(sites, fetched, robots, pack, command.asOf, options)
        : null;
    silent = isSilent(fetched) ? silent + 1 : 0;
    const read = await crawledPage(deps, next, fetched, origin, { robots, liveFetches, asOf: command.asOf });
    const page = silent < mostSilent ? read : { ...read, detail: `${read.detail} ${leftAlone}` };
    pages.push(page);
    addLinks(linked, page, homepage);
    await hooks.onPage(page);
    if (silent === mostSilent) break;
  }
  return ok({ homepage, robots, sitemap, listed: whole ? listed : null, llmsTxt, pages });
}

type Entrance = { readonly homepage: string; readonly robots: RobotsFile; readonly first: Fetched | null };

/**
 * Where the site really starts: the home page may redirect to another host of the same name, which has a robots.txt of its own.
 * The page fetched to find that out is not fetched twice, and not at all when an interrupted crawl already knows it.
 */
async function findEntrance(
  sites: SiteFetcher,
  { homepage: asked, known }: CrawlCommand,
  signal: AbortSignal,
): Promise<Result<Entrance, CrawlFailure>> {
  const read = known[0]?.audit?.url;
  if (read !== undefined)
    return ok({ homepage: read, robots: await readRobotsFile(sites, new URL(read).origin, { signal }), first: null });
  const first = await sites.get(asked, { signal });
  if (signal.aborted) return fail({ kind: "cancelled" });
  if (first.kind === "blocked") return fail({ kind: "blocked", because: first.reason });
  if (first.kind === "failed") {
    const retry = first.trouble === "timeout" || first.trouble === "connection-lost";
    return fail({ kind: "unreachable", because: first.reason, retry });
  }
  const homepage = normalAddress(first.url, first.url) ?? first.url;
  const robots = await readRobotsFile(sites, new URL(homepage).origin, { signal });
  return ok({ homepage, robots, first });
}

function whyNot(status: number): string {
  if (status === 401 || status === 403) return `The server does not let our agent in (status ${status}).`;
  if (status === 429) return "The server asks to be asked less often (status 429).";
  return status >= 500 ? `The server fails (status ${status}).` : `The server answers with status ${status}.`;
}

function disallowed(url: string): CrawledPage {
  const detail = "robots.txt keeps our agent from it, so it was not read.";
  return { url, state: "disallowed", detail, status: null, redirects: 0, audit: null };
}

type Known = { readonly robots: RobotsFile; readonly liveFetches: readonly LiveFetch[] | null; readonly asOf: IsoDate };

async function crawledPage(
  { sites, pack }: { readonly sites: SiteFetcher; readonly pack: VisibilityPack },
  asked: string,
  fetched: Fetched,
  origin: string,
  { robots, liveFetches, asOf }: Known,
): Promise<CrawledPage> {
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
  if (new URL(url).origin !== origin) return without("refused", `It redirects to another site (${url}).`, status);
  if (status === 404 || status === 410)
    return without("unreachable", `There is no such page (status ${status}).`, status);
  if (status >= 400) return without("unreachable", `${whyNot(status)} It was not measured.`, status);
  const type = headers["content-type"] ?? "text/html";
  if (!/html|xml/i.test(type)) return without("not-html", `It is ${type.split(";")[0]}, not a page.`, status);
  const context: PageContext = {
    ...nothingMeasured(asOf),
    robots: robots.robots,
    liveFetches,
    redirects: fetched.redirects.length,
    // A site that is answered from memory has no speed.
    responseMs: fetched.milliseconds === 0 ? null : fetched.milliseconds,
  };
  const inspected = await sites.inspect({
    page: { url: normalAddress(url, url) ?? url, html: fetched.body, status, headers },
    context,
    pack,
  });
  if (inspected.kind === "too-heavy") return without("too-heavy", inspected.reason, status);
  return {
    url: asked,
    state: "audited",
    detail: "Read.",
    status,
    redirects: fetched.redirects.length,
    audit: withoutTexts(inspected.audit),
  };
}

/** Links of all pages that are kept to choose from. */
const mostLinked = 5_000;

function addLinks(linked: Set<string>, { audit }: CrawledPage, homepage: string): void {
  for (const { href } of audit?.facts.links ?? []) {
    const address = linked.size < mostLinked ? pageAddress(href, homepage) : null;
    if (address !== null) linked.add(address);
  }
}

/** Pages in a row after which a site that has stopped answering, or asks us to slow down, is left alone. */
const mostSilent = 4;
const leftAlone = `${mostSilent} pages in a row did not answer, so no more were asked for.`;

function isSilent(fetched: Fetched): boolean {
  if (fetched.kind === "answered") return fetched.status === 429 || fetched.status === 503;
  return fetched.kind === "failed" && (fetched.trouble === "timeout" || fetched.trouble === "connection-lost");
}
