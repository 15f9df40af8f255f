import { isCommonWord } from "./common-words.ts";

/** A text and what is known of it, asked about each match. */
export type Surroundings = {
  readonly text: string;
  readonly endsOnWords: (from: number, to: number) => boolean;
  /** Whether the text is in a language that adds a bare s to names. */
  readonly takesGenitive: boolean;
};

const wordCharacter = /[\p{L}\p{N}\p{M}_]/u;
const han = /\p{Script=Han}/u;
const kana = /[\p{Script=Katakana}ー]/u;
const hiragana = /\p{Script=Hiragana}/u;
const hangul = /\p{Script=Hangul}/u;
const thai = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
const particles =
  /^(?:은|는|이|가|을|를|의|에|에서|에게|와|과|도|로|으로|만|까지|부터|처럼|보다|라는|이라는|라고|이라고|이다|입니다|이며|이고|나|이나|측|사|님|들|이랑|랑|하고|께서|란|이란|에는|에도|에서는|으로는|로는|와의|과의|만의|에서도)(?![\p{Script=Hangul}])/u;

type Class = "none" | "letter" | "han" | "kana" | "hiragana" | "hangul" | "thai";

/** Each character judged once: there are only so many, and a text repeats them. */
const classes = new Map<string, Class>();

function classOf(character: string): Class {
  let known = classes.get(character);
  if (known === undefined) {
    known = judgeClass(character);
    classes.set(character, known);
  }
  return known;
}

function judgeClass(character: string): Class {
  if (kana.test(character)) return "kana";
  if (han.test(character)) return "han";
  if (hiragana.test(character)) return "hiragana";
  if (hangul.test(character)) return "hangul";
  if (thai.test(character)) return "thai";
  return wordCharacter.test(character) ? "letter" : "none";
}

/** Numbers written as words: a name that begins with one is no name after another (百度 within 一百度). */
const hanNumeral = /[一二三四五六七八九十百千万亿億]/u;

/** An underscore that stands at the edge of a word is emphasis, not a letter. */
function isMarkup(text: string, at: number, step: 1 | -1): boolean {
  if (text[at] !== "_") return false;
  let next = at;
  while (text[next] === "_") next += step;
  return !/[\p{L}\p{N}]/u.test(text[next] ?? "");
}

/** Whether the match is a word of its own: in scripts with spaces by its neighbours, in others by script and word segmentation. */
export function standsAlone({ text, endsOnWords }: Surroundings, from: number, to: number): boolean {
  const before = isMarkup(text, from - 1, -1) ? "none" : classOf(lastCharacter(text, from));
  const after = isMarkup(text, to, 1) ? "none" : classOf(characterAt(text, to));
  const first = classOf(characterAt(text, from));
  const last = classOf(lastCharacter(text, to));
  if (joins(before, first)) return false;
  if (
    hanNumeral.test(characterAt(text, from)) &&
    /[\p{N}一二三四五六七八九十百千万亿億]/u.test(lastCharacter(text, from))
  )
    return false;
  if (last === "hangul" && after === "hangul") return particles.test(text.slice(to, to + 6));
  if (joins(last, after)) return false;
  if (/^[&+]\p{L}/u.test(text.slice(to, to + 2)) && last === "letter") return false;
  const segmented =
    (first === "han" && before === "han") || (last === "han" && after === "han") || last === "thai" || first === "thai";
  return !segmented || endsOnWords(from, to);
}

/** Words by which German and the Scandinavian languages are told from others. */
export const genitiveLanguage = /(?:^|\s)(?:und|der|die|das|ist|nicht|mit|für|bei|och|är|inte|og|ikke|med|av)(?=\s)/iu;

/** A name with the bare s of a German or Scandinavian genitive: "Boschs Werkzeuge". Never sure: it may be another word. */
export function isGenitive({ text, takesGenitive }: Surroundings, from: number, to: number): boolean {
  if (
    !takesGenitive ||
    text[to] !== "s" ||
    isCommonWord(text.slice(from, to).toLowerCase()) ||
    !/\p{Lu}/u.test(characterAt(text, from))
  )
    return false;
  if (to - from < 4 || /[sxzß]/i.test(text[to - 1] ?? "")) return false;
  const before = classOf(lastCharacter(text, from));
  return before === "none" && classOf(characterAt(text, to + 1)) === "none";
}

function joins(left: Class, right: Class): boolean {
  if (left === "none" || right === "none") return false;
  return left === right && (left === "letter" || left === "kana" || left === "hangul");
}

/** Whether a word segmentation cuts at both ends of a match; the text is segmented once, when first asked. */
export function wordEnds(text: string): (from: number, to: number) => boolean {
  let cuts: Set<number> | null = null;
  return (from, to) => {
    if (cuts === null) {
      const language = /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ? "ja" : thai.test(text) ? "th" : "zh";
      const segmenter = new Intl.Segmenter(language, { granularity: "word" });
      cuts = new Set([text.length]);
      // In pieces, because the segmenter's time grows faster than its text.
      for (const piece of text.matchAll(/[^\n。！？，、]{1,400}|[\n。！？，、]+/gu)) {
        for (const { index } of segmenter.segment(piece[0])) cuts.add(piece.index + index);
      }
    }
    return cuts.has(from) && cuts.has(to);
  };
}

function characterAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? "" : String.fromCodePoint(code);
}

function lastCharacter(text: string, before: number): string {
  const unit = text.charCodeAt(before - 1);
  return unit >= 0xdc00 && unit <= 0xdfff
    ? text.slice(before - 2, before)
    : text.slice(Math.max(0, before - 1), before);
}
