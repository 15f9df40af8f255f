import { franc } from "franc-min";
import type { Prompt } from "../kernel/prompt.ts";
import type { Result } from "../kernel/result.ts";
import { fail, ok } from "../kernel/result.ts";

/** A sentence of the deterministic summary, with the figures in it written out. */
export type GivenSentence = { readonly id: string; readonly text: string };

/** What a model may answer: sentences, each naming the given sentences that it rests on. */
export type SummaryDraft = {
  readonly sentences: readonly { readonly text: string; readonly from: readonly string[] }[];
};

/** The prompts that the house uses. */
export type Prompts = { readonly executiveSummary: Prompt<SummaryDraft> };

/** Why a draft is not used; the deterministic sentences stand instead. */
export type DraftFault =
  | "too-short"
  | "too-long"
  | "unknown-source"
  | "foreign-number"
  | "number-in-words"
  | "markup"
  | "promise"
  | "other-language";

const bounds = { least: 2, most: 8, sentence: 420, whole: 2_000 };

/** Words that state an amount without a digit, where no check could find it. */
const amounts =
  /\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|dozens?|half|halves|halved|thirds|quarters|double[ds]?|triple[ds]?|twice|thrice)\b/i;

/** What nobody may promise here: compliance, certainty, or that work goes away. */
const promises =
  /\b(guarantee\w*|fully compliant|legally compliant|risk[- ]free|certainly|will be (lost|replaced|eliminated|automated away|made redundant)|lay[- ]?offs?|job losses)\b/i;

const markup = /[<>{}[\]|`*#\\]|https?:|www\.|\b[\w-]+\.(com|net|org|io|ai|example)\b|@/i;

/** Numbers of a text as plain digits: `1,240` and `1 240` are 1240, `12.50` is 12.5. Digits of other scripts count as foreign. */
export function numbersIn(text: string): readonly string[] {
  const found = text.match(/\p{N}+(?:[.,\u00a0\u202f' ]\p{N}{3}(?!\p{N}))*(?:[.,]\p{N}+)?/gu) ?? [];
  return found.map((number) => {
    const grouped = number.replace(/[,\u00a0\u202f' ](?=\d{3}(?!\d))/g, "").replace(",", ".");
    const value = Number(grouped);
    return Number.isFinite(value) && /^[\d.]+$/.test(grouped) ? String(value) : number;
  });
}

function faultOf(text: string, sources: readonly GivenSentence[]): DraftFault | null {
  if (text.length > bounds.sentence) return "too-long";
  if (markup.test(text)) return "markup";
  if (promises.test(text)) return "promise";
  const given = sources.map((source) => source.text).join(" ");
  const known = new Set(numbersIn(given));
  if (numbersIn(text).some((number) => !known.has(number))) return "foreign-number";
  const words = text.match(new RegExp(amounts, "gi")) ?? [];
  return words.some((word) => !given.toLowerCase().includes(word.toLowerCase())) ? "number-in-words" : null;
}

/**
 * The paragraphs of a draft that may be shown, or the first fault. Every sentence must rest on given ones, and every number in it must
 * stand in those: a figure can be left out, never changed or added. Nothing is mended; a draft with a fault is not used.
 */
export function checkDraft(
  draft: SummaryDraft,
  given: readonly GivenSentence[],
  language: "eng" | "deu",
): Result<readonly string[], DraftFault> {
  const byId = new Map(given.map((sentence) => [sentence.id, sentence]));
  const { sentences } = draft;
  if (sentences.length < bounds.least) return fail("too-short");
  if (sentences.length > bounds.most) return fail("too-long");
  const texts: string[] = [];
  for (const { text, from } of sentences) {
    const plain = text.replace(/\s+/g, " ").trim();
    const sources = from.flatMap((id) => byId.get(id) ?? []);
    if (plain === "") return fail("too-short");
    if (from.length === 0 || sources.length < from.length) return fail("unknown-source");
    const fault = faultOf(plain, sources);
    if (fault !== null) return fail(fault);
    texts.push(plain);
  }
  const whole = texts.join(" ");
  if (whole.length > bounds.whole) return fail("too-long");
  const spoken = franc(whole, { minLength: 60 });
  if (spoken !== "und" && spoken !== language && spoken !== "sco") return fail("other-language");
  return ok(texts);
}
