import { recentlyUsed } from "../kernel/recently-used.ts";
import { fold } from "./fold-text.ts";
import { afterLi } from "./inflections.ts";
import { withoutLegalForm } from "./legal-forms.ts";

/** One way in which a name is written. */
export type Spelling = {
  /** As `fold` gives it. */
  readonly needle: string;
  /** What a match is held against for how sure it is: the name, or the part of it that people use. */
  readonly name: string;
  /** Whether what was found reads as the name, and not as other words in the same letters. */
  readonly fits: (found: string) => boolean;
  /** Words run together: beside a full stop they are somebody's address. */
  readonly inOne: boolean;
};

/** Which capitals a spelling needs: none, its first one, or just those it is written in. */
type Capitals = "any" | "first" | "exact";
type Draft = { readonly text: string; readonly name: string; readonly capitals: Capitals; readonly inOne?: boolean };

const known = recentlyUsed<readonly Spelling[]>(5_000);

/** The ways in which people write a name, the given one first: each once, none of them empty. */
export function spellingsOf(name: string): readonly Spelling[] {
  const found = known.get(name);
  if (found !== undefined) return found;
  const spellings = new Map<string, Spelling>();
  for (const { text, name: held, capitals, inOne = false } of shortNames(name).flatMap(waysToWrite)) {
    const needle = fold(text).text;
    const key = `${needle}/${capitals === "exact" ? lettersOf(text) : capitals}`;
    if (needle !== "" && !spellings.has(key))
      spellings.set(key, { needle, name: held, fits: fitting(text, capitals), inOne });
  }
  const all = [...spellings.values()];
  known.set(name, all);
  return all;
}

function fitting(text: string, capitals: Capitals): Spelling["fits"] {
  if (capitals === "any") return () => true;
  // Scripts without capitals have nothing to tell them by.
  if (capitals === "first") return (found) => !/^\p{Ll}/u.test(found);
  const letters = lettersOf(text);
  return (found) => lettersOf(found) === letters;
}

/** The letters and digits of a text without their accents, for comparing capitals alone. */
function lettersOf(text: string): string {
  return text.normalize("NFD").replace(/[^\p{L}\p{N}]/gu, "");
}

/** A name as given, without the mark it ends on (Yahoo!), its legal form, or the article before several words. */
function shortNames(name: string): Draft[] {
  const drafts: Draft[] = [{ text: name, name, capitals: "any" }];
  const short = withoutLegalForm(name).replace(/(?<=[\p{L}\p{N}]{2})[!?]+$/u, "");
  if (short !== name && [...short].length > 1) drafts.push({ text: short, name: short, capitals: "first" });
  const bare = short.replace(/^The /u, "");
  if (bare !== short && /\s/u.test(bare)) drafts.push({ text: bare, name: bare, capitals: "exact" });
  return drafts;
}

const ands = ["and", "und", "et", "y", "e", "en", "och", "i", "ve"];
/** From so many letters on, words written as one are a name in any capitals (#kestrelfreight); fewer may be another word. */
const fewestInOne = 12;
const umlauts: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ø: "oe", å: "aa" };

/**
 * A name with its & spelled out or set apart, without apostrophes, with initials with and without full stops, as one word, as the
 * words it is made of, with umlauts in two letters, with the space that Korean may write after 의, and behind the Arabic "for".
 */
function waysToWrite(draft: Draft): Draft[] {
  const { text, name } = draft;
  const also = (written: string, capitals = draft.capitals): Draft => ({ text: written, name, capitals });
  const ways = [draft, ...withAnds(text).map((each) => also(each)), ...afterLi(text).map((each) => also(each))];
  if (/\p{L}\. /u.test(text)) ways.push(also(text.replaceAll(". ", " ")), also(text.replaceAll(". ", ".")));
  if (/^\p{Script=Hangul}{2,}의\p{Script=Hangul}{2,}$/u.test(text))
    ways.push(also(text.replace(/(?<=.{2})의/u, "의 ")));
  // One word with them is another name: Mueller is not Müller.
  if (/[äöüøå]/iu.test(text) && /\s/u.test(text))
    ways.push(also(text.replace(/[äöüøå]/giu, (letter) => umlauts[letter.toLowerCase()] ?? letter)));
  if (/\p{L}['’]/u.test(text))
    for (const way of [...ways]) ways.push(also(way.text.replace(/(?<=\p{L})['’]/gu, ""), "first"));
  const initials = withInitials(text);
  for (const each of initials) ways.push(also(each, "exact"));
  for (const each of [text, ...initials]) {
    const one = each.replace(/[\s-]+/gu, "");
    if (one === each || !/^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]+$/u.test(one)) continue;
    ways.push({ ...also(one, one.length >= fewestInOne ? "any" : "exact"), inOne: true });
  }
  const parts = text.split(/(?<=\p{Ll})(?=\p{Lu})/u);
  if (parts.length > 1 && !/\s/u.test(text) && parts.every(({ length }) => length > 1))
    ways.push(also(parts.join(" "), "exact"));
  return ways;
}

function withAnds(text: string): string[] {
  if (!/\S\s?&\s?\S/u.test(text)) return [];
  const words = text.includes(" & ") ? ands.map((and) => text.replaceAll(" & ", ` ${and} `)) : [];
  return [...words, text.replace(/\s?&\s?/gu, " & "), text.replace(/\s?&\s?/gu, "&")];
}

/** "JP Morgan", "JPMorgan", "J P Morgan", "J.P. Morgan" and "J. P. Morgan" of one of the last two. */
function withInitials(text: string): string[] {
  const initials = /(?<![\p{L}\p{N}])(?:\p{Lu}\.\s?)+(?=\p{L})/gu;
  if (!initials.test(text)) return [];
  const as = (between: string, behind: string) =>
    text.replace(initials, (said) => (said.match(/\p{Lu}/gu) ?? []).join(between) + (/\s$/u.test(said) ? behind : ""));
  return [as("", " "), as("", ""), as(" ", " "), as(".", ". "), as(". ", ". ")];
}
