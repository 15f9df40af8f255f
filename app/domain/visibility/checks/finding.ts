import type { IsoDate } from "../../kernel/iso-date.ts";
import type { PageFacts } from "../page-facts.ts";
import type { Robots } from "../read-robots.ts";
import type { Measure, Outcome, PageRole } from "../visibility-audit.ts";
import type { Engine, StuffingThresholds } from "../visibility-pack.ts";

/** What a fetch under a search agent's name met, beside the fetch under our own. */
export type LiveFetch = {
  readonly agent: string;
  readonly status: number;
  /** Share of the words of our own fetch that came back, 0..1. */
  readonly sameWords: number;
  readonly challenged: boolean;
  /** What differs, in words, for a person. */
  readonly note?: string;
};

/** What is known of a page besides its HTML. What is null was not measured. */
export type PageContext = {
  readonly asOf: IsoDate;
  readonly robots: Robots | null;
  readonly liveFetches: readonly LiveFetch[] | null;
  readonly inSitemap: boolean | null;
  readonly linkedFrom: number | null;
  readonly redirects: number | null;
  readonly responseMs: number | null;
  /** Words after scripts ran, where a browser was there to run them. */
  readonly renderedWords: number | null;
  /** The moment the sitemap gives for the page, as written. */
  readonly sitemapDate: string | null;
  /** Bytes of the main text's UTF-8 form over its gzip form. */
  readonly compressionRatio: number | null;
};

export type CheckInput = {
  readonly facts: PageFacts;
  readonly role: PageRole;
  readonly context: PageContext;
  readonly engines: readonly Engine[];
  readonly stuffing: StuffingThresholds;
  /** Points of LIX that a language's longer words add beside Swedish. */
  readonly longWords: Readonly<Record<string, number>>;
};

/** The answer of one check: how well it is met, 0..1, and what was seen. */
export type Finding = {
  readonly outcome: Outcome;
  readonly measured: boolean;
  readonly value: number | null;
  readonly evidence: string;
  readonly diff?: string;
  readonly measures?: readonly Measure[];
};

/** A measured finding; 0.8 and more passes, 0.4 and more is a warning. */
export function found(value: number, evidence: string, diff?: string): Finding {
  const bounded = Math.min(1, Math.max(0, value));
  const outcome = bounded >= 0.8 ? "pass" : bounded >= 0.4 ? "warn" : "fail";
  return { outcome, measured: true, value: bounded, evidence, ...(diff === undefined ? {} : { diff }) };
}

export function notApplicable(evidence: string): Finding {
  return { outcome: "not-applicable", measured: true, value: null, evidence };
}

export function notMeasured(evidence: string): Finding {
  return { outcome: "not-applicable", measured: false, value: null, evidence };
}

/** Pages whose purpose is to inform: what evidence and early answers are asked of. */
export function informs(input: CheckInput): boolean {
  return ["article", "offer", "faq", "home", "other"].includes(input.role) && input.facts.main.words >= 120;
}
