/** Length of the pattern where it matches, else -1. `Allow: /folder/index.html` also allows exactly `/folder/`. */
export function matchLength(rule: { readonly allow: boolean; readonly pattern: string }, path: string): number {
  if (matches(rule.pattern, path)) return rule.pattern.length;
  if (!rule.allow) return -1;
  const slash = rule.pattern.lastIndexOf("/");
  if (slash < 0 || !rule.pattern.startsWith("/index.htm", slash)) return -1;
  const folder = `${rule.pattern.slice(0, slash + 1)}$`;
  return matches(folder, path) ? folder.length : -1;
}

/** Matches from the start of the path; `*` stands for any octets, `$` at the end of the pattern for the end of the path. */
function matches(pattern: string, path: string): boolean {
  if (!pattern.includes("*") && !pattern.endsWith("$")) return path.startsWith(pattern);
  const anchored = pattern.endsWith("$");
  const parts = (anchored ? pattern.slice(0, -1) : pattern).split("*");
  const first = parts[0] ?? "";
  if (!path.startsWith(first)) return false;
  if (parts.length === 1) return anchored ? path.length === first.length : true;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  const last = parts.at(-1) ?? "";
  if (anchored) return path.length - last.length >= at && path.endsWith(last);
  return path.indexOf(last, at) >= 0;
}

/** Path, parameters and query of a URL as written, without its fragment; `/` when there is none. */
export function robotsPath(url: string): string {
  const start = url.startsWith("//") ? 2 : 0;
  const early = indexOfAny(url, start);
  let protocol = url.indexOf("://", start);
  if (protocol >= 0 && early >= 0 && early < protocol) protocol = -1;
  const from = indexOfAny(url, protocol < 0 ? start : protocol + 3);
  if (from < 0) return "/";
  const hash = url.indexOf("#", start);
  if (hash >= 0 && hash < from) return "/";
  const path = url.slice(from, hash < 0 ? undefined : hash);
  return path.startsWith("/") ? path : `/${path}`;
}

function indexOfAny(url: string, from: number): number {
  const found = url.slice(from).search(/[/?;]/);
  return found < 0 ? -1 : found + from;
}
