import { attribute, collapse, type HtmlElement, isElement, rawText, textOf, tokens } from "./html-tree.ts";
import { readMetaRefresh } from "./meta-refresh.ts";
import { readJsonLd } from "./read-entities.ts";
import type { WalkedPage } from "./walked-page.ts";
import { countWords } from "./words.ts";

const robotsNames =
  /^(?:robots|googlebot|googlebot-news|bingbot|msnbot|slurp|applebot|oai-searchbot|gptbot|perplexitybot|claudebot|claude-searchbot)$/;
const mountNames = /^(?:root|app|__next|__nuxt|___gatsby|main-app|react-root|app-root|svelte|q-app)$/i;

/** Notes what one element of HTML says about its page. */
export function note(page: WalkedPage, element: HtmlElement): void {
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
  if (content !== null && attribute(element, "http-equiv")?.toLowerCase() === "refresh" && !inNoscript(element))
    noteRefresh(page, content);
  const name = (attribute(element, "name") ?? attribute(element, "property") ?? attribute(element, "itemprop"))
    ?.trim()
    .toLowerCase();
  if (content === null || name === undefined) return;
  page.metas[name] ??= content;
  // `property` is read for the others because pages mix the two up; no crawler reads its orders there.
  if (robotsNames.test(name) && attribute(element, "name") !== null) page.robots.push({ name, content });
}

/** Engines that run scripts pass by what stands there, and it speaks to people whose scripts are off. */
function inNoscript({ parentNode }: HtmlElement): boolean {
  return parentNode !== null && isElement(parentNode) && parentNode.tagName === "noscript";
}

/** The first one counts. Where it leads is a link like others, for whoever looks for pages. */
function noteRefresh(page: WalkedPage, content: string): void {
  if (page.refresh !== null) return;
  page.refresh = readMetaRefresh(content);
  if (page.refresh !== null) page.links.push({ href: page.refresh.href, text: "", rel: "refresh" });
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
