import type { AnswerTable } from "./answer-tables.ts";
import { findNames, type Named } from "./find-mentions.ts";
import { statesSomething } from "./phrases/answers.ts";
import { patternOf, patternsOf, plainText } from "./phrases/by-language.ts";
import { aside, asideAfter, negations, praises, reports, turns } from "./phrases/praise.ts";
import { deeds, introductions, standIns } from "./phrases/pronouns.ts";
import { affirmed, drawbackLabels, hearsayLabels, verdictLabels } from "./phrases/verdicts.ts";

/** Stand for names while a sentence is judged: private characters, which no text that was read holds by chance. */
const own = "\ue000";
const other = "\ue001";
const name = `[${own}${other}]`;
const comma = "[,、，・/&+]";
const and =
  "(?:,? ?(?:and|or|nor|und|oder|et|ou|y|o|e|en|of|och|eller|i|lub|oraz|ve|veya|и|или|と|や|和|或|与|與|및|와|과|أو|و) ?)";
const link = `(?:${comma}|${and})`;
const nameGroup = `${name}(?:\\s{0,2}${link}\\s{0,2}${name}){0,8}`;
/** The same after a word such as "unlike", where a comma alone leads on to the sentence's subject. */
const asideGroup = `${name}(?:(?:\\s{0,2}${comma}\\s{0,2}${name}){0,6}\\s{0,2}${and}\\s{0,2}${name})?`;
const groups = new RegExp(nameGroup, "gu");
const article = "(?:(?:the|der|die|das|den|dem|le|la|les|l'|el|los|las|il|lo|de|het|o|a|os|as)\\s)?";

const praisePattern = patternsOf(praises);
const negationPattern = patternsOf(negations);
const reportPattern = patternsOf(reports);
const turnPattern = patternsOf(turns, (list) => new RegExp(`${patternOf(list).source}|[;；؛]`, "u"));
const asidePattern = patternsOf(
  aside,
  (list) => new RegExp(`(?:${patternOf(list).source})\\s{0,3}${article}${asideGroup}`, "gu"),
);
const asideAfterPattern = patternsOf(
  asideAfter,
  (list) =>
    new RegExp(list.length === 0 ? "(?!)" : `${nameGroup}\\s?(?:${list.join("|").replaceAll(" ", "\\s")})`, "gu"),
);

/** A name that recommends: in Chinese, Japanese and Korean the verb has one form for all persons. */
const recommender = new RegExp(
  `${name}\\s?(?:也|还|還|会|會)?(?:推[荐薦]|建[议議])|${name}(?:は|では|が)[^。]{0,40}を[^。]{0,6}(?:[おオ]?(?:勧|薦|すす)め|推奨|推薦)|${name}[은는이가][^.]{0,40}[을를] ?(?:추천|권)`,
  "u",
);
/** One name followed by a verb in the singular does not belong to the names before it: "We recommend A and B is second". */
const singular = new RegExp(
  `(?<=${name}\\s{0,2})${link}(?=\\s{0,2}${name}\\s(?:is|has|offers|costs|ist|hat|bietet|est|a|offre|es|tiene|ofrece|è|ha|offre|heeft|biedt|är|har|jest|ma|é|tem)\\s)`,
  "gu",
);

const introductionPattern = patternsOf(introductions, (list) => new RegExp(list.map(spaced).join("|"), "u"));
const deedPattern = patternsOf(
  deeds,
  (list) => new RegExp(`^\\s{0,2}(?:${list.map(spaced).join("|")})(?![\\p{L}\\p{M}])`, "u"),
);
const labelPattern = patternsOf(verdictLabels);
const drawbackPattern = patternsOf(drawbackLabels);
const hearsayPattern = patternsOf(hearsayLabels);

function spaced(phrase: string): string {
  return phrase.replaceAll("~", "\\p{L}{0,20}");
}

const unspaced = new Set(["ja", "zh", "ko"]);

/** The stand-ins of each language, every phrase a pattern of its own because each has a group of the same name. */
const standInPatterns = new Map(
  Object.entries(standIns).map(([language, list]) => [
    language,
    list.map((phrase) => new RegExp(unspaced.has(language) ? phrase : `(?<![\\p{L}\\p{M}\\p{N}_])(?:${phrase})`, "u")),
  ]),
);
const allStandIns = [...standInPatterns.values()].flat();

/**
 * Whether a sentence itself recommends the brand. It counts when the clause that recommends names the brand as the one it is about,
 * and is no question, no report of what others say, not turned by a "not", and nobody else is who it is about. A pronoun counts as
 * the brand right after a clause, or the sentence `before`, that names the brand and nobody else. Where that cannot be told it does
 * not count: a thing that was brought in between, names that nobody follows, irony.
 */
export function recommends(
  sentence: string,
  brand: Named,
  others: readonly Named[],
  language: string | null,
  before: string | null = null,
): boolean {
  if (/[?？؟]\s*$/u.test(sentence)) return false;
  const entities = [brand, ...others];
  const marked = withMarks(sentence, entities);
  let about = before !== null && isAboutOwn(withMarks(before, entities), language);
  if (!about && !marked.includes(own)) return false;
  for (const clause of marked.split(turnPattern(language))) {
    if (praisesOwn(clause, language)) return true;
    if (about && !clause.includes(own) && readsAsOwn(clause, language)) return true;
    about = isAboutOwn(clause, language);
  }
  return false;
}

/**
 * Whether a table's cell recommends whom its row or its column is of: by its own words, or by a yes under a head that asks for it.
 * Columns of drawbacks, and of what others say, do not count.
 */
export function recommendsInTable(
  { head, rows }: AnswerTable,
  brand: Named,
  others: readonly Named[],
  language: string | null,
): boolean {
  const entities = [brand, ...others];
  const mark = (cell: string) => withMarks(cell, entities);
  const named = (cell: string) => cell.includes(own) || cell.includes(other);
  const heads = head.map(mark);
  return rows.some((row) => {
    const cells = row.map(mark);
    const whose = cells.find(named) ?? "";
    const label = cells[0] ?? "";
    return cells.some((cell, at) => {
      if (cell === whose && isOnlyOwn(whose)) return false;
      if (isOnlyOwn(whose)) return cellPraises(heads[at] ?? "", cell, language);
      return whose === "" && isOnlyOwn(heads[at] ?? "") && at > 0 && cellPraises(label, cell, language);
    });
  });
}

function cellPraises(label: string, cell: string, language: string | null): boolean {
  if (hearsayPattern(language).test(label) || drawbackPattern(language).test(label)) return false;
  if (reportPattern(language).test(label) || negationPattern(language).test(label)) return false;
  if (affirmed.test(cell)) return labelPattern(language).test(label);
  return !/[?？؟]$/u.test(cell) && praisesOwn(`${own}: ${cell}`, language);
}

function isOnlyOwn(marked: string): boolean {
  return marked.includes(own) && !marked.includes(other);
}

/** Whether a clause is about the brand alone, in the answer's own voice, and brings in nothing else that "it" could mean. */
function isAboutOwn(marked: string, language: string | null): boolean {
  if (reportPattern(language).test(marked) || introductionPattern(language).test(marked)) return false;
  return isOnlyOwn(marked.replace(asideAfterPattern(language), " ").replace(asidePattern(language), " "));
}

/** Whether a clause without the brand's name recommends whom a pronoun in it stands for. */
function readsAsOwn(clause: string, language: string | null): boolean {
  const praise = praisePattern(language).exec(clause);
  if (praise !== null && deedPattern(language).test(clause.slice(praise.index + praise[0].length))) return false;
  const patterns = (language === null ? undefined : standInPatterns.get(language)) ?? allStandIns;
  return patterns.some((pattern) => {
    const found = pattern.exec(clause);
    if (found === null) return false;
    const it = found.groups?.it ?? "";
    const from = found.index + found[0].lastIndexOf(it);
    const [left, right] = [clause.slice(0, from), clause.slice(from + it.length)];
    // A pronoun between subject and verb ("nous la recommandons") is read behind the verb, as a name would be.
    const inside = /\s$/u.test(it) || it.endsWith("'");
    return praisesOwn(inside && left.trim() !== "" ? `${left}${right} ${own}` : `${left}${own} ${right}`, language);
  });
}

/** Whether a text turns a recommendation into its opposite, as in a list of whom to avoid. */
export function advisesAgainst(text: string, language: string | null): boolean {
  return negationPattern(language).test(plainText(text));
}

function praisesOwn(clause: string, language: string | null): boolean {
  const said = withoutQuotedPraise(clause, language)
    .replace(asideAfterPattern(language), " ")
    .replace(asidePattern(language), " ")
    .replace(singular, " | ");
  if (!said.includes(own) || recommender.test(said)) return false;
  if (negationPattern(language).test(said) || reportPattern(language).test(said)) return false;
  const praise = praisePattern(language).exec(said);
  if (praise === null) return false;
  const named = [...said.matchAll(groups)];
  if (named.length === 1) return true;
  const before = named.filter(({ index }) => index < praise.index);
  const after = named.find(({ index }) => index > praise.index);
  if (before.length === 0) return after?.[0].includes(own) ?? false;
  const last = before.at(-1);
  if (last === undefined || before.length > 1 || !last[0].includes(own)) return false;
  const between = said.slice(last.index + last[0].length, praise.index);
  return between.length < 30 && statesSomething(between, language);
}

/** What somebody calls somebody, in quotation marks, is their word. */
function withoutQuotedPraise(clause: string, language: string | null): string {
  return clause.replace(/["“„«「『][^"“”„«»「」『』]{3,200}["”“»」』]/gu, (quoted) =>
    praisePattern(language).test(quoted) ? " " : quoted,
  );
}

/** A sentence as `plainText`, each name one mark. */
function withMarks(sentence: string, entities: readonly Named[]): string {
  let marked = "";
  let at = 0;
  for (const { entity, from, to } of findNames(sentence, entities)) {
    if (from < at) continue;
    marked += `${plainText(sentence.slice(at, from))}${entity === 0 ? own : other}`;
    at = to;
  }
  return marked + plainText(sentence.slice(at));
}
