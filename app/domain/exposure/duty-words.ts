import { plainWords, saysSomething, stem } from "./duty-stems.ts";
import { foreignWork, passedOver, sameInEnglish } from "./foreign-work-words.ts";

/** Letters that an ending may have: `bearbeit-en`, `factur-acion`. */
const longestEnding = 5;
const shortestStem = 4;

/** What a duty's words say: English stems, each once, and how many of its words say something but are not known. */
export type DutyWords = { readonly stems: readonly string[]; readonly unknown: number };

/**
 * The stems of a duty. Words that no labelled task has are looked up as German, French or Spanish, also inside compounds; a word known in
 * no language is counted.
 */
export function readDutyWords(text: string, isKnown: (stem: string) => boolean): DutyWords {
  const stems = new Set<string>();
  let unknown = 0;
  const words = plainWords(text);
  const foreign = readsForeign(words);
  for (const word of words) {
    if (!saysSomething(word) || passedOver.has(word)) continue;
    const own = stem(sameInEnglish.get(word) ?? word);
    // A word of both languages is meant in the language of its sentence: a French `rapport` is a report.
    const abroad = (foreign ? inflected(word) : undefined) ?? (isKnown(own) ? undefined : translate(word));
    if (abroad !== undefined) for (const english of abroad) stems.add(stem(english));
    else if (isKnown(own)) stems.add(own);
    else unknown += 1;
  }
  stems.delete("");
  return { stems: [...stems], unknown };
}

/** Whether more of the joining words are of another language than of English. */
function readsForeign(words: readonly string[]): boolean {
  const english = words.filter((word) => !saysSomething(word) && !passedOver.has(word)).length;
  return words.filter((word) => saysSomething(word) && passedOver.has(word)).length > english;
}

function translate(word: string): readonly string[] | undefined {
  return inflected(word) ?? inflected(withoutUmlautSpelling(word)) ?? compound(withoutUmlautSpelling(word));
}

function withoutUmlautSpelling(word: string): string {
  return word.replace(/ae/g, "a").replace(/oe/g, "o").replace(/ue/g, "u");
}

function inflected(word: string): readonly string[] | undefined {
  const exact = foreignWork.get(word);
  if (exact !== undefined) return exact.split(" ");
  const shortest = Math.max(shortestStem, word.length - longestEnding);
  for (let length = word.length - 1; length >= shortest; length--) {
    const found = foreignWork.get(word.slice(0, length));
    if (found !== undefined) return found.split(" ");
  }
  return undefined;
}

/** `eingangsrechnungen` as `eingang` + `rechnung`, by the longest known word at its end. */
function compound(word: string): readonly string[] | undefined {
  if (word.length < 2 * shortestStem || word.length > 40) return undefined;
  for (let cut = shortestStem; cut <= word.length - shortestStem; cut++) {
    const tail = inflected(word.slice(cut));
    const head = tail === undefined ? undefined : inflected(word.slice(0, cut));
    if (head !== undefined && tail !== undefined) return [...head, ...tail];
  }
  return undefined;
}
