import type { Measure } from "../visibility-audit.ts";
import type { StuffingThreshold } from "../visibility-pack.ts";
import { countWords, isCjk, wordsOf } from "../words.ts";
import { type CheckInput, type Finding, found, notMeasured } from "./finding.ts";
import { contentWords, isContentWord } from "./stop-words.ts";

type Feature = Measure & { readonly shown: string };

/**
 * Keyword stuffing by five features of the main text, each with the 95th and 99th percentile of ordinary pages. Two beyond the
 * 99th are stuffed, one beyond the 95th is watched; a single-word rule would accuse one ordinary page in six. Shares of a short
 * text scatter more than those of the pages the percentiles were taken from, so its thresholds are wider (`widened`).
 */
export function keywordStuffing(input: CheckInput): Finding {
  const words = wordsOf(input.facts.main.text.slice(0, 60_000));
  if (words.length < 100) return notMeasured("Too little text to tell repetition from brevity.");
  const features = stuffingFeatures(words, input);
  const measures = features.map(({ shown: _, ...measure }) => measure);
  const beyond = features.filter((feature) => feature.value > feature.limit);
  const watched = features.filter((feature) => feature.value > feature.watch);
  const shown = (watched.length > 0 ? watched : features.slice(0, 1)).map((feature) => feature.shown).join("; ");
  const measured = (finding: Finding): Finding => ({ ...finding, measures });
  if (beyond.length >= 2)
    return measured(found(Math.max(0, 0.3 - 0.15 * (beyond.length - 2)), `Reads as stuffed: ${shown}.`));
  // What is only watched costs nothing: ordinary pages pass a 95th percentile one time in twenty.
  if (watched.length > 0) return measured({ ...found(1, `Worth a look: ${shown}.`), outcome: "warn" });
  return measured(found(1, `Within what ordinary pages show: ${shown}.`));
}

function stuffingFeatures(words: readonly string[], { facts, stuffing, context }: CheckInput): Feature[] {
  const wanted = isTabular(facts.main.text)
    ? new Set(wordsOf(`${facts.title} ${facts.headings[0]?.text ?? ""}`))
    : null;
  const [topWord, topCount] = mostFrequent(contentWords(words).filter((word) => wanted?.has(word) ?? true));
  const pairs = pairsOf(words);
  const counted = pairs.filter((pair) => wanted === null || pair.split(" ").every((word) => wanted.has(word)));
  const [topPair, pairCount] = mostFrequent(counted);
  const title = new Set(wordsOf(facts.title).flatMap((word, at, all) => (at > 0 ? [`${all[at - 1]} ${word}`] : [])));
  // The title that stands above its own text once is no repetition.
  const above = facts.headings[0]?.text ?? facts.title;
  const once = facts.main.text.startsWith(above) ? pairsOf(wordsOf(above)).filter((pair) => title.has(pair)).length : 0;
  const fromTitle = pairs.filter((pair) => title.has(pair)).length - once;
  const share = topCount / words.length;
  const pairShare = (2 * pairCount) / words.length;
  const dense = densest(words, topWord);
  const per100 = (100 * fromTitle) / words.length;
  const feature = (
    name: string,
    value: number,
    threshold: StuffingThreshold,
    unit: Measure["unit"],
    about: string | null,
    shown: string,
  ): Feature => ({ name, value, watch: threshold.watch, limit: threshold.stuffed, below: false, unit, about, shown });
  // A pair takes two words, so its share is twice that of its place among the words.
  const features = [
    feature(
      "Most frequent word",
      share,
      widened(stuffing.topWordShare, words.length, 1),
      "share",
      topWord,
      `"${topWord}" is ${percent(share)} of the words`,
    ),
    feature(
      "Most frequent pair",
      pairShare,
      widened(stuffing.topBigramShare, words.length, 2),
      "share",
      topPair,
      `"${topPair}" makes up ${percent(pairShare)}`,
    ),
    feature(
      "Densest 100 words",
      dense,
      stuffing.densestWindow,
      "count",
      topWord,
      `${dense} times "${topWord}" within 100 words`,
    ),
  ];
  // Scripts without spaces are cut into pairs of characters, of which a title's come back far more often: no threshold is known.
  if (!isCjk(facts.main.text)) {
    const shown = `phrases of the title ${per100.toFixed(1)} times in 100 words`;
    const threshold = widened(stuffing.titlePhrasePer100, words.length, 100);
    features.push(feature("Title phrases in 100 words", per100, threshold, "count", null, shown));
  }
  const { compressionRatio: ratio } = context;
  if (ratio !== null) {
    const shown = `the text compresses ${ratio.toFixed(1)}-fold`;
    features.push(feature("Compression", ratio, stuffing.compressionRatio, "ratio", null, shown));
  }
  return features;
}

/** Words of a page of usual length; the percentiles of shares hold from here on. */
const usualLength = 400;
/** One-sided normal quantiles of the two percentiles. */
const [z95, z99] = [1.645, 2.326];

/**
 * The thresholds of a share for a text of `words` words: a share p of n words has the standard error sqrt(p (1 - p) / n), and what a
 * short text has of it beyond a text of usual length is added at the quantile that the threshold stands for. `unit` is what the
 * share is given in: 1, 2 for pairs, 100 for counts in 100 words.
 */
function widened({ watch, stuffed }: StuffingThreshold, words: number, unit: number): StuffingThreshold {
  const beyond = Math.max(0, 1 / Math.sqrt(words) - 1 / Math.sqrt(usualLength));
  const wider = (threshold: number, z: number) => {
    const p = threshold / unit;
    return threshold + unit * z * Math.sqrt(p * (1 - p)) * beyond;
  };
  return { watch: wider(watch, z95), stuffed: wider(stuffed, z99) };
}

/**
 * Whether most words stand in short lines or cells, as in tables, price lists and timetables. There a word repeats because its column
 * does; only words that the page wants to be found for count.
 */
function isTabular(text: string): boolean {
  let short = 0;
  let all = 0;
  for (const line of text.slice(0, 60_000).split(/[\n\t]/)) {
    const count = countWords(line);
    all += count;
    if (count < 8) short += count;
  }
  return short > all / 2;
}

/** Neighbouring words that both carry a subject. */
function pairsOf(words: readonly string[]): string[] {
  const pairs: string[] = [];
  let before: string | null = null;
  for (const word of words) {
    const counts = isContentWord(word);
    if (counts && before !== null) pairs.push(`${before} ${word}`);
    before = counts ? word : null;
  }
  return pairs;
}

function mostFrequent(items: readonly string[]): [string, number] {
  const counts = new Map<string, number>();
  let best: [string, number] = ["", 0];
  for (const item of items) {
    const count = (counts.get(item) ?? 0) + 1;
    counts.set(item, count);
    if (count > best[1]) best = [item, count];
  }
  return best;
}

/** How often `word` stands in the window of 100 words where it stands most. */
function densest(words: readonly string[], word: string): number {
  let inside = 0;
  let most = 0;
  for (let at = 0; at < words.length; at++) {
    if (words[at] === word) inside += 1;
    if (at >= 100 && words[at - 100] === word) inside -= 1;
    most = Math.max(most, inside);
  }
  return most;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}
