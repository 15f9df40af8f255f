export type Citation = {
  readonly url: string;
  readonly domain: string;
  readonly title: string;
  /** The sentence before the citation's first marker; the marker itself claims nothing. */
  readonly claim: string | null;
  /** The sentences before all markers of this page. */
  readonly claims: readonly string[];
};

export type Search = {
  readonly action: string;
  readonly queries: readonly string[];
  readonly status: string;
  /** Pages that the search brought, cited or not. */
  readonly sources: readonly string[];
};

export type AnswerStatus = "complete" | "incomplete" | "refused" | "failed";

export type Answer = {
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly searches: readonly Search[];
  readonly status: AnswerStatus;
  /** Why it is not complete, in the engine's words where it gave any; null for a complete answer. */
  readonly reason: string | null;
  /** Pages that were retrieved and not cited. */
  readonly uncited: readonly string[];
};

type Json = Readonly<Record<string, unknown>>;

/** Reads a body of the Responses API. Anything may be missing or of another shape; what cannot be read is left out. */
export function readAnswer(body: unknown): Answer {
  const root = objectOf(body);
  const output = listOf(root.output).map(objectOf);
  const texts: string[] = [];
  const citations = new Map<string, Citation>();
  let refusal: string | null = null;
  let cut = false;
  for (const message of output.filter((item) => item.type === "message")) {
    if (message.status === "incomplete") cut = true;
    for (const part of listOf(message.content).map(objectOf)) {
      if (part.type === "refusal") refusal = textOf(part.refusal);
      if (part.type !== "output_text") continue;
      const text = textOf(part.text);
      texts.push(text);
      for (const citation of citationsIn(part, text)) {
        keep(citations, citation);
      }
    }
  }
  const searches = output.filter((item) => item.type === "web_search_call").map(readSearch);
  const text = texts.filter((each) => each !== "").join("\n");
  const uncited = searches.flatMap((search) => search.sources).filter((url) => !citations.has(pageKey(url)));
  const status = statusOf(root, { text, refused: refusal !== null, cut, searches });
  return {
    text,
    citations: [...citations.values()],
    searches,
    status,
    reason: reasonOf(status, root, refusal, text),
    uncited: [...new Map(uncited.map((url) => [pageKey(url), url])).values()],
  };
}

/** A pasted answer of any engine: its text, and the addresses in it as citations. */
export function readPastedAnswer(text: string): Answer {
  const citations = new Map<string, Citation>();
  for (const match of text.matchAll(/https?:\/\/[^\s<>"'()[\]{}]{3,2000}/g)) {
    const url = withoutTracking(match[0].replace(/[.,;:!?*_]+$/, ""));
    const claim = sentenceBefore(text, match.index);
    keep(citations, { url, domain: domainOf(url), title: "", claim, claims: claim === null ? [] : [claim] });
  }
  const status = text.trim() === "" ? "failed" : "complete";
  const reason = status === "failed" ? "there is no text" : null;
  return { text, citations: [...citations.values()], searches: [], status, reason, uncited: [] };
}

/** Citations are one a page; a page that is cited again adds the sentence that leans on it. */
function keep(citations: Map<string, Citation>, citation: Citation): void {
  const key = pageKey(citation.url);
  const there = citations.get(key);
  if (there === undefined) citations.set(key, citation);
  else citations.set(key, { ...there, claims: [...new Set([...there.claims, ...citation.claims])] });
}

type Seen = { text: string; refused: boolean; cut: boolean; searches: readonly Search[] };

function statusOf(root: Json, { text, refused, cut, searches }: Seen): AnswerStatus {
  const { status } = root;
  if (status === "failed" || status === "cancelled" || (root.error !== null && root.error !== undefined))
    return "failed";
  if (refused) return "refused";
  if (cut || (status !== undefined && status !== "completed")) return "incomplete";
  if (searches.length > 0 && searches.every((search) => search.status === "failed")) return "failed";
  return text === "" ? "failed" : "complete";
}

/**
 * Where a citation's marker begins. Indices are taken as UTF-16 offsets; where nothing of the page stands there they may count code
 * points, and where that fails too the address itself is looked for.
 */
function markerAt(text: string, annotation: Json, url: string): number | null {
  const { start_index: start, end_index: end } = annotation;
  if (typeof start !== "number" || start < 0) return null;
  const domain = domainOf(url);
  const names = (from: number, to: number) => domain !== "" && text.slice(from, to).includes(domain);
  if (typeof end !== "number" || names(start, end)) return Math.min(start, text.length);
  const unit = (points: number) => [...text.slice(0, points * 2)].slice(0, points).join("").length;
  if (names(unit(start), unit(end))) return unit(start);
  const written = text.indexOf(url);
  return Math.min(written < 0 ? start : written, text.length);
}

const mostReason = 300;

function reasonOf(status: AnswerStatus, root: Json, refusal: string | null, text: string): string | null {
  if (status === "complete") return null;
  const error = objectOf(root.error);
  const said =
    status === "refused"
      ? refusal
      : textOf(objectOf(root.incomplete_details).reason) || textOf(error.message) || textOf(error.code);
  const stated = textOf(root.status);
  // An engine that calls the answer completed does not say what is wrong with it.
  if (said !== "" && said !== null) return said.slice(0, mostReason);
  if (stated !== "" && stated !== "completed") return stated.slice(0, mostReason);
  if (status === "incomplete") return "it was cut off";
  return text === "" ? "it has no text" : "every search failed";
}

function citationsIn(part: Json, text: string): Citation[] {
  return listOf(part.annotations)
    .map(objectOf)
    .filter((each) => each.type === "url_citation" && domainOf(textOf(each.url)) !== "")
    .map((each) => {
      const url = withoutTracking(textOf(each.url));
      const start = markerAt(text, each, url);
      const claim = start === null ? null : sentenceBefore(text, start);
      return { url, domain: domainOf(url), title: textOf(each.title), claim, claims: claim === null ? [] : [claim] };
    });
}

function readSearch(call: Json): Search {
  const action = objectOf(call.action);
  const queries = listOf(action.queries).filter((query): query is string => typeof query === "string");
  if (queries.length === 0 && typeof action.query === "string") queries.push(action.query);
  const sources = listOf(action.sources)
    .map((source) => textOf(objectOf(source).url))
    .filter((url) => url !== "");
  if (action.type === "open_page" && typeof action.url === "string") sources.push(action.url);
  return {
    action: textOf(action.type) || "search",
    queries,
    status: textOf(call.status) || "completed",
    sources: sources.map(withoutTracking),
  };
}

/** The sentence that ends at or just before an offset. */
function sentenceBefore(text: string, offset: number): string | null {
  const before = text
    .slice(Math.max(0, offset - 1_200), offset)
    .replace(/(?:\(?\[[^\]\n]{0,200}\]\([^)\s]{0,600}\)\)?|【[^】\n]{0,200}】|[\s([【,;])+$/u, "");
  const sentence =
    before
      .split(/(?<=[.!?。！？])\s+|\n+/u)
      .at(-1)
      ?.trim() ?? "";
  return sentence === "" ? null : sentence;
}

const tracking =
  /^(?:utm_\w+|gclid|gclsrc|dclid|gbraid|wbraid|fbclid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|srsltid|_hsenc|_hsmi|mkt_tok|vero_id|oly_enc_id|oly_anon_id|_ga|_gl|ref_src|ved|ei|sca_esv)$/i;

/** An address without what only tells where its reader came from. Everything else stays as it was written. */
export function withoutTracking(url: string): string {
  const [beforeHash = "", ...hash] = url.split("#");
  const fragment = hash.join("#").replace(/:~:.*$/, "");
  const at = beforeHash.indexOf("?");
  if (at < 0) return fragment === "" ? beforeHash : `${beforeHash}#${fragment}`;
  const kept = beforeHash
    .slice(at + 1)
    .split("&")
    .filter((pair) => pair !== "" && !tracking.test(pair.split("=")[0] ?? ""));
  const query = kept.length === 0 ? "" : `?${kept.join("&")}`;
  return `${beforeHash.slice(0, at)}${query}${fragment === "" ? "" : `#${fragment}`}`;
}

/** One key for one page: scheme, www, a closing slash and the fragment do not make another. */
export function pageKey(url: string): string {
  const bare = withoutTracking(url).split("#")[0] ?? url;
  try {
    const parsed = new URL(bare);
    return `${parsed.host.replace(/^www\./, "")}${parsed.pathname.replace(/\/+$/, "")}${parsed.search}`;
  } catch {
    return bare;
  }
}

export function domainOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : "";
}

function objectOf(value: unknown): Json {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Json) : {};
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
