import { syllable } from "syllable";
import type { Measure } from "../visibility-audit.ts";
import { isCjk, sentencesOf, wordsOf } from "../words.ts";
import { type CheckInput, type Finding, found, notMeasured } from "./finding.ts";

/**
 * Reading ease by the formula that fits the language: Flesch for English, Amstad for German, sentence length for Chinese, Japanese
 * and Korean, LIX elsewhere. LIX was made for Swedish; where words are longer by nature its thresholds are moved by as much.
 */
export function readability({ facts, longWords }: CheckInput): Finding {
  const text = facts.main.text.slice(0, 20_000);
  const sentences = sentencesOf(text);
  const words = wordsOf(text);
  if (words.length < 80 || sentences.length < 4) return notMeasured("Too little running text to measure how it reads.");
  if (facts.garbled >= 1) return notMeasured("The letters are garbled; how it reads cannot be told.");
  const { language } = facts;
  const bySentence = language === "ko" || isCjk(text);
  const measure = bySentence
    ? charactersASentence(text, sentences.length)
    : readingEase(language, words, sentences.length, longWords[language ?? ""] ?? 0);
  const shown = Math.round(measure.value);
  const evidence = bySentence ? `${shown} characters a sentence.` : `${measure.name} ${shown}.`;
  return { ...found(stepped(measure), evidence), measures: [measure] };
}

const rest = { about: null, unit: "points" } as const;

function charactersASentence(text: string, sentences: number): Measure {
  const value = [...text].filter((each) => /\p{L}/u.test(each)).length / sentences;
  return { ...rest, name: "Characters a sentence", value, watch: 60, limit: 90, below: false };
}

/** `longer` is what the language's own words add to LIX, in points. */
function readingEase(language: string | null, words: readonly string[], sentences: number, longer: number): Measure {
  const perSentence = words.length / sentences;
  if (language === "en") {
    const value = 206.835 - 1.015 * perSentence - 84.6 * (syllables(words) / words.length);
    return { ...rest, name: "Flesch reading ease", value, watch: 40, limit: 20, below: true };
  }
  if (language === "de") {
    const value = 180 - perSentence - 58.5 * (vowelGroups(words) / words.length);
    return { ...rest, name: "Amstad reading ease", value, watch: 35, limit: 15, below: true };
  }
  const long = words.filter((word) => word.length > 6).length;
  return {
    ...rest,
    name: "LIX",
    value: perSentence + (100 * long) / words.length,
    watch: 50 + longer,
    limit: 60 + longer,
    below: false,
  };
}

function stepped({ value, watch, limit, below }: Measure): number {
  const within = (threshold: number) => (below ? value >= threshold : value <= threshold);
  return within(watch) ? 1 : within(limit) ? 0.6 : 0.3;
}

/** Each word counted once: a language has only so many, and pages repeat them. */
const known = new Map<string, number>();
const mostKnown = 50_000;

function syllables(words: readonly string[]): number {
  let total = 0;
  for (const word of words) {
    let count = known.get(word);
    if (count === undefined) {
      count = syllable(word);
      if (known.size < mostKnown) known.set(word, count);
    }
    total += count;
  }
  return total;
}

/** German syllables by their vowels, in which a diphthong is one. */
function vowelGroups(words: readonly string[]): number {
  let groups = 0;
  for (const word of words) groups += Math.max(1, word.match(/[aeiouyäöü]+/g)?.length ?? 0);
  return groups;
}
