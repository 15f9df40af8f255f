import { isCommonWord, isOrdinaryWord } from "./common-words.ts";
import { type Address, findAddresses } from "./find-addresses.ts";
import { type Folded, fold } from "./fold-text.ts";
import { casesIn, followsParticles, inflectedForms } from "./inflections.ts";
import { withoutLegalForm } from "./legal-forms.ts";
import { spellingsOf } from "./name-spellings.ts";
import { beginsAlone, endsAlone, type Surroundings, standsAlone, wordEnds } from "./stands-alone.ts";

export type Named = {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly domains?: readonly string[];
};

export type Mentions = {
  readonly mentioned: boolean;
  readonly count: number;
  /** `low` where the only matches could be an ordinary word, or differ from the name in capitals or accents. */
  readonly confidence: "high" | "low";
  /** Place among all names found, by first mention, from 1; null when not mentioned. */
  readonly position: number | null;
  /** UTF-16 offset of the first mention, null when not mentioned. */
  readonly offset: number | null;
  readonly others: readonly { readonly name: string; readonly mentioned: boolean; readonly count: number }[];
};

/** A place where a text names one of several, by its place among them. */
export type Hit = { readonly entity: number; readonly from: number; readonly to: number; readonly sure: boolean };

/**
 * Where a text names the brand and the others. Names match as whole words in any script: accents and Turkish i do not matter, the
 * spellings of `name-spellings.ts` count (without the legal form, as one word …), a possessive is part of the match's surroundings,
 * a longer name covers a shorter one inside it, and a name inside somebody else's address or e-mail does not count. What may be a
 * name in one of its cases counts and is never sure.
 */
export function findMentions(text: string, brand: Named, others: readonly Named[]): Mentions {
  const entities = [brand, ...others];
  const kept = findNames(text, entities);
  const of = (entity: number) => kept.filter((hit) => hit.entity === entity);
  const own = of(0);
  const first = (entity: number) => of(entity)[0]?.from ?? Number.POSITIVE_INFINITY;
  const earlier = entities.filter((_, entity) => entity > 0 && first(entity) < first(0)).length;
  return {
    mentioned: own.length > 0,
    count: own.length,
    confidence: own.length === 0 || own.some((hit) => hit.sure) ? "high" : "low",
    position: own.length === 0 ? null : earlier + 1,
    offset: own.length === 0 ? null : first(0),
    others: others.map((named, at) => {
      const count = of(at + 1).length;
      return { name: named.name, mentioned: count > 0, count };
    }),
  };
}

/** Every place where a text names one of `entities`, in the text's order. */
export function findNames(text: string, entities: readonly Named[]): Hit[] {
  const addresses = findAddresses(text);
  const searched = {
    text,
    folded: fold(text),
    addresses,
    inAddress: markAddresses(addresses, text.length),
    endsOnWords: wordEnds(text),
    languages: casesIn(text),
  };
  const hits: Hit[] = [];
  for (const [entity, named] of entities.entries()) {
    for (const name of new Set([named.name, ...(named.aliases ?? [])].map((each) => each.trim()))) {
      for (const hit of nameHits(searched, name)) hits.push({ entity, ...hit });
      for (const hit of caseHits(searched, withoutLegalForm(name))) hits.push({ entity, ...hit });
    }
    for (const address of addresses) {
      if (domainsOf(named).some((domain) => belongsTo(address.host, domain))) {
        hits.push({ entity, from: address.from, to: address.to, sure: true });
      }
    }
  }
  return withoutCovered(hits, text.length);
}

/** Domains that were given, and names that are domains themselves (Booking.com). */
function domainsOf({ name, domains = [] }: Named): readonly string[] {
  return /^[\p{L}\p{N}-]{2,63}(?:\.[\p{L}\p{N}-]{2,63}){1,3}$/u.test(name) ? [...domains, name] : domains;
}

/** Drops matches that lie inside a longer one, and repeats of one entity at one place. Linear in the length of all matches. */
function withoutCovered(hits: readonly Hit[], length: number): Hit[] {
  const longestFirst = [...hits].sort((a, b) => b.to - b.from - (a.to - a.from) || a.entity - b.entity);
  const kept: Hit[] = [];
  /** For each character, one more than the place in `kept` of the match that holds it. */
  const owner = new Int32Array(length);
  for (const hit of longestFirst) {
    const [first, last] = [kept[(owner[hit.from] ?? 0) - 1], kept[(owner[hit.to - 1] ?? 0) - 1]];
    const inside = first !== undefined && first === last;
    const same = inside && first.from === hit.from && first.to === hit.to;
    const again = first?.entity === hit.entity || last?.entity === hit.entity;
    if (again || (inside && !same)) continue;
    kept.push(hit);
    if (!same) owner.fill(kept.length, hit.from, hit.to);
  }
  return kept.sort((a, b) => a.from - b.from);
}

/** For each character, one more than the place of the address that holds it. */
function markAddresses(addresses: readonly Address[], length: number): Int32Array {
  const marks = new Int32Array(length);
  for (const [place, address] of addresses.entries()) marks.fill(place + 1, address.from, address.to);
  return marks;
}

/** Whether a host is a domain, as people write it, or below it. */
export function belongsTo(host: string, domain: string): boolean {
  const own = domain
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/\/.*$/, "")
    .replace(/^www\./, "");
  return own !== "" && (host === own || host.endsWith(`.${own}`));
}

type Searched = Surroundings & {
  readonly folded: Folded;
  readonly addresses: readonly Address[];
  readonly inAddress: Int32Array;
  readonly languages: ReturnType<typeof casesIn>;
};

/** Below this many letters, what follows a joined particle is too often another word. */
const fewestJoined = 4;

/** A name as it is, also behind the particles that Arabic and Hebrew write in one word with it. */
function nameHits(searched: Searched, name: string): Omit<Hit, "entity">[] {
  const { text } = searched;
  const found: Omit<Hit, "entity">[] = [];
  for (const { needle, name: held, fits, inOne } of spellingsOf(name)) {
    for (const { from, to } of places(searched, needle)) {
      const written = text.slice(from, to);
      if (!fits(written) || (inOne && besideStop(text, from, to))) continue;
      const alone = standsAlone(searched, from, to);
      const joined = name.length >= fewestJoined && followsParticles(text, from) && endsAlone(searched, from, to);
      if (!alone && !joined) continue;
      const judged = judge(written, held);
      if (judged !== null) found.push({ from, to, sure: alone && judged === "sure" });
    }
  }
  return found;
}

/** Whether a full stop or an @ joins a match to what stands beside it, as in an address. */
function besideStop(text: string, from: number, to: number): boolean {
  return /[.@/]/.test(text.slice(Math.max(0, from - 1), from)) || /^\.[\p{L}\p{N}]/u.test(text.slice(to, to + 2));
}

/** A name with the endings of the text's languages, where it is written with a capital as names are. */
function caseHits(searched: Searched, name: string): Omit<Hit, "entity">[] {
  const { text } = searched;
  const found: Omit<Hit, "entity">[] = [];
  for (const { stem, ending } of inflectedForms(name, searched.languages)) {
    for (const { from, to } of places(searched, fold(stem).text)) {
      if (!beginsAlone(searched, from) || !/\p{Lu}/u.test(text.slice(from, from + 1))) continue;
      ending.lastIndex = to;
      const said = ending.exec(text);
      if (said !== null) found.push({ from, to: to + said[0].length, sure: false });
    }
  }
  return found;
}

/** Where a folded spelling stands, whatever stands around it; not inside somebody else's address. */
function* places({ text, folded, addresses, inAddress }: Searched, needle: string) {
  if (needle === "") return;
  for (let at = folded.text.indexOf(needle); at >= 0; at = folded.text.indexOf(needle, at + 1)) {
    const from = folded.origin[at] ?? 0;
    const to = folded.origin[at + needle.length] ?? text.length;
    const inside = addresses[(inAddress[from] || inAddress[to - 1] || 0) - 1];
    // A name that is itself an address (Booking.com) may fill one; inside a longer address it is somebody else's.
    if (inside === undefined || (from <= inside.from && to >= inside.to)) yield { from, to };
  }
}

/** `sure`, `unsure`, or null for what is only the ordinary word: the name of one lower-cased common word. */
function judge(written: string, name: string): "sure" | "unsure" | null {
  const oneWord = !/[\s\d&.-]/.test(name);
  const capital = name !== name.toLowerCase();
  if (oneWord && capital && written === written.toLowerCase()) return isOrdinaryWord(written) ? null : "unsure";
  if (oneWord && isCommonWord(name.toLowerCase())) return "unsure";
  const plain = (value: string) => value.replace(/[\s\u2010-\u2015-]+/g, " ");
  if (plain(written) === plain(name) || written === name.toUpperCase()) return "sure";
  if (oneWord && [...name].length <= 3) return "unsure";
  return plain(written).toLowerCase() === plain(name).toLowerCase() || !oneWord ? "sure" : "unsure";
}
