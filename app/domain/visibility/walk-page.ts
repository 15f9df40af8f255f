import { parse } from "parse5";
import type { HiddenText } from "./hidden-text.ts";
import {
  attribute,
  collapse,
  type HtmlElement,
  type HtmlNode,
  isHtml,
  rawText,
  silent,
  textOf,
  tokens,
  walk,
} from "./html-tree.ts";
import type { Heading, Link, RobotsMeta } from "./page-facts.ts";
import { type FoundEntity, readJsonLd } from "./read-entities.ts";
import { trackHidden } from "./track-hidden.ts";
import { trackMicrodata, trackRdfa } from "./track-items.ts";
import { countWords } from "./words.ts";

/** Everything that one walk over the document gathers. */
export type WalkedPage = {
  title: string | null;
  lang: string | null;
  base: string | null;
  readonly metas: Record<string, string>;
  readonly canonical: string[];
  readonly robots: RobotsMeta[];
  readonly hreflang: { lang: string; href: string }[];
  readonly headings: Heading[];
  readonly links: Link[];
  readonly times: { value: string; kind: "published" | "modified" | null }[];
  readonly authors: string[];
  /** Links that say that they lead to the author. */
  authorLinks: number;
  readonly emptyMounts: string[];
  hidden: readonly HiddenText[];
  readonly noSnippet: { words: number; readonly misplaced: string[] };
  readonly licences: string[];
  charset: string | null;
  /** The tree that was walked, for whoever reads it again. */
  readonly tree: HtmlNode;
  readonly entities: FoundEntity[];
  readonly counts: { lists: number; tables: number; quotations: number; scripts: number; paragraphs: number };
  bodyText: string;
  noscriptText: string;
  maxDepth: number;
  elements: number;
};

const robotsNames =
  /^(?:robots|googlebot|googlebot-news|bingbot|msnbot|slurp|applebot|oai-searchbot|gptbot|perplexitybot|claudebot|claude-searchbot)$/;
const blocks = new Set(
  "address article aside blockquote br dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section summary table td th tr ul".split(
    " ",
  ),
);
const mountNames = /^(?:root|app|__next|__nuxt|___gatsby|main-app|react-root|app-root|svelte|q-app)$/i;

/** Parses HTML as a browser without scripting does, and walks it once. */
export function walkPage(html: string): WalkedPage {
  const tree = parse(html, { scriptingEnabled: false });
  const page = emptyPage(tree);
  const hidden = trackHidden();
  const microdata = trackMicrodata();
  const rdfa = trackRdfa();
  const chunks: string[] = [];
  const noscript: string[] = [];
  let inBody = false;
  let silence = 0;
  let noscriptDepth = 0;
  walk(tree, {
    enter(element, depth) {
      page.elements += 1;
      page.maxDepth = Math.max(page.maxDepth, depth);
      const tag = element.tagName;
      if (!isHtml(element)) {
        // A drawing's title and style are not the page's.
        if (tag === "style" || tag === "script" || tag === "title") silence += 1;
        return true;
      }
      if (tag === "body") inBody = true;
      if (tag === "noscript") noscriptDepth += 1;
      else if (silent.has(tag)) silence += 1;
      if (blocks.has(tag)) (noscriptDepth > 0 ? noscript : chunks).push("\n");
      hidden.enter(element);
      microdata.enter(element);
      rdfa.enter(element);
      note(page, element);
      return true;
    },
    leave(element) {
      const tag = element.tagName;
      if (!isHtml(element)) {
        if (tag === "style" || tag === "script" || tag === "title") silence -= 1;
        return;
      }
      if (tag === "noscript") noscriptDepth -= 1;
      else if (silent.has(tag)) silence -= 1;
      hidden.leave(element);
      if (blocks.has(tag)) (noscriptDepth > 0 ? noscript : chunks).push("\n");
      microdata.leave(element);
      rdfa.leave(element);
    },
    text(value) {
      if (!inBody || silence > 0) return;
      (noscriptDepth > 0 ? noscript : chunks).push(value);
    },
    comment: (value) => hidden.comment(value),
  });
  page.entities.push(...microdata.found, ...rdfa.found);
  page.bodyText = tidy(chunks.join(""));
  page.hidden = hidden.found(page.bodyText);
  page.noscriptText = tidy(noscript.join(""));
  return page;
}

function emptyPage(tree: HtmlNode): WalkedPage {
  return {
    tree,
    title: null,
    lang: null,
    base: null,
    metas: {},
    canonical: [],
    robots: [],
    hreflang: [],
    headings: [],
    links: [],
    times: [],
    authors: [],
    authorLinks: 0,
    emptyMounts: [],
    hidden: [],
    noSnippet: { words: 0, misplaced: [] },
    licences: [],
    charset: null,
    entities: [],
    counts: { lists: 0, tables: 0, quotations: 0, scripts: 0, paragraphs: 0 },
    bodyText: "",
    noscriptText: "",
    maxDepth: 0,
    elements: 0,
  };
}

/** Lines without surrounding space, empty ones dropped. */
function tidy(text: string): string {
  return text
    .split("\n")
    .map(collapse)
    .filter((line) => line !== "")
    .join("\n");
}

function note(page: WalkedPage, element: HtmlElement): void {
  if (attribute(element, "data-nosnippet") !== null) noteNoSnippet(page, element);
  switch (element.tagName) {
    case "html":
      page.lang = attribute(element, "lang");
      return;
    case "base":
      page.base ??= attribute(element, "href");
      return;
    case "title":
      page.title ??= collapse(rawText(element));
      return;
    case "meta":
      noteMeta(page, element);
      return;
    case "link":
      noteLink(page, element);
      return;
    case "script":
      noteScript(page, element);
      return;
    case "a": {
      const href = attribute(element, "href");
      if (href !== null && page.links.length < 5_000) {
        page.links.push({ href: href.trim(), text: textOf(element, 200), rel: attribute(element, "rel") ?? "" });
      }
      if (tokens(element, "rel").includes("author")) {
        page.authors.push(textOf(element, 120));
        page.authorLinks += 1;
      }
      return;
    }
    case "h1":
    case "h2":
    case "h3":
    case "h4":
    case "h5":
    case "h6":
      page.headings.push({ level: Number(element.tagName[1]), text: textOf(element) });
      return;
    case "time":
      noteTime(page, element);
      return;
    case "ul":
    case "ol":
    case "dl":
      page.counts.lists += 1;
      return;
    case "table":
      page.counts.tables += 1;
      return;
    case "blockquote":
    case "q":
      page.counts.quotations += 1;
      return;
    case "p":
      page.counts.paragraphs += 1;
      break;
    case "div":
    case "main":
    case "section":
      noteMount(page, element);
      break;
    default:
  }
  noteByline(page, element);
}

/** Google reads the attribute on three elements only; on others it does nothing. */
function noteNoSnippet(page: WalkedPage, element: HtmlElement): void {
  if (/^(?:span|div|section)$/.test(element.tagName)) page.noSnippet.words += countWords(textOf(element, 100_000));
  else if (page.noSnippet.misplaced.length < 5) page.noSnippet.misplaced.push(element.tagName);
}

function noteMeta(page: WalkedPage, element: HtmlElement): void {
  page.charset ??= attribute(element, "charset")?.trim().toLowerCase() ?? charsetOf(attribute(element, "content"));
  const content = attribute(element, "content");
  const name = (attribute(element, "name") ?? attribute(element, "property") ?? attribute(element, "itemprop"))
    ?.trim()
    .toLowerCase();
  if (content === null || name === undefined) return;
  page.metas[name] ??= content;
  // `property` is read for the others because pages mix the two up; no crawler reads its orders there.
  if (robotsNames.test(name) && attribute(element, "name") !== null) page.robots.push({ name, content });
}

function noteLink(page: WalkedPage, element: HtmlElement): void {
  const href = attribute(element, "href");
  if (href === null) return;
  const rel = tokens(element, "rel");
  if (rel.includes("canonical")) page.canonical.push(href);
  if (rel.includes("license") && /rsl/i.test(attribute(element, "type") ?? href)) page.licences.push(href);
  const lang = attribute(element, "hreflang");
  if (lang !== null && rel.includes("alternate")) page.hreflang.push({ lang, href });
}

/** The character set of a content type, in lower case, or null. */
export function charsetOf(contentType: string | null): string | null {
  return /;\s*charset\s*=\s*["']?([\w-]{2,40})/i.exec(contentType ?? "")?.[1]?.toLowerCase() ?? null;
}

function noteScript(page: WalkedPage, element: HtmlElement): void {
  const type = (attribute(element, "type") ?? "").trim().toLowerCase().split(";")[0];
  if (type === "application/ld+json") page.entities.push(...readJsonLd(rawText(element)));
  else page.counts.scripts += 1;
}

function noteTime(page: WalkedPage, element: HtmlElement): void {
  const value = attribute(element, "datetime") ?? textOf(element, 60);
  const mark = `${attribute(element, "itemprop") ?? ""} ${attribute(element, "class") ?? ""} ${attribute(element, "pubdate") === null ? "" : "published"}`;
  const kind = /modif|updat/i.test(mark) ? "modified" : /publish|created|date|pubdate/i.test(mark) ? "published" : null;
  if (page.times.length < 50) page.times.push({ value, kind });
}

function noteMount(page: WalkedPage, element: HtmlElement): void {
  const id = attribute(element, "id");
  if (id === null || !mountNames.test(id)) return;
  if (textOf(element, 40) === "") page.emptyMounts.push(id);
}

/** A line that names its author by class or microdata. */
function noteByline(page: WalkedPage, element: HtmlElement): void {
  if (page.authors.length >= 5) return;
  const classes = attribute(element, "class") ?? "";
  if (/(?:^|[\s_-])(?:byline|author-name|post-author|entry-author)(?:$|[\s_-])/i.test(classes)) {
    page.authors.push(textOf(element, 120));
  }
}
