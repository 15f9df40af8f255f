import { Readability } from "@mozilla/readability";
import { demonstrationPages } from "#app/demonstration/site/site.ts";
import type { Tally } from "#app/domain/visibility/visibility-validation.ts";
import { sameHeads } from "./head-facts.ts";
import { mentionVectors } from "./mention-vectors.ts";
import { auditOf, type CorpusPage, pageCorpus } from "./page-corpus.ts";
import { robotsVectors } from "./robots-vectors.ts";

/** The same vectors and pages for what people would use otherwise, and an HTML5 document for what we read. */
export async function comparePeers(): Promise<readonly Tally[]> {
  const { JSDOM } = await import("jsdom");
  const { default: robotsParser } = await import("robots-parser");
  const { verdicts } = robotsVectors();
  const byParser = verdicts.filter(
    ({ url, robots, agent, allowed, parser }) =>
      (robotsParser(new URL("/robots.txt", url).href, robots).isAllowed(url, agent) ?? true) ===
      (parser === true ? !allowed : allowed),
  );
  const vectors = mentionVectors();
  const bySearch = vectors.filter(({ text, brand, count }) => {
    const name = brand.name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return (text.match(new RegExp(`\\b${name}\\b`, "gi"))?.length ?? 0) === count;
  });
  const pages = readable();
  let [sameHead, sameText, sameWords] = [0, 0, 0];
  for (const page of pages) {
    const { window } = new JSDOM(page.html, { url: page.url });
    const { facts } = auditOf(page);
    if (sameHeads(facts, window.document)) sameHead += 1;
    const theirs = facts.main.source === "body" ? null : new Readability(window.document).parse()?.textContent;
    window.close();
    if (theirs === undefined || theirs === null) continue;
    sameText += 1;
    if (overlap(piecesOf(facts.main.text), piecesOf(theirs)) >= 0.95) sameWords += 1;
  }
  return [
    { kind: "robots-parser on the robots vectors", right: byParser.length, of: verdicts.length },
    { kind: "a search for the whole word on the mention vectors", right: bySearch.length, of: vectors.length },
    {
      kind: "title, language, canonical, robots, hreflang, headings equal to jsdom's",
      right: sameHead,
      of: pages.length,
    },
    { kind: "main text 95 % the same letters as by jsdom + Readability", right: sameWords, of: sameText },
  ];
}

/** Pages of the corpus and of the demonstration that a document of a browser's kind can hold. */
function readable(): readonly CorpusPage[] {
  const demonstration = demonstrationPages
    .filter(({ html }) => html.includes("<html"))
    .map(({ path, html }): CorpusPage => {
      const url = `https://www.kestrelfreight.example${path}`;
      return { name: path, kind: "prose", lang: "en", honest: true, url, html, expect: {} };
    });
  return [...pageCorpus().filter(({ generate }) => generate === undefined), ...demonstration];
}

/** Runs of five letters, without what stands between words: one of the texts has no line ends. */
function piecesOf(text: string): string[] {
  const letters = text.replace(/[^\p{L}\p{N}]+/gu, "");
  return Array.from({ length: Math.max(1, letters.length - 4) }, (_, at) => letters.slice(at, at + 5));
}

/** Share of the pieces of both lists that the two have in common. */
function overlap(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1);
  let both = 0;
  for (const word of b) {
    const count = left.get(word) ?? 0;
    if (count > 0) both += 1;
    left.set(word, count - 1);
  }
  return (2 * both) / Math.max(1, a.length + b.length);
}
