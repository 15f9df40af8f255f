import { type Robots, verdictOn } from "./read-robots.ts";

export type CrawlPlan = {
  /** Addresses to fetch, in this order. */
  readonly fetch: readonly string[];
  /** Addresses that robots.txt keeps our agent from. */
  readonly disallowed: readonly string[];
  /** Milliseconds between two requests. */
  readonly delayMs: number;
};

/** Our own agent's product token in robots.txt. */
export const ownAgent = "GroundworkBot";
const shortestDelay = 250;
const longestDelay = 10_000;
const notPages =
  /\.(?:pdf|jpe?g|png|gif|webp|avif|svg|ico|css|m?js|json|xml|zip|gz|mp[34]|webm|woff2?|ttf|docx?|xlsx?|pptx?|csv|txt|rss|atom)$/i;

type Known = {
  readonly homepage: string;
  readonly robots: Robots | null;
  /** Pages of the site (`pageAddress`) that the sitemap lists, in its order. */
  readonly sitemap: ReadonlySet<string>;
  /** Pages of the site found as links so far, in the order of finding. */
  readonly linked: ReadonlySet<string>;
  readonly limit: number;
};

/** Addresses of the sitemap that are looked at for each page there is room for: a site may close most of what it lists. */
const lookedAt = 20;

/** Which pages of a site to read and how slowly: the home page, then linked pages by depth of path, then the rest of the sitemap. */
export function planCrawl({ homepage, robots, sitemap, linked, limit }: Known): CrawlPlan {
  const home = normalAddress(homepage, homepage) ?? homepage;
  const ordered = [...linked].sort((a, b) => rank(a, sitemap) - rank(b, sitemap));
  const candidates = new Set([home, ...ordered]);
  for (const address of sitemap) {
    if (candidates.size >= linked.size + limit * lookedAt) break;
    candidates.add(address);
  }
  const fetch: string[] = [];
  const disallowed: string[] = [];
  for (const address of candidates) {
    if (robots !== null && !verdictOn(robots, ownAgent, address).allowed) disallowed.push(address);
    else if (fetch.length < limit) fetch.push(address);
  }
  return { fetch, disallowed, delayMs: crawlDelay(robots) };
}

/** Shallow paths first; of the same depth, those the sitemap lists. */
function rank(address: string, listed: ReadonlySet<string>): number {
  const depth = address.split("/").length;
  return 2 * depth + (listed.has(address) ? 0 : 1) + (address.includes("?") ? 20 : 0);
}

/** One form for one page: absolute, without fragment or tracking parameters; null for what is no web page. */
export function normalAddress(href: string, base: string): string | null {
  try {
    const url = new URL(href.trim(), base);
    if (url.protocol !== "http:" && url.protocol !== "https:") return null;
    url.hash = "";
    for (const name of [...url.searchParams.keys()])
      if (/^(?:utm_\w+|gclid|fbclid|msclkid)$/i.test(name)) url.searchParams.delete(name);
    return url.href;
  } catch {
    return null;
  }
}

/** The normal address of a page of the site; null for another host, a file, or what is no web address. */
export function pageAddress(href: string, homepage: string): string | null {
  const address = normalAddress(href, homepage);
  if (address === null) return null;
  const { origin, pathname } = new URL(address);
  return origin === new URL(homepage).origin && !notPages.test(pathname) ? address : null;
}

/** The crawl delay that robots.txt asks of our agent, at least a quarter of a second, at most ten. */
export function crawlDelay(robots: Robots | null): number {
  const groups = robots?.groups ?? [];
  const asked = (matches: (agent: string) => boolean) =>
    groups
      .filter((group) => group.agents.some(matches))
      .flatMap((group) => group.others)
      .find((other) => other.field === "crawl-delay")?.value;
  const value = asked((agent) => agent.toLowerCase() === ownAgent.toLowerCase()) ?? asked((agent) => agent === "*");
  const seconds = Number(value);
  if (value === undefined || !Number.isFinite(seconds) || seconds < 0) return shortestDelay;
  return Math.min(longestDelay, Math.max(shortestDelay, seconds * 1_000));
}
