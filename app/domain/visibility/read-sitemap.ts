export type Sitemap = {
  readonly kind: "pages" | "index" | "text" | "unreadable";
  readonly locations: readonly string[];
  readonly problems: readonly string[];
};

const most = 50_000;

/** Addresses of a sitemap, an index of sitemaps, or a plain list. Read by scanning, so that a broken file gives what it has. */
export function readSitemap(text: string): Sitemap {
  const locations: string[] = [];
  const problems: string[] = [];
  const bare = text.replace(/^\uFEFF/, "").trimStart();
  if (!bare.startsWith("<")) {
    for (const line of bare.split(/\r?\n/, most)) if (/^https?:\/\/\S+$/.test(line.trim())) locations.push(line.trim());
    return {
      kind: locations.length > 0 ? "text" : "unreadable",
      locations,
      problems: locations.length > 0 ? [] : ["It is neither XML nor a list of addresses."],
    };
  }
  const head = bare.slice(0, 2_000);
  const kind = /<(?:\w+:)?sitemapindex[\s>]/i.test(head)
    ? "index"
    : /<(?:\w+:)?urlset[\s>]/i.test(head)
      ? "pages"
      : "unreadable";
  if (kind === "unreadable")
    return { kind, locations, problems: ["It is not a sitemap: neither urlset nor sitemapindex."] };
  // An entity that expands to others has no place in a sitemap; none is ever expanded.
  if (/<!ENTITY/i.test(head)) problems.push("It declares entities; they are not expanded.");
  let at = 0;
  while (locations.length < most) {
    const open = bare.indexOf("<loc", at);
    if (open < 0) break;
    const start = bare.indexOf(">", open) + 1;
    const end = start === 0 ? -1 : bare.indexOf("</loc", start);
    if (end < 0) {
      problems.push("It ends in the middle of an address.");
      break;
    }
    const location = decoded(bare.slice(start, end));
    if (/^https?:\/\/\S+$/i.test(location)) locations.push(location);
    else problems.push(`"${location.slice(0, 80)}" is not an absolute address.`);
    at = end;
  }
  if (locations.length === 0) problems.push("It lists no address.");
  return { kind, locations, problems: problems.slice(0, 20) };
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decoded(text: string): string {
  return text
    .replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, "")
    .replace(/&(amp|lt|gt|quot|apos);/g, (whole, name: string) => entities[name] ?? whole)
    .trim();
}
