/** Ways to say one thing, by language (ISO 639-1). How a phrase is written stands in this folder's README. */
export type Phrases = Readonly<Record<string, readonly string[]>>;

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
const arabic = /\p{Script=Arabic}/u;
const letter = "[\\p{L}\\p{M}\\p{N}_]";

/** A text as phrases are compared with it. Its length may differ from the original's. */
export function plainText(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u0640\u064b-\u0652\u0670]|(?<=i)\u0307/gu, "")
    .replace(/ı/gu, "i")
    .replace(/[’‘ʼ]/gu, "'");
}

/** One pattern for all phrases of a list: lower case, for a `plainText`. */
export function patternOf(phrases: readonly string[], flags = "u"): RegExp {
  const kinds = { spaced: [] as string[], arabic: [] as string[], unspaced: [] as string[] };
  for (const phrase of phrases) {
    const kind = unspaced.test(phrase) ? "unspaced" : arabic.test(phrase) ? "arabic" : "spaced";
    kinds[kind].push(written(phrase));
  }
  const parts: string[] = [];
  if (kinds.spaced.length > 0) parts.push(`(?<!${letter})(?:${kinds.spaced.join("|")})(?!${letter})`);
  if (kinds.arabic.length > 0)
    parts.push(`(?<!${letter})[وفبلك]{0,2}(?:ال|لل)?(?:${kinds.arabic.join("|")})(?!${letter})`);
  if (kinds.unspaced.length > 0) parts.push(`(?:${kinds.unspaced.join("|")})`);
  return new RegExp(parts.length === 0 ? "(?!)" : parts.join("|"), flags);
}

function written(phrase: string): string {
  return phrase
    .replace(/ı/gu, "i")
    .replace(/ \?(?!\?)/gu, "\\s{0,4}")
    .replace(/ /gu, "\\s{1,4}")
    .replace(/~/gu, "[\\p{L}\\p{M}]{0,20}");
}

/** Patterns of a list by language, each made when it is first asked for. */
export function patternsOf(phrases: Phrases, make: (phrases: readonly string[]) => RegExp = patternOf) {
  const made = new Map<string, RegExp>();
  return (language: string | null): RegExp => {
    const own = language === null ? undefined : phrases[language];
    const key = own === undefined ? "" : (language ?? "");
    const known = made.get(key);
    if (known !== undefined) return known;
    const list = own === undefined ? Object.values(phrases).flat() : [...own, ...(phrases.en ?? [])];
    const pattern = make([...new Set(list)]);
    made.set(key, pattern);
    return pattern;
  };
}
