import { abbreviations, fillers, foreignPhrases, foreignWords, insularWords } from "./title-words.ts";

/** What a title is compared by: its words in order, in English where our table knows them, without seniority and place. */
export type TitleWords = readonly string[];

const longest = 300;

/**
 * Words of a job title: case, accents, punctuation, gender marks, grades and regions removed, abbreviations written out,
 * German, French and Spanish job words turned into English ones. Empty when the text has no letters.
 * Only the first 300 characters count.
 */
export function normaliseTitle(title: string): TitleWords {
  const plain = plainText(title.slice(0, longest));
  const spelled = turnAround(replacePhrases(plain))
    .split(" ")
    .filter((word) => word !== "")
    .flatMap(spellOut);
  const named = spelled.filter((word) => !/^\d+$/.test(word));
  const words = named.filter((word) => !fillers.has(word));
  return (words.length > 0 ? words : named).map(singular).filter((word, at, all) => word !== all[at - 1]);
}

/** Lower case without accents and punctuation; gender marks such as (m/w/d), /in, :in, *in dropped. */
function plainText(title: string): string {
  return title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/ß/g, "ss")
    .toLowerCase()
    .replace(/\(?\b[mwfdxhi]\s*\/\s*[mwfdxhi](\s*\/\s*[mwfdxhi])?\b\)?/g, " ")
    .replace(/(\p{L}{3,})(?:[:*_/]|\()(?:in|innen|frau|e|ne|a)\)?(?=[\s,;)]|$)/gu, "$1")
    .replace(/['’`]s\b/g, "s")
    .replace(/['’`]/g, "")
    .replace(/[^\p{L}\p{N}+#]+/gu, " ")
    .trim();
}

function replacePhrases(text: string): string {
  let padded = ` ${text} `;
  for (const [phrase, english] of foreignPhrases) {
    if (padded.includes(` ${phrase} `)) padded = padded.replace(` ${phrase} `, ` ${english} `);
  }
  return padded.trim();
}

/** French and Spanish name the work before its object: `jefe de almacén` to `almacén jefe`, in the order of English. */
function turnAround(text: string): string {
  const parts = /^(.+?) (?:de|du|des|del)(?: (?:la|las|los|el|l))? (.+)$/.exec(text);
  return parts === null ? text : `${parts[2]} ${parts[1]}`;
}

function spellOut(word: string): readonly string[] {
  const known = abbreviations.get(word) ?? insularWords.get(word) ?? foreign(word);
  return known === undefined ? [word] : known.split(" ");
}

/** Endings that mark a woman, with the man's that the table has: German, then French, then Spanish. */
const genders = [
  ["in", ""],
  ["in", "e"],
  ["trice", "teur"],
  ["euse", "eur"],
  ["iere", "ier"],
  ["enne", "en"],
  ["ora", "or"],
  ["a", "o"],
] as const;

/** German writes ä as ae where the keyboard lacks it and puts words together; all three languages mark women by an ending. */
function foreign(word: string): string | undefined {
  const direct =
    foreignWords.get(word) ?? foreignWords.get(word.replace(/ae/g, "a").replace(/oe/g, "o").replace(/ue/g, "u"));
  if (direct !== undefined) return direct;
  for (const [woman, man] of genders) {
    const known =
      word.length > 6 && word.endsWith(woman) ? foreignWords.get(word.slice(0, -woman.length) + man) : undefined;
    if (known !== undefined) return known;
  }
  return compound(word);
}

/** Splits `lagermitarbeiter` into `lager` + `mitarbeiter` when both halves are known words of at least four letters. */
function compound(word: string): string | undefined {
  for (let cut = word.length - 4; cut >= 4; cut--) {
    const tail = foreignWords.get(word.slice(cut)) ?? foreignWords.get(word.slice(cut).replace(/in$/, ""));
    if (tail === undefined) continue;
    const head = foreignWords.get(word.slice(0, cut)) ?? foreignWords.get(word.slice(0, cut).replace(/s$/, ""));
    if (head !== undefined) return `${head} ${tail}`;
  }
  return undefined;
}

/** English plural to singular, cautiously: `workers` to `worker`, but not `sales`, `glass`, `campus`. */
function singular(word: string): string {
  if (word.length < 4 || keepsItsS.has(word)) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(ch|sh|x|ss|z)es$/.test(word)) return word.slice(0, -2);
  if (/(ss|us|is|ics)$/.test(word)) return word;
  return word.endsWith("s") ? word.slice(0, -1) : word;
}

const keepsItsS = new Set([
  "sales",
  "operations",
  "communications",
  "resources",
  "logistics",
  "customs",
  "systems",
  "accounts",
  "news",
  "arts",
  "services",
]);
