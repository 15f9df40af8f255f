import type { Robots } from "./read-robots.ts";

/** Our own agent's product token in robots.txt. */
export const ownAgent = "GroundworkBot";
const shortestDelay = 250;
const longestDelay = 10_000;
const notPages =
  /\.(?:pdf|jpe?g|png|gif|webp|avif|svg|ico|css|m?js|json|xml|zip|gz|mp[34]|webm|woff2?|ttf|docx?|xlsx?|pptx?|csv|txt|rss|atom)$/i;

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
