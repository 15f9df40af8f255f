import { parse } from "parse5";
import { collapse, type HtmlNode, isHtml, silent, walk } from "./html-tree.ts";
import { note } from "./note-element.ts";
import { trackHidden } from "./track-hidden.ts";
import { trackMicrodata, trackRdfa } from "./track-items.ts";
import type { WalkedPage } from "./walked-page.ts";

const blocks = new Set(
  "address article aside blockquote br dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section summary table td th tr ul".split(
    " ",
  ),
);

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
    refresh: null,
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
