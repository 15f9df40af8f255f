import { groupBy } from "../../kernel/group-by.ts";
import type { CrawledPage } from "../crawled-page.ts";
import { pathsOf } from "../path-of.ts";
import { normalAddress } from "../plan-crawl.ts";
import { printDistance, type TextPrint } from "../text-print.ts";
import type { FindingKind, SiteFinding } from "./site-finding.ts";

/** Bits of 64 by which two prints may differ and the texts still count as nearly alike. */
const near = 4;
/** Shorter texts share most of their few words by chance. */
const fewestWords = 60;

type Read = CrawledPage & { readonly audit: NonNullable<CrawledPage["audit"]> };

/** Titles, descriptions and texts that several pages share. Pages that name one canonical address are one page. */
export function findDoubles(pages: readonly CrawledPage[]): SiteFinding[] {
  const read = pages.filter((page): page is Read => page.audit !== null && page.audit.facts.status < 400);
  const own = read.filter((page) => isOwnCanonical(page));
  return [
    ...shared(own, "double-title", "title", (page) => page.audit.facts.title),
    ...shared(own, "double-description", "description", (page) => page.audit.facts.description ?? ""),
    ...texts(own),
  ];
}

function isOwnCanonical({ audit }: Read): boolean {
  const [first] = audit.facts.canonical;
  const target = first === undefined ? null : normalAddress(first, audit.url);
  return target === null || target === audit.url;
}

function shared(pages: readonly Read[], kind: FindingKind, what: string, of: (page: Read) => string): SiteFinding[] {
  const groups = grouped(pages, (page) => of(page).trim());
  return groups.map(([value, urls]) => ({
    kind,
    severity: "medium",
    check: "plumbing",
    subject: value.slice(0, 200),
    text: `${urls.length} pages share the ${what} "${value.slice(0, 80)}": ${pathsOf(urls)}.`,
    pages: urls,
  }));
}

function texts(pages: readonly Read[]): SiteFinding[] {
  const printed = pages.flatMap((page) => (page.print == null ? [] : [{ url: page.audit.url, print: page.print }]));
  const same = grouped(printed, ({ print }) => (print.words < 20 ? "" : print.exact));
  const doubles = new Set(same.flatMap(([, urls]) => urls.slice(1)));
  const left = printed.filter(({ url, print }) => !doubles.has(url) && print.words >= fewestWords);
  return [
    ...same.map(([hash, urls]): SiteFinding => {
      const text = `${urls.length} pages have the same text: ${pathsOf(urls)}. An engine keeps one of them.`;
      return { kind: "double-text", severity: "high", check: "plumbing", subject: hash, text, pages: urls };
    }),
    ...nearGroups(left).map((urls): SiteFinding => {
      const text = `${urls.length} pages are nearly the same: ${pathsOf(urls)}.`;
      return {
        kind: "near-double",
        severity: "medium",
        check: "plumbing",
        subject: [...urls].sort()[0] ?? "",
        text,
        pages: urls,
      };
    }),
  ];
}

/** Pages that hang together by near likeness. */
function nearGroups(pages: readonly { readonly url: string; readonly print: TextPrint }[]): string[][] {
  const groups: { url: string; print: TextPrint }[][] = [];
  for (const page of pages) {
    const group = groups.find((each) => each.some((other) => printDistance(other.print, page.print) <= near));
    if (group === undefined) groups.push([page]);
    else group.push(page);
  }
  return groups.filter((group) => group.length > 1).map((group) => group.map(({ url }) => url));
}

function grouped<Item extends { readonly url: string }>(
  items: readonly Item[],
  of: (item: Item) => string,
): [string, string[]][] {
  return [...groupBy(items, of)]
    .filter(([value, group]) => value !== "" && group.length > 1)
    .map(([value, group]) => [value, group.map(({ url }) => url)]);
}
