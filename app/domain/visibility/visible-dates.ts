import { type IsoDate, parseIsoDate } from "../kernel/iso-date.ts";
import type { PageDate } from "./page-facts.ts";
import { plainText } from "./phrases/by-language.ts";
import { betweenWords, modifiedWords, months, publishedWords } from "./phrases/dates.ts";

/** "mar" begins March in Polish too, so what is longer is looked for first: "maj" and "marca" are told by their third letter. */
const monthForms = months.map((names) => new RegExp(`^(?:${plainText(names)})`, "u"));

const between = `[\\s:：]{0,3}(?:(?:${plainText(betweenWords)})[\\s:]{1,2})?`;
const year = "(?:(?:令和|民[国國])\\s?\\d{1,3}|\\d{4})";
const word = "(?:\\p{L}{3,12}|(?:كانون|تشرين) \\p{L}{3,6})";
const day = `(${[
  "\\d{4}-\\d{2}-\\d{2}",
  `${year}\\s?[年년]\\s?\\d{1,2}\\s?[月월]\\s?\\d{1,2}\\s?[日일]`,
  "\\d{1,2}\\.\\s?\\d{1,2}\\.\\s?\\d{4}",
  "\\d{4}\\.\\s?\\d{1,2}\\.\\s?\\d{1,2}",
  "\\d{4}/\\d{1,2}/\\d{1,2}",
  `\\d{1,2}(?:\\.|er|st|nd|rd|th|º|o)?\\s(?:de\\s)?${word}\\.?,?\\s(?:de\\s)?\\d{4}`,
  `${word}\\.?\\s\\d{1,2}(?:st|nd|rd|th)?,?\\s\\d{4}`,
].join("|")})`;

const labelled = {
  published: labelledBy(Object.values(publishedWords).flat()),
  modified: labelledBy(Object.values(modifiedWords).flat()),
};

function labelledBy(words: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}])(?:${plainText(words.join("|"))})${between}${day}`, "gu");
}

const beginning = 6_000;
const end = 2_000;

/** Dates that readers see with a word that says what they date, at the beginning and the end of a text. */
export function visibleDates(text: string): PageDate[] {
  const part = plainText(text.length > beginning + end ? `${text.slice(0, beginning)}\n${text.slice(-end)}` : text);
  const plain = part.replace(/[٠-٩۰-۹]/gu, (digit) => String((digit.codePointAt(0) ?? 0) & 15));
  const found: PageDate[] = [];
  for (const kind of ["published", "modified"] as const) {
    for (const match of plain.matchAll(labelled[kind])) {
      const value = writtenDay(match[1] ?? "");
      if (value !== null && found.length < 6) found.push({ kind, value, from: "text" });
    }
  }
  return found;
}

/** Years of the Japanese era and of the Republic of China, to years of the common era. */
const eras: Readonly<Record<string, number>> = { 令和: 2018, 民国: 1911, 民國: 1911 };

/** The day of a date as people write it, or null. Days and months in figures alone are read day first; years of other calendars than ours are none. */
export function writtenDay(text: string): IsoDate | null {
  const written = plainText(text);
  const figures = written.match(/\d+/g)?.map(Number) ?? [];
  const era = /^(令和|民[国國])/u.exec(written)?.[1];
  if (era !== undefined) {
    const [count = 0, month = 0, date = 0] = figures;
    return isoOf((eras[era] ?? 0) + count, month, date);
  }
  const named = /(?:كانون|تشرين) \p{L}{3,6}|\p{L}{3,}/u.exec(written.replace(/\bde\b/g, ""))?.[0];
  const stated = figures.find((each) => each > 1_000);
  const others = figures.filter((each) => each !== stated);
  // 1447 is a year of the Hijra; no page on the web is older than the web by much.
  if (stated === undefined || stated < 1_900) return null;
  const month = named === undefined ? -1 : monthForms.findIndex((form) => form.test(named));
  if (named !== undefined && month >= 0) return isoOf(stated, month + 1, others[0] ?? 0);
  if (others.length !== 2) return null;
  const [first = 0, second = 0] = others;
  return figures[0] === stated ? isoOf(stated, first, second) : isoOf(stated, second, first);
}

function isoOf(inYear: number, month: number, date: number): IsoDate | null {
  return parseIsoDate(`${inYear}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`);
}
