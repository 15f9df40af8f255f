import { detectLanguage } from "./detect-language.ts";
import { garbledShare } from "./garbled.ts";
import { mainText } from "./main-text.ts";
import { plainForm, unseenIn } from "./match-entities.ts";
import { charsetOf } from "./note-element.ts";
import { pageDates } from "./page-dates.ts";
import type { Entity, PageFacts } from "./page-facts.ts";
import { judgeEntities } from "./read-entities.ts";
import type { EntityRule } from "./visibility-pack.ts";
import { visibleDates } from "./visible-dates.ts";
import { walkPage } from "./walk-page.ts";
import { countWords } from "./words.ts";

/** A page as it was fetched. Header names may be in any case. */
export type PageInput = {
  readonly url: string;
  readonly html: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Whether the main part is looked for. `whole-body` is five times faster and takes the body's text as it is. */
export type Extraction = "main-part" | "whole-body";

/** All facts of a page that need no network. */
export function readPage(
  input: PageInput,
  rules: readonly EntityRule[],
  extraction: Extraction = "main-part",
): PageFacts {
  const walked = walkPage(input.html);
  const words = countWords(walked.bodyText);
  const main =
    extraction === "main-part" ? mainText(walked, words) : { text: walked.bodyText, words, source: "body" as const };
  const shown = walked.entities.length === 0 ? "" : plainForm(`${walked.title ?? ""}\n${walked.bodyText}`);
  const entities = judgeEntities(walked.entities, rules).map((entity) => ({
    ...entity,
    unseen: unseenIn(entity, shown),
  }));
  const dates = [...pageDates({ ...walked, entities }), ...visibleDates(walked.bodyText)];
  return {
    url: input.url,
    status: input.status ?? 200,
    title: walked.title ?? "",
    description: walked.metas.description?.trim() ?? null,
    lang: walked.lang,
    canonical: walked.canonical,
    robots: [...walked.robots, ...robotsHeader(input)],
    hreflang: walked.hreflang,
    headings: walked.headings,
    links: walked.links,
    base: walked.base,
    counts: walked.counts,
    body: { text: walked.bodyText, words },
    noscriptText: walked.noscriptText,
    emptyMounts: walked.emptyMounts,
    refresh: walked.refresh,
    main,
    entities,
    dates,
    author: authorOf(entities, walked.metas, walked.authors),
    published: dates.find((date) => date.kind === "published")?.value ?? null,
    modified: dates.find((date) => date.kind === "modified")?.value ?? null,
    language: detectLanguage(main.text, walked.lang),
    metas: walked.metas,
    hidden: walked.hidden,
    noSnippet: walked.noSnippet,
    usage: { contentUsage: headerOf(input, "content-usage"), licences: [...walked.licences, ...licencesOf(input)] },
    lastModified: headerOf(input, "last-modified"),
    charsets: { header: charsetOf(headerOf(input, "content-type")), page: walked.charset },
    garbled: garbledShare(walked.bodyText),
    authorLinked: walked.authorLinks > 0 || entities.some(namesAuthorsPage),
    bytes: input.html.length,
    maxDepth: walked.maxDepth,
  };
}

export function headerOf(input: Pick<PageInput, "headers">, name: string): string | null {
  for (const [key, value] of Object.entries(input.headers ?? {})) if (key.toLowerCase() === name) return value;
  return null;
}

/** Rules of an X-Robots-Tag header, told apart from metas by the name `x-robots-tag` or `x-robots-tag:agent`. */
function robotsHeader(input: PageInput): { name: string; content: string }[] {
  const value = headerOf(input, "x-robots-tag");
  if (value === null) return [];
  const rules: { name: string; content: string }[] = [];
  let name = "x-robots-tag";
  for (const part of value.split(",").map((each) => each.trim())) {
    const named = /^([a-z][a-z0-9_-]*)\s*:\s*(.*)$/i.exec(part);
    const isRule =
      named !== null && /^(?:max-snippet|max-image-preview|max-video-preview|unavailable_after)$/i.test(named[1] ?? "");
    if (named !== null && !isRule) name = `x-robots-tag:${(named[1] ?? "").toLowerCase()}`;
    rules.push({ name, content: named !== null && !isRule ? (named[2] ?? "") : part });
  }
  return rules;
}

/** Licences of the RSL kind that a Link header names. */
function licencesOf(input: PageInput): string[] {
  const header = headerOf(input, "link")?.slice(0, 4_000) ?? "";
  return header
    .split(/,\s*(?=<)/)
    .filter((link) => /rel\s*=\s*"?license/i.test(link) && /rsl/i.test(link))
    .flatMap((link) => /<([^>]{1,500})>/.exec(link)?.[1] ?? []);
}

/** An author given with an address of their own. */
function namesAuthorsPage({ type, properties }: Entity): boolean {
  const people: unknown[] = type === "Person" ? [properties] : [properties.author].flat();
  return people.some(
    (each) => each !== null && typeof each === "object" && ("url" in each || "sameAs" in each || "jobTitle" in each),
  );
}

/** Who wrote the page: structured data first, then the meta, then a byline. */
function authorOf(
  entities: readonly Entity[],
  metas: Readonly<Record<string, string>>,
  bylines: readonly string[],
): string | null {
  for (const entity of entities) {
    const name = nameOf(entity.properties.author, entities);
    if (name !== null) return name;
  }
  const stated = metas.author ?? metas["article:author"] ?? bylines.find((line) => line !== "");
  const plain = stated?.replace(/^\s*(?:by|von|par|por|di|av|door)\s+/i, "").trim();
  return plain === undefined || plain === "" || /^https?:/.test(plain) ? null : plain;
}

/** A name from text, a node, a list of either, or a reference to another node of the page. */
function nameOf(author: unknown, entities: readonly Entity[]): string | null {
  if (typeof author === "string") return author.trim() || null;
  if (Array.isArray(author)) {
    for (const each of author) {
      const name = nameOf(each, entities);
      if (name !== null) return name;
    }
    return null;
  }
  if (author === null || typeof author !== "object") return null;
  if ("name" in author && typeof author.name === "string") return author.name.trim() || null;
  if (!("@id" in author)) return null;
  const target = entities.find((entity) => entity.id === author["@id"])?.properties.name;
  return typeof target === "string" ? target : null;
}
