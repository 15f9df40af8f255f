import { simpleForm } from "./han-variants.ts";

/** Text in a form in which equal names are equal, and for each of its UTF-16 units the offset in the original (one more at the end). */
export type Folded = { readonly text: string; readonly origin: readonly number[] };

const letters: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  ŋ: "n",
  ς: "σ",
  ى: "ي",
  ة: "ه",
  ک: "ك",
  ی: "ي",
  "’": "'",
  "‘": "'",
  ʼ: "'",
  "＇": "'",
};

/** Each character folded once: there are only so many, and a text repeats them. */
const folded = new Map<string, string>();

/** Marks that a language's readers leave out or get wrong: accents, Hebrew points, Arabic vowels and the hamza over a letter. */
const optionalMarks = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0655\u0670]/gu;

/** Folds case, width, accents, the Turkish i and the two Chinese scripts; runs of space and hyphens become one space; invisible characters vanish. */
export function fold(text: string): Folded {
  const pieces: string[] = [];
  let afterSpace = false;
  const origin: number[] = [];
  let at = 0;
  for (const character of text) {
    let plain = folded.get(character);
    if (plain === undefined) {
      plain = foldCharacter(character);
      folded.set(character, plain);
    }
    if (!(plain === " " && afterSpace) && plain !== "") {
      for (let unit = 0; unit < plain.length; unit++) origin.push(at);
      pieces.push(plain);
      afterSpace = plain === " ";
    }
    at += character.length;
  }
  origin.push(at);
  return { text: pieces.join(""), origin };
}

function foldCharacter(character: string): string {
  if (/[\s\u00a0\u2010-\u2015\u2212-]/u.test(character)) return " ";
  if (/[\u00ad\u0640\u200b-\u200f\u2060\ufeff]/u.test(character)) return "";
  const isMark = /\p{M}/u.test(character);
  // Marks of scripts that spell with them stay: in Devanagari or Thai they are letters, in Japanese they tell sounds apart.
  if (isMark) return character.replace(optionalMarks, "");
  if (/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(character)) return character.normalize("NFKC");
  const base = character.normalize("NFKD").replace(optionalMarks, "").toLowerCase().replace(optionalMarks, "");
  return letters[base] ?? simpleForm(base);
}
