/** Marks that open and close a quotation. ” opens in Swedish and Finnish, » in German books. */
const marks: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ["“", "”"],
  ["„", "“”"],
  ["«", "»"],
  ["»", "«"],
  ["”", "”"],
  ["「", "」"],
  ["『", "』"],
  ["＂", "＂"],
];

const quoted = new RegExp(
  [
    ...marks.map(([open, close]) => `${open}([^${open}${close}\\n]{1,400})[${close}]`),
    // The single marks are also apostrophes: a pair opens before a word and closes after one.
    "(?<![\\p{L}\\p{N}])‘((?:[^‘’\\n]|(?<=\\p{L})’(?=\\p{L})){1,400})’(?!\\p{L})",
  ].join("|"),
  "gu",
);

/** Letters from which on a text in quotation marks is what somebody said and not a term. */
const enough = 30;
const enoughWithoutSpaces = 12;
const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Quotations of a text, in the marks of any language. */
export function quotationsIn(text: string): string[] {
  const found: string[] = [];
  for (const match of text.matchAll(quoted)) {
    const said = match.slice(1).find((each) => each !== undefined) ?? "";
    if (said.length >= (dense.test(said) ? enoughWithoutSpaces : enough)) found.push(said);
  }
  return found;
}
