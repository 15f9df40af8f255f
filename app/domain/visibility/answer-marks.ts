import { tablesOf } from "./answer-tables.ts";
import { detectLanguage } from "./detect-language.ts";
import { belongsTo, findMentions, type Named } from "./find-mentions.ts";
import { type ListPlace, placeIn } from "./list-rank.ts";
import { type Answer, type AnswerStatus, type Citation, domainOf } from "./read-answer.ts";
import { advisesAgainst, recommends, recommendsInTable } from "./recommends.ts";
import { proseOf, quotableSentences } from "./sentences.ts";

/** Changes when answers are read in another way; answers marked by an older reader can be read again from their raw form. */
export const readerVersion = "2026-11-29.4";

/** A page that an answer cites: whose it is, and who is named in the sentence that leans on it, by place among the others. */
export type CitedPage = { readonly url: string; readonly domain: string; readonly names: readonly number[] };

/** What one answer says about the brand, kept beside the raw answer. */
export type AnswerMarks = {
  readonly reader: string;
  readonly status: AnswerStatus;
  /** Why it counts in no rate, in the engine's words; null where it counts. */
  readonly reason: string | null;
  readonly mentioned: boolean;
  readonly cited: boolean;
  readonly recommended: boolean;
  /** Place in the answer's list, null when there is no list or the brand is not on it. */
  readonly listRank: number | null;
  readonly retrievedNotCited: boolean;
  readonly ownCitations: number;
  readonly citations: number;
  /** Sentences that lean on a page of one's own, and on any page. */
  readonly ownSentences: number;
  readonly citedSentences: number;
  readonly searches: number;
  /** How often each name is found, the brand first, then the others in the set's order. */
  readonly names: readonly number[];
  readonly confidence: "high" | "low";
  /** Pages cited that are not one's own. */
  readonly pages: readonly CitedPage[];
  /** Sentences that name the brand. */
  readonly quotes: readonly string[];
};

/** Characters of an answer that are searched: ten times a long answer. What is longer is no answer, and would hold up the page. */
const mostSearched = 20_000;
const mostQuotes = 12;
const mostPages = 20;

/** Marks one answer by what its first `mostSearched` characters say; addresses are citations, not mentions. Of an answer that was cut off or refused only the status counts. */
export function markAnswer(answer: Answer, brand: Named, others: readonly Named[]): AnswerMarks {
  const text = proseOf(answer.text.slice(0, mostSearched));
  const found = findMentions(text, brand, others);
  const placed = placeIn(text, brand);
  const own = (url: string) => (brand.domains ?? []).some((domain) => hostIs(url, domain));
  const ownCitations = answer.citations.filter((citation) => own(citation.url));
  const language = detectLanguage(text, null);
  const quotes = found.mentioned
    ? quotableSentences(text).filter((each) => findMentions(each, brand, others).mentioned)
    : [];
  return {
    reader: readerVersion,
    status: answer.status,
    reason: answer.reason,
    mentioned: found.mentioned,
    cited: ownCitations.length > 0,
    recommended:
      found.mentioned && (leadsList(placed, brand, language) || recommendsInText(text, brand, others, language)),
    listRank: placed?.place ?? null,
    retrievedNotCited: ownCitations.length === 0 && answer.uncited.some(own),
    ownCitations: ownCitations.length,
    citations: answer.citations.length,
    ownSentences: claimsOf(ownCitations),
    citedSentences: claimsOf(answer.citations),
    searches: answer.searches.length,
    names: [found.count, ...found.others.map(({ count }) => count)],
    confidence: found.confidence,
    pages: answer.citations
      .filter((citation) => !own(citation.url) && citation.domain !== "")
      .slice(0, mostPages)
      .map(({ url, domain, claim }) => ({ url, domain, names: namedIn(claim, brand, others) })),
    quotes: [...new Set(quotes)].slice(0, mostQuotes),
  };
}

/** Whether a table or a sentence recommends the brand, by its name or by a pronoun in the sentence right after it. */
function recommendsInText(text: string, brand: Named, others: readonly Named[], language: string | null): boolean {
  const { tables, rest } = tablesOf(text);
  if (tables.some((table) => recommendsInTable(table, brand, others, language))) return true;
  const sentences = quotableSentences(rest);
  return sentences.some((each, at) => recommends(each, brand, others, language, sentences[at - 1] ?? null));
}

/** Sentences that citations lean on, each once. */
function claimsOf(citations: readonly Citation[]): number {
  return new Set(citations.flatMap(({ claims }) => claims)).size;
}

function namedIn(claim: string | null, brand: Named, others: readonly Named[]): number[] {
  if (claim === null || others.length === 0) return [];
  return findMentions(proseOf(claim), brand, others).others.flatMap(({ mentioned }, at) => (mentioned ? [at] : []));
}

/** Letters before a name in an item that still begins with it: marks, "The", a number. */
const beforeName = 12;

/** First in a list of names: the item begins with the brand, and neither it nor what leads to the list warns. */
function leadsList(placed: ListPlace | null, brand: Named, language: string | null): boolean {
  if (placed?.place !== 1) return false;
  const { items, lead } = placed.list;
  const item = items[0] ?? "";
  const offset = findMentions(item, brand, []).offset ?? Number.POSITIVE_INFINITY;
  return offset <= beforeName && !advisesAgainst(lead, language) && !advisesAgainst(item, language);
}

/** Whether an address is on a domain or below it. */
export function hostIs(url: string, domain: string): boolean {
  return belongsTo(domainOf(url), domain);
}
