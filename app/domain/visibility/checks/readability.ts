import { syllable } from "syllable";
import { isCjk, sentencesOf, wordsOf } from "../words.ts";
import { type CheckInput, type Finding, found, notMeasured } from "./finding.ts";

/** Reading ease by the formula that fits the language: Flesch for English, Amstad for German, LIX elsewhere, sentence length for CJK. */
export function readability({ facts }: CheckInput): Finding {
  const text = facts.main.text.slice(0, 20_000);
  const sentences = sentencesOf(text);
  const words = wordsOf(text);
  if (words.length < 80 || sentences.length < 4) return notMeasured("Too little running text to measure how it reads.");
  if (isCjk(text)) {
    const perSentence = Math.round([...text].filter((each) => /\p{L}/u.test(each)).length / sentences.length);
    return found(stepped(-perSentence, [-60, -90]), `${perSentence} characters a sentence.`);
  }
  const perSentence = words.length / sentences.length;
  if (facts.language === "en") {
    const ease = 206.835 - 1.015 * perSentence - 84.6 * (syllable(words.join(" ")) / words.length);
    return found(stepped(ease, [40, 20]), `Flesch reading ease ${Math.round(ease)} (English).`);
  }
  if (facts.language === "de") {
    const ease = 180 - perSentence - 58.5 * (vowelGroups(words) / words.length);
    return found(stepped(ease, [35, 15]), `Amstad reading ease ${Math.round(ease)} (German).`);
  }
  const long = words.filter((word) => word.length > 6).length;
  const lix = perSentence + (100 * long) / words.length;
  return found(stepped(-lix, [-50, -60]), `LIX ${Math.round(lix)}.`);
}

function stepped(value: number, [good, fair]: readonly [number, number]): number {
  return value >= good ? 1 : value >= fair ? 0.6 : 0.3;
}

function vowelGroups(words: readonly string[]): number {
  let groups = 0;
  for (const word of words) groups += Math.max(1, word.match(/[aeiouyäöü]+/g)?.length ?? 0);
  return groups;
}
