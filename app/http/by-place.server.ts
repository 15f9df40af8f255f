import type { ServerBuild } from "@remix-run/node";

type Candidate = {
  readonly id: string;
  /** Of the whole path, in lower case: the router does not tell cases apart either. */
  readonly pattern: readonly string[];
  readonly ancestors: readonly string[];
};

type Routes = ServerBuild["routes"];
/** While developing, the build is asked for at each request, because it changes. */
type Build = ServerBuild | (() => Promise<ServerBuild>);

function partsOf(path: string | undefined): string[] {
  return path?.split("/").filter(Boolean) ?? [];
}

function candidateOf(routes: Routes, id: string): Candidate {
  const ancestors: string[] = [];
  let pattern: string[] = [];
  for (let at: string | undefined = id; at !== undefined; at = routes[at]?.parentId) {
    pattern = [...partsOf(routes[at]?.path?.toLowerCase()), ...pattern];
    ancestors.unshift(at);
  }
  return { id, pattern, ancestors };
}

/** False only when the pattern cannot match the path, whatever its parameters hold. Ranking is the router's. */
function couldMatch(pattern: readonly string[], path: readonly string[]): boolean {
  for (const [at, part] of pattern.entries()) {
    if (part === "*" || part.endsWith("?")) return true;
    const given = path[at];
    if (given === undefined || (!part.startsWith(":") && part !== given)) return false;
  }
  return pattern.length === path.length;
}

/** What the router's URL resolves before it matches: `.` and `..`, also encoded, and backslashes, which count as slashes. */
const resolvedLater = /\/(?:\.|%2e)|\\/i;

/**
 * The parts of the page's path; a request for a page's data names the same page. Null where that is not the path that the router
 * will see, or where it cannot be decoded.
 */
function placeOf(pathname: string): string[] | null {
  if (resolvedLater.test(pathname)) return null;
  const page = pathname.endsWith(".data") ? pathname.slice(0, -".data".length).replace(/^\/_root$/, "/") : pathname;
  try {
    return partsOf(page).map((part) => decodeURIComponent(part).toLowerCase());
  } catch {
    return null;
  }
}

function partOf(build: ServerBuild, ids: ReadonlySet<string>): ServerBuild {
  const kept = <Value>(all: Record<string, Value>) =>
    Object.fromEntries(Object.entries(all).filter(([id]) => ids.has(id))) as Record<string, Value>;
  return { ...build, routes: kept(build.routes), assets: { ...build.assets, routes: kept(build.assets.routes) } };
}

/**
 * Chooses the handler of a path: `make` is called once for each part of the build that paths fall in. Remix ranks and compiles
 * its whole table of routes six times a page (to answer, to load, and for the routes that the browser is told of), which costs
 * more than the loaders; a part holds only the routes that could match the path or one above it, a handful. The manifest of
 * other routes is asked of the whole.
 */
export function byPlace<Handler>(build: Build, make: (part: Build) => Handler): (pathname: string) => Handler {
  const whole = make(build);
  if (typeof build === "function") return () => whole;
  const candidates = Object.keys(build.routes).map((id) => candidateOf(build.routes, id));
  const handlers = new Map<string, Handler>();
  return (pathname) => {
    const place = pathname === "/__manifest" ? null : placeOf(pathname);
    if (place === null) return whole;
    const found = candidates.filter(({ pattern }) =>
      couldMatch(pattern, pattern.length < place.length ? place.slice(0, pattern.length) : place),
    );
    const key = found.map(({ id }) => id).join("\n");
    const known = handlers.get(key);
    if (known !== undefined) return known;
    const handler = make(partOf(build, new Set(found.flatMap(({ ancestors }) => ancestors))));
    handlers.set(key, handler);
    return handler;
  };
}
