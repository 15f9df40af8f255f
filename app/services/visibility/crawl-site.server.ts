import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import type { SiteSnapshot } from "#app/domain/visibility/audit-site.ts";
import { crawlFrontier } from "#app/domain/visibility/crawl-frontier.ts";
import type { CrawledPage } from "#app/domain/visibility/crawled-page.ts";
import { roleByPath } from "#app/domain/visibility/page-role.ts";
import { crawlDelay, normalAddress, pageAddress } from "#app/domain/visibility/plan-crawl.ts";
import type { RobotsFile } from "#app/domain/visibility/robots-report.ts";
import type { PageRole } from "#app/domain/visibility/visibility-audit.ts";
import type { VisibilityPack } from "#app/domain/visibility/visibility-pack.ts";
import type { Fetched, FetchOptions, SiteFetcher } from "#app/services/ports/site-fetcher.ts";
import { fetchAsAgents } from "./fetch-as-agents.server.ts";
import { readOnePage } from "./read-one-page.server.ts";
import { fetchRobots, readLlmsFile, readSitemaps, robotsOf, type SiteFiles } from "./read-site-files.server.ts";

export type CrawlProgress = { readonly done: number; readonly planned: number; readonly now: string };

export type CrawlFailure =
  | { readonly kind: "blocked"; readonly because: string }
  | { readonly kind: "unreachable"; readonly because: string; readonly retry: boolean }
  | { readonly kind: "cancelled" }
  /** `pause` said so: what was read is kept, and the next call goes on behind it. */
  | { readonly kind: "paused" };

export type CrawlCommand = {
  readonly homepage: string;
  readonly limit: number;
  readonly asOf: IsoDate;
  /** Pages and files that an earlier, interrupted crawl has read; they are not fetched again. */
  readonly known: readonly CrawledPage[];
  readonly files?: SiteFiles | null;
  readonly signal: AbortSignal;
  /** A site of somebody else: it is read, and neither asked under agents' names nor run in a browser. */
  readonly onlyRead?: boolean;
  /** Asked before each page. True ends this part of the crawl, so that other work has its turn. */
  readonly pause?: () => boolean;
};

export type CrawlHooks = {
  /** The site's files are read; they are kept before the first page is. */
  onFiles?(files: SiteFiles): Promise<void>;
  /** A page is finished; it is kept before another one is begun in its place. */
  onPage(page: CrawledPage): Promise<void>;
  onProgress(progress: CrawlProgress): Promise<void>;
};

type Tools = { readonly sites: SiteFetcher; readonly pack: VisibilityPack; readonly now?: () => Date };

/** Pages read at once. Each host has its distance between requests besides. */
const lanes = 2;
/** A site that asks for longer distances than this is read one page at a time. */
const unhurried = 1_000;
/** Pages in a row after which a site that has stopped answering, or asks us to slow down, is left alone. */
const mostSilent = 4;
const leftAlone = `${mostSilent} pages in a row did not answer, so no more were asked for.`;
/** Pages that are asked for once more because the site said when to come back. */
const mostSecondTries = 6;
const mostDisallowed = 100;
/** Kinds of pages of which one each is fetched as the agents, and run in a browser. */
const liveRoles: ReadonlySet<PageRole> = new Set(["home", "article", "offer"]);
const mostRendered = 5;

/** Reads a site politely: robots.txt first, two pages at a time, no faster than asked, never beyond the own host. */
export async function crawlSite(
  deps: Tools,
  command: CrawlCommand,
  hooks: CrawlHooks,
): Promise<Result<SiteSnapshot, CrawlFailure>> {
  const { sites, pack } = deps;
  const { signal, limit, asOf } = command;
  const entrance = await findEntrance(deps, command, hooks);
  if (!entrance.ok) return entrance;
  const { files, first } = entrance.value;
  const { homepage } = files;
  const robots = robotsOf(files.robots);
  const origin = new URL(homepage).origin;
  const spacingMs = crawlDelay(robots.robots);
  const options: FetchOptions = { signal, spacingMs };

  const frontier = crawlFrontier({ homepage, robots: robots.robots, limit });
  for (const address of files.listed ?? []) frontier.list(address);
  const pages = [...command.known];
  const done = new Set(pages.flatMap((page) => [page.url, page.audit?.url ?? page.url]));
  for (const address of done) frontier.skip(address);
  for (const page of pages) addLinks(frontier.link, page, homepage);
  const live = new Set(pages.flatMap((page) => (page.liveFetches === undefined ? [] : (page.audit?.role ?? []))));
  const rendered = new Set(pages.flatMap((page) => (page.rendered === undefined ? [] : (page.audit?.role ?? []))));
  let silent = 0;
  let secondTries = 0;

  async function fetchPage(address: string): Promise<Fetched> {
    const fetched = first !== null && pages.length === 0 ? first : await sites.get(address, options);
    const later = fetched.kind === "answered" && isBusy(fetched) && fetched.headers["retry-after"] !== undefined;
    if (!later || secondTries >= mostSecondTries || signal.aborted) return fetched;
    secondTries += 1;
    return sites.get(address, options);
  }

  async function readPage(next: string): Promise<void> {
    const fetched = await fetchPage(next);
    if (signal.aborted) return;
    const address = fetched.kind === "answered" ? (normalAddress(fetched.url, homepage) ?? next) : next;
    done.add(next);
    // Two addresses of one page: the second costs its fetch and no place.
    if (address !== next && done.has(address)) return;
    done.add(address);
    frontier.skip(address);
    const role = pages.length === 0 ? "home" : roleByPath(address);
    const wanted = command.onlyRead !== true && role !== null && liveRoles.has(role) && !live.has(role);
    const answers = fetched.kind === "answered" && fetched.status < 400 && /html/i.test(typeOf(fetched));
    if (wanted && answers) live.add(role);
    const liveFetches = wanted && answers ? await fetchAsAgents(sites, fetched, { robots, pack, asOf }, options) : null;
    silent = isSilent(fetched) ? silent + 1 : 0;
    const read = await readOnePage(deps, next, fetched, {
      origin,
      robots,
      liveFetches,
      sitemapDate: files.changes[address] ?? files.changes[next] ?? null,
      asOf,
      signal,
      mayRender(role) {
        if (command.onlyRead === true || rendered.has(role) || rendered.size >= mostRendered) return false;
        rendered.add(role);
        return true;
      },
    });
    if (signal.aborted) return;
    const page = silent < mostSilent ? read : { ...read, detail: `${read.detail} ${leftAlone}` };
    pages.push(page);
    addLinks(frontier.link, page, homepage);
    await hooks.onPage(page);
  }

  const running = new Set<Promise<void>>();
  const errors: unknown[] = [];
  let paused = false;
  for (;;) {
    const atOnce = pages.length === 0 || silent > 0 || spacingMs > unhurried ? 1 : lanes;
    const open = !signal.aborted && errors.length === 0 && silent < mostSilent && pages.length + running.size < limit;
    const wantsPause = pages.length > command.known.length && command.pause?.() === true;
    paused = wantsPause && open && running.size === 0;
    if (paused) break;
    const next = open && !wantsPause && running.size < atOnce ? frontier.next() : null;
    if (next !== null) {
      const planned = Math.min(limit, pages.length + running.size + 1 + frontier.waiting());
      await hooks.onProgress({ done: pages.length, planned, now: next });
      const task = readPage(next)
        .catch((error) => void errors.push(error))
        .finally(() => running.delete(task));
      running.add(task);
    } else if (running.size > 0) await Promise.race(running);
    else break;
  }
  if (errors.length > 0) throw errors[0];
  if (signal.aborted) return fail({ kind: "cancelled" });
  if (paused) return fail({ kind: "paused" });
  const closed = frontier.disallowed.filter((url) => !done.has(url)).slice(0, mostDisallowed);
  const listed = files.whole && files.listed !== null ? new Set(files.listed) : null;
  const { sitemap, llmsTxt } = files;
  const kept = closed.map((url) => disallowed(url, robots));
  return ok({ homepage, robots, sitemap, listed, llmsTxt, pages: [...pages, ...kept] });
}

type Entrance = { readonly files: SiteFiles; readonly first: Fetched | null };

/** Hours after which RFC 9309 wants robots.txt read again. */
const robotsHours = 24;

/**
 * Where the site really starts: the home page may redirect to another host of the same name, which has a robots.txt of its own.
 * The page fetched to find that out is not fetched twice, and neither page nor files when an interrupted crawl already knows them.
 */
async function findEntrance(
  { sites, now = () => new Date() }: Tools,
  { homepage: asked, known, files, signal, limit }: CrawlCommand,
  hooks: CrawlHooks,
): Promise<Result<Entrance, CrawlFailure>> {
  const at = now().getTime();
  const say = (what: string) => hooks.onProgress({ done: known.length, planned: limit, now: what });
  if (files != null && known.length > 0) {
    if (at - files.at < robotsHours * 3_600_000) return ok({ files, first: null });
    const robots = await fetchRobots(sites, new URL(files.homepage).origin, { signal });
    return ok({ files: { ...files, robots }, first: null });
  }
  await say("Reading robots.txt");
  let first: Fetched | null = null;
  let homepage = known[0]?.audit?.url;
  if (homepage === undefined) {
    first = await sites.get(asked, { signal });
    if (signal.aborted) return fail({ kind: "cancelled" });
    if (first.kind === "blocked") return fail({ kind: "blocked", because: first.reason });
    if (first.kind === "failed") {
      const retry = first.trouble === "timeout" || first.trouble === "connection-lost";
      return fail({ kind: "unreachable", because: first.reason, retry });
    }
    homepage = normalAddress(first.url, first.url) ?? first.url;
  }
  const { origin } = new URL(homepage);
  const robots = await fetchRobots(sites, origin, { signal });
  const options: FetchOptions = { signal, spacingMs: crawlDelay(robotsOf(robots).robots) };
  await say("Reading the sitemap");
  const { report: sitemap, listed, changes, whole } = await readSitemaps(sites, homepage, robotsOf(robots), options);
  const llmsTxt = await readLlmsFile(sites, origin, options);
  if (signal.aborted) return fail({ kind: "cancelled" });
  const read: SiteFiles = {
    homepage,
    at,
    robots,
    sitemap,
    listed: listed === null ? null : [...listed],
    changes,
    whole,
    llmsTxt,
  };
  await hooks.onFiles?.(read);
  return ok({ files: read, first });
}

function disallowed(url: string, robots: RobotsFile): CrawledPage {
  const why = robots.state === "unreachable" ? robots.detail : "robots.txt keeps our agent from it.";
  const detail = `${why} It was not read.`;
  return { url, state: "disallowed", detail, status: null, redirects: 0, audit: null };
}

/** Links of one page that are looked at. */
const mostLinks = 2_000;

function addLinks(link: (address: string) => void, { audit }: CrawledPage, homepage: string): void {
  for (const { href } of audit?.facts.links.slice(0, mostLinks) ?? []) {
    const address = pageAddress(href, homepage);
    if (address !== null) link(address);
  }
}

function typeOf(fetched: Extract<Fetched, { kind: "answered" }>): string {
  return fetched.headers["content-type"] ?? "text/html";
}

function isBusy({ status }: { readonly status: number }): boolean {
  return status === 429 || status === 503;
}

function isSilent(fetched: Fetched): boolean {
  if (fetched.kind === "answered") return isBusy(fetched);
  return fetched.kind === "failed" && (fetched.trouble === "timeout" || fetched.trouble === "connection-lost");
}
