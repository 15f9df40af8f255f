import { type IsoDate, parseIsoDate } from "../kernel/iso-date.ts";
import type { PageDate } from "./page-facts.ts";

const months = [
  "jan|ene|gen|oca",
  "feb|fév|fev|şub|sub",
  "mar|mär|maa|mrz",
  "apr|avr|abr|nis",
  "may|mai|mag|mei|mayıs",
  "jun|juin|giu|haz",
  "jul|juil|lug|tem",
  "aug|aoû|aou|ago|ağu|agu",
  "sep|set|eyl",
  "oct|okt|ott|out|eki",
  "nov|kas",
  "dec|dez|déc|dic|dis|ara",
].map((names) => new RegExp(`^(?:${names})`, "iu"));

const published =
  "first published|published|posted|veröffentlicht|erschienen|publié|publiée|publicado|publicada|pubblicato|gepubliceerd|yayınlanma(?: tarihi)?|yayın tarihi|نُ?شر(?:ت)?|公開日?|投稿日?|掲載日?|发布(?:日期|时间|于)?|發布(?:日期|於)?";
const modified =
  "last (?:updated|modified|reviewed|changed)|updated|zuletzt (?:aktualisiert|geändert)|aktualisiert|stand|mis à jour|mise à jour|actualizado|actualizada|aggiornato|bijgewerkt|son güncelleme|güncelleme(?: tarihi)?|güncellendi|آخر تحديث|最終更新日?|更新日?|更新(?:日期|时间|于|於)";
const between = "[\\s:：]{0,3}(?:(?:on|am|le|el|il|op|vom|du|del|في)[\\s:]{1,2})?";
const day =
  "(\\d{4}-\\d{2}-\\d{2}|\\d{4}\\s?年\\s?\\d{1,2}\\s?月\\s?\\d{1,2}\\s?日|\\d{1,2}\\.\\s?\\d{1,2}\\.\\s?\\d{4}|\\d{4}[/.]\\d{1,2}[/.]\\d{1,2}|\\d{1,2}(?:\\.|er|st|nd|rd|th|º)?\\s(?:de\\s)?\\p{L}{3,12}\\.?,?\\s(?:de\\s)?\\d{4}|\\p{L}{3,12}\\.?\\s\\d{1,2}(?:st|nd|rd|th)?,?\\s\\d{4})";

const labelled = {
  published: new RegExp(`(?<![\\p{L}])(?:${published})${between}${day}`, "giu"),
  modified: new RegExp(`(?<![\\p{L}])(?:${modified})${between}${day}`, "giu"),
};

const beginning = 6_000;
const end = 2_000;

/** Dates that readers see with a word that says what they date, at the beginning and the end of a text. */
export function visibleDates(text: string): PageDate[] {
  const part = text.length > beginning + end ? `${text.slice(0, beginning)}\n${text.slice(-end)}` : text;
  const found: PageDate[] = [];
  for (const kind of ["published", "modified"] as const) {
    for (const match of part.matchAll(labelled[kind])) {
      const value = writtenDay(match[1] ?? "");
      if (value !== null && found.length < 6) found.push({ kind, value, from: "text" });
    }
  }
  return found;
}

/** The day of a date as people write it, or null. Days and months in figures alone are read day first. */
export function writtenDay(written: string): IsoDate | null {
  const figures = written.match(/\d+/g)?.map(Number) ?? [];
  const word = /\p{L}{3,}/u.exec(written.replace(/\bde\b/g, ""))?.[0];
  const year = figures.find((each) => each > 1_000);
  const others = figures.filter((each) => each !== year);
  if (year === undefined) return null;
  const named = word === undefined ? -1 : months.findIndex((form) => form.test(word));
  if (word !== undefined && named >= 0) return isoOf(year, named + 1, others[0] ?? 0);
  if (others.length !== 2) return null;
  const [first = 0, second = 0] = others;
  return figures[0] === year ? isoOf(year, first, second) : isoOf(year, second, first);
}

function isoOf(year: number, month: number, date: number): IsoDate | null {
  return parseIsoDate(`${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`);
}
