import { normalAddress, ownAgent } from "./plan-crawl.ts";
import { type Robots, verdictOn } from "./read-robots.ts";

type Site = { readonly homepage: string; readonly robots: Robots | null; readonly limit: number };

/** Addresses that wait to be read. Stateful, like a cursor: whoever crawls feeds it and takes the best one. */
export type Frontier = {
  /** A page that the sitemap lists; kept in the sitemap's order, behind linked pages. */
  list(address: string): void;
  /** A page that another one links to. */
  link(address: string): void;
  /** A page that was read already, or needs no reading. */
  skip(address: string): void;
  /** The next address that robots.txt allows, or null when none waits. Each is given once. */
  next(): string | null;
  /** Addresses that wait, those that robots.txt will close included. */
  waiting(): number;
  /** Addresses that robots.txt keeps our agent from, as far as they were looked at. */
  readonly disallowed: readonly string[];
};

/** Addresses that are looked at for each page there is room for: a site may close most of what it lists. */
const lookedAt = 20;
const mostLinked = 5_000;
/** Places in the queue: linked pages by depth come first, then the sitemap's, then what looks like a page without end. */
const listedRank = 500;
const crowdedRank = 1_000;
/** Pages of one series that are read before others; what the sitemap lists is no endless series. */
const crowd = 20;

/** The home page first, then linked pages by depth of path, then the rest of the sitemap; endless series of pages last. */
export function crawlFrontier({ homepage, robots, limit }: Site): Frontier {
  const queue = new Map<number, string[]>();
  /** The place at which an address waits; what the queue holds of it elsewhere is passed over. */
  const place = new Map<string, number>();
  const listed = new Set<string>();
  const known = new Set<string>();
  const shapes = new Map<string, number>();
  const disallowed: string[] = [];
  let linked = 0;

  function put(address: string, rank: number): void {
    const before = queue.get(rank);
    if (before === undefined) queue.set(rank, [address]);
    else before.push(address);
    place.set(address, rank);
  }

  function take(): { address: string; rank: number } | null {
    for (const rank of [...queue.keys()].sort((a, b) => a - b)) {
      const waiting = queue.get(rank) ?? [];
      for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
        if (place.get(address) !== rank) continue;
        place.delete(address);
        return { address, rank };
      }
      queue.delete(rank);
    }
    return null;
  }

  const home = normalAddress(homepage, homepage) ?? homepage;
  known.add(home);
  put(home, 0);

  return {
    list(address) {
      if (listed.size >= limit * lookedAt) return;
      listed.add(address);
      if (known.has(address)) return;
      known.add(address);
      put(address, listedRank);
    },
    link(address) {
      const waits = place.get(address);
      // One that only the sitemap named before moves forward; one that was linked before, or read, stays.
      if (linked >= mostLinked || (known.has(address) && waits !== listedRank)) return;
      known.add(address);
      linked += 1;
      put(address, rankOf(address, listed));
    },
    skip(address) {
      known.add(address);
      place.delete(address);
    },
    next() {
      for (;;) {
        const taken = take();
        if (taken === null) return null;
        const { address, rank } = taken;
        if (robots !== null && !verdictOn(robots, ownAgent, address).allowed) {
          if (disallowed.length < limit * lookedAt) disallowed.push(address);
          continue;
        }
        const shape = shapeOf(address);
        const alike = shapes.get(shape) ?? 0;
        const endless = !listed.has(address) && (alike >= crowd || isLoop(address));
        if (endless && rank > 0 && rank < crowdedRank) {
          put(address, rank + crowdedRank);
          continue;
        }
        shapes.set(shape, alike + 1);
        return address;
      }
    },
    waiting: () => place.size,
    disallowed,
  };
}

/** Shallow paths first; of the same depth, those the sitemap lists; those with a query late. */
function rankOf(address: string, listed: ReadonlySet<string>): number {
  const depth = Math.min(100, address.split("/").length);
  return 2 * depth + (listed.has(address) ? 0 : 1) + (address.includes("?") ? 200 : 0);
}

/** Pages of one series (page 1, page 2, a calendar's days) have one shape. */
function shapeOf(address: string): string {
  const url = new URL(address);
  return `${url.pathname.replace(/\d+/g, "#")}?${[...new Set(url.searchParams.keys())].sort().join("&")}`;
}

/** A path that repeats a segment, or goes deeper than people build: relative links that lead ever further down. */
function isLoop(address: string): boolean {
  const segments = new URL(address).pathname.split("/").filter(Boolean);
  return segments.length > 12 || segments.length - new Set(segments).size > 2;
}
