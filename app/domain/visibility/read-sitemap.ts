export type Sitemap = {
  readonly kind: "pages" | "index" | "text" | "unreadable";
  readonly entries: number;
  readonly problems: readonly string[];
};

export type SitemapReader = {
  push(piece: string): void;
  /** What the file was, once it is over. */
  end(): Sitemap;
  /** No further piece would bring anything: it is no sitemap, or it has the most addresses that one may have. */
  over(): boolean;
};

/** Addresses of one file, as the protocol has it. */
const most = 50_000;
/** Characters of an address: the protocol allows fewer, so that what is kept of a site has a limit. */
const longestAddress = 2_048;
/** Characters from a tag's beginning to its end, with white space, entities and CDATA around an address. */
const longestEntry = 10_000;
const entryEnd = /<\/(?:\w{1,20}:)?(?:url|sitemap)\s{0,9}>/i;
const lastChange = /<(?:\w{1,20}:)?lastmod\s{0,9}>\s{0,99}([^\s<]{8,35})/i;
const headLength = 2_000;
const mostProblems = 20;
const tooLong = "An address is longer than any address can be.";

/** `changed` is what the file gives behind an address as its last change, as written. */
export type OnAddress = (
  address: string,
  listed: { readonly isIndex: boolean; readonly changed: string | null },
) => void;

/**
 * Reads a sitemap, an index of sitemaps, or a plain list piece by piece, so that a file of any length costs no more memory than a
 * piece. By scanning: a broken file gives what it has, and no entity is expanded. Addresses are told as they come.
 */
export function sitemapReader(onAddress: OnAddress): SitemapReader {
  const problems: string[] = [];
  let kind: Sitemap["kind"] | null = null;
  let tag = "loc";
  let rest = "";
  let entries = 0;
  /** An address whose last change may still come. */
  let told: string | null = null;

  function look(last: boolean): void {
    const bare = rest.replace(/^[\s\uFEFF]+/, "");
    rest = bare;
    if (bare.length < headLength && !last) return;
    const head = bare.slice(0, headLength);
    if (!bare.startsWith("<")) {
      kind = "text";
      return;
    }
    const root = /<(?:(\w+):)?(sitemapindex|urlset)[\s>]/i.exec(head);
    kind = root === null ? "unreadable" : root[2]?.toLowerCase() === "urlset" ? "pages" : "index";
    if (root?.[1] !== undefined) tag = `${root[1]}:loc`;
    if (root === null) problems.push("It is not a sitemap: neither urlset nor sitemapindex.");
    // An entity that expands to others has no place in a sitemap; none is ever expanded.
    if (/<!ENTITY/i.test(head)) problems.push("It declares entities; they are not expanded.");
  }

  function add(location: string): void {
    if (!/^https?:\/\/\S+$/i.test(location)) {
      if (kind !== "text") object(`"${location.slice(0, 80)}" is not an absolute address.`);
    } else if (location.length > longestAddress) object(tooLong);
    else if (entries < most) {
      entries += 1;
      if (kind === "text") onAddress(location, { isIndex: false, changed: null });
      else told = location;
    } else object(`It lists more than ${most} addresses; the rest is not read.`);
  }

  /** Tells the address that waits, with the date that stands between it and the next one. */
  function tell(between: string): void {
    if (told === null) return;
    const near = between.slice(0, longestEntry);
    const close = near.search(entryEnd);
    const changed = lastChange.exec(close < 0 ? near : near.slice(0, close))?.[1] ?? null;
    onAddress(told, { isIndex: kind === "index", changed });
    told = null;
  }

  function object(problem: string): void {
    if (problems.length < mostProblems) problems.push(problem);
  }

  function scanList(last: boolean): void {
    const lines = rest.split(/\r?\n/);
    rest = last ? "" : (lines.pop() ?? "").slice(0, longestEntry);
    for (const line of lines) add(line.trim());
  }

  function scanXml(): void {
    let at = 0;
    for (;;) {
      const open = rest.indexOf(`<${tag}`, at);
      if (open < 0) {
        if (rest.length - at > longestEntry) tell(rest.slice(at));
        rest = rest.slice(told === null ? Math.max(at, rest.length - tag.length) : at);
        return;
      }
      tell(rest.slice(at, open));
      const start = rest.indexOf(">", open) + 1;
      const end = start === 0 ? -1 : rest.indexOf(`</${tag}`, start);
      if (end < 0 && rest.length - open > longestEntry) {
        // No tag behind it is ended yet either, and only one in the last stretch still can be. To look for each would take the square.
        at = Math.max(open + tag.length, rest.length - longestEntry);
        object(tooLong);
      } else if (end < 0) {
        rest = rest.slice(open);
        return;
      } else {
        // <location> and its like begin alike.
        if (/[\s>]/.test(rest.charAt(open + tag.length + 1))) add(decoded(rest.slice(start, end)));
        at = end;
      }
    }
  }

  function take(last: boolean): void {
    if (kind === null) look(last);
    if (kind === "text") scanList(last);
    else if (kind === "pages" || kind === "index") scanXml();
    else if (kind === "unreadable") rest = "";
  }

  return {
    push(piece) {
      rest += piece;
      take(false);
    },
    end() {
      take(true);
      tell(rest);
      if (kind === null || (kind === "text" && entries === 0))
        return { kind: "unreadable", entries, problems: ["It is neither XML nor a list of addresses."] };
      if (kind !== "text" && rest.startsWith(`<${tag}`)) object("It ends in the middle of an address.");
      else if (kind !== "unreadable" && entries === 0) object("It lists no address.");
      return { kind, entries, problems };
    },
    over: () => kind === "unreadable" || entries >= most,
  };
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decoded(text: string): string {
  return text
    .trim()
    .replace(/^<!\[CDATA\[|\]\]>$/g, "")
    .replace(/&(amp|lt|gt|quot|apos);/g, (whole, name: string) => entities[name] ?? whole)
    .trim();
}
