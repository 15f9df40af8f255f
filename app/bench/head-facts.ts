import type { PageFacts } from "#app/domain/visibility/page-facts.ts";

/** Facts that an HTML5 document of a browser's kind states without doubt. */
type HeadFacts = {
  readonly title: string;
  readonly lang: string | null;
  readonly canonical: readonly (string | null)[];
  readonly robots: readonly (string | null)[];
  readonly hreflang: readonly (string | null)[];
  readonly headings: readonly string[];
};

function headOf({ title, lang, canonical, robots, hreflang, headings }: PageFacts): HeadFacts {
  return {
    title,
    lang,
    canonical,
    robots: robots.filter(({ name }) => name === "robots").map(({ content }) => content),
    hreflang: hreflang.map(({ href }) => href),
    headings: headings.map(({ text }) => plain(text)),
  };
}

function headBy(document: Document): HeadFacts {
  const attributes = (selector: string, name: string) =>
    [...document.querySelectorAll(selector)].map((each) => each.getAttribute(name));
  return {
    title: document.title,
    lang: document.documentElement.getAttribute("lang"),
    canonical: attributes('link[rel~="canonical" i][href]', "href"),
    robots: attributes('meta[name="robots" i][content]', "content"),
    hreflang: attributes('link[rel~="alternate" i][hreflang][href]', "href"),
    headings: [...document.querySelectorAll("h1,h2,h3,h4,h5,h6")].map((each) => plain(each.textContent ?? "")),
  };
}

/** What both read of a heading: white space collapsed, and long ones cut as ours are. */
function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim().slice(0, 1_900);
}

/** Whether the page's facts are those of a document that jsdom made of the same HTML. */
export function sameHeads(facts: PageFacts, document: Document): boolean {
  return JSON.stringify(headOf(facts)) === JSON.stringify(headBy(document));
}
