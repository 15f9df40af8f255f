import { findMentions, type Named } from "./find-mentions.ts";

/** An item: how far it is indented, its number where it has one, and what it says. */
type Item = { readonly indent: number; readonly number: number | null; readonly text: string };

/** A list of an answer with what leads to it. */
export type AnswerList = { readonly lead: string; readonly items: readonly string[] };

/** Numbers in any digits and circles, with the marks of any script after them; bullets; each also under a heading's signs or in bold. */
const numbered =
  /^(\s{0,12})(?:#{1,6}\s+)?(?:\*\*|__)?(?:[(（]?(\p{Nd}{1,2})(?:[.)\]:-](?=\s|\*)|[．。、）：]|\s?[.)](?=[^\s\p{N}])(?=[\p{Lo}「『"“*]))|([①-⑳]))(?:\*\*|__)?\s*(\S.{1,400})$/u;
const bulleted = /^(\s{0,12})[-*•·●▪◦–・]\s+(\S.{1,400})$/u;

type Growing = { readonly lead: string; readonly items: string[]; readonly indent: number; number: number | null };

/** The lists of two items or more of an answer. A list of numbers goes on with its next number whatever stands between. */
export function listsOf(text: string): AnswerList[] {
  const lists: Growing[] = [];
  let counted: Growing | null = null;
  let bullets: Growing | null = null;
  let lead = "";
  let afterText = true;
  for (const line of text.split("\n")) {
    if (line.trim() === "") continue;
    const item = itemOf(line);
    if (item === null) {
      if (/^\s/.test(line)) continue;
      lead = line;
      afterText = true;
      bullets = null;
      continue;
    }
    const { number, indent } = item;
    const open: Growing | null = number === null ? bullets : counted;
    const within: Growing | null = bullets ?? counted;
    // Deeper items, and bullets right after a number, explain the item above them.
    if (!afterText && within !== null && indent > within.indent + 1) continue;
    if (!afterText && number === null && bullets === null) continue;
    const goesOn: boolean = open !== null && (number === null || number === (open.number ?? 0) + 1);
    const list: Growing = goesOn && open !== null ? open : { lead, items: [], indent, number };
    if (list !== open) lists.push(list);
    list.items.push(item.text);
    list.number = number;
    if (number === null) bullets = list;
    else [counted, bullets] = [list, null];
    afterText = false;
  }
  return lists.filter(({ items }) => items.length > 1);
}

function itemOf(line: string): Item | null {
  const counted = numbered.exec(line);
  if (counted !== null) {
    const [, indent = "", digits, circled = "", text = ""] = counted;
    return { indent: indent.length, number: digits === undefined ? circledNumber(circled) : numberOf(digits), text };
  }
  const bullet = bulleted.exec(line);
  return bullet === null ? null : { indent: (bullet[1] ?? "").length, number: null, text: bullet[2] ?? "" };
}

function circledNumber(circled: string): number {
  return (circled.codePointAt(0) ?? 0) - 0x2460 + 1;
}

/** The value of decimal digits of any script: each script's ten stand together. */
function numberOf(digits: string): number {
  let value = 0;
  for (const digit of digits) value = value * 10 + digitOf(digit);
  return value;
}

function digitOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero -= 1;
  return code - zero;
}

/** Characters of an item in which its subject is named. */
const head = 160;

export type ListPlace = { readonly place: number; readonly list: AnswerList };

/** The brand's place in the first list of two items or more that names it, with what leads to the list; null where none does. */
export function placeIn(text: string, brand: Named): ListPlace | null {
  for (const list of listsOf(text)) {
    const at = list.items.findIndex((item) => findMentions(item.slice(0, head), brand, []).mentioned);
    if (at >= 0) return { place: at + 1, list };
  }
  return null;
}
