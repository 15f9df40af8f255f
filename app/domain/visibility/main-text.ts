import { Readability } from "@mozilla/readability";
import JSDOMParser from "@mozilla/readability/JSDOMParser.js";
import { collapse, type HtmlNode } from "./html-tree.ts";
import type { MainText } from "./page-facts.ts";
import { plainMarkup } from "./plain-markup.ts";
import { countWords } from "./words.ts";

/** Beyond these the extractor is not asked: its time grows faster than the page. */
const mostElements = 20_000;
const deepest = 400;

type Measured = {
  readonly bodyText: string;
  readonly elements: number;
  readonly maxDepth: number;
  readonly tree: HtmlNode;
};

/**
 * The main part of a page, or the whole body where the extractor finds none or drops most of a short page. Scores that need all
 * of the words use the body beside it, because extractors leave out answers to frequent questions and tables.
 */
export function mainText(page: Measured, bodyWords: number): MainText {
  const whole: MainText = { text: page.bodyText, words: bodyWords, source: "body" };
  if (whole.words < 40 || page.elements > mostElements || page.maxDepth > deepest) return whole;
  const text = extracted(page.tree);
  if (text === null) return whole;
  const words = countWords(text);
  return words < 40 || words < 0.15 * whole.words ? whole : { text, words, source: "article" };
}

/** The tree that was walked is handed to the extractor's own small document, a fifth of the time of a general one. */
function extracted(tree: HtmlNode): string | null {
  try {
    const document = new JSDOMParser().parse(plainMarkup(tree), "https://page.invalid/");
    const found = new Readability(document, {
      maxElemsToParse: mostElements,
      charThreshold: 300,
      serializer: (node) => node,
    }).parse();
    if (found?.content === null || found?.content === undefined) return null;
    return linesOf(found.content as unknown as DomNode);
  } catch {
    // A page that the extractor cannot take is read whole; that is said by `source`.
    return null;
  }
}

type DomNode = { nodeType: number; nodeName: string; textContent: string | null; childNodes: Iterable<DomNode> };

/** What stands on both sides of an element's text: blocks have lines of their own, cells of a table are parted by tabs. */
const apartBy = new Map<string, string>([
  ..."P DIV LI UL OL TR TABLE H1 H2 H3 H4 H5 H6 BR SECTION ARTICLE BLOCKQUOTE PRE DD DT FIGURE FIGCAPTION"
    .split(" ")
    .map((name): [string, string] => [name, "\n"]),
  ["TD", "\t"],
  ["TH", "\t"],
]);

function linesOf(root: DomNode): string {
  const chunks: string[] = [];
  const pending: (DomNode | string)[] = [root];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next === "string") chunks.push(next);
    else if (next.nodeType === 3) chunks.push(next.textContent?.replaceAll("\t", " ") ?? "");
    else {
      const apart = apartBy.get(next.nodeName.toUpperCase());
      if (apart !== undefined) pending.push(apart);
      pending.push(...[...next.childNodes].reverse());
      if (apart !== undefined) pending.push(apart);
    }
  }
  const plain = (line: string) => line.split("\t").map(collapse).filter(Boolean).join("\t");
  return chunks.join("").split("\n").map(plain).filter(Boolean).join("\n");
}
