import { daysBetween, type IsoDate, parseIsoDate } from "../kernel/iso-date.ts";
import type { Entity, PageDate } from "./page-facts.ts";

type Source = {
  readonly entities: readonly Pick<Entity, "properties" | "format">[];
  readonly metas: Readonly<Record<string, string>>;
  readonly times: readonly { readonly value: string; readonly kind: "published" | "modified" | null }[];
};

const publishedMetas = [
  "article:published_time",
  "datepublished",
  "date",
  "dc.date",
  "dc.date.issued",
  "dcterms.created",
  "pubdate",
];
const modifiedMetas = ["article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified"];

/** Every date the page gives about itself, the most dependable source first. */
export function pageDates(from: Source): PageDate[] {
  const dates: PageDate[] = [];
  for (const entity of from.entities) {
    push(dates, "published", entity.properties.datePublished, entity.format);
    push(dates, "modified", entity.properties.dateModified, entity.format);
  }
  for (const name of publishedMetas) push(dates, "published", from.metas[name], "meta");
  for (const name of modifiedMetas) push(dates, "modified", from.metas[name], "meta");
  for (const time of from.times) if (time.kind !== null) push(dates, time.kind, time.value, "time");
  const firstTime = from.times[0];
  if (dates.length === 0 && firstTime !== undefined) push(dates, "published", firstTime.value, "time");
  return dates;
}

function push(dates: PageDate[], kind: PageDate["kind"], value: unknown, from: string): void {
  if (typeof value !== "string" || value.trim() === "") return;
  dates.push({ kind, value: value.trim(), from });
}

/** The calendar day of a date as pages write it, or null: ISO days and moments, and what JavaScript's parser knows of RFC dates. */
export function dayOf(value: string): IsoDate | null {
  const iso = /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0];
  if (iso !== undefined) return parseIsoDate(iso);
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : parseIsoDate(new Date(at).toISOString().slice(0, 10));
}

/** Contradictions of more than a day, which time zones explain, between a page's dates, in words; `asOf` finds those in the future. */
export function dateProblems(dates: readonly PageDate[], asOf: IsoDate): string[] {
  const problems: string[] = [];
  for (const kind of ["published", "modified"] as const) {
    const days = new Map<IsoDate, string>();
    for (const date of dates) {
      const day = date.kind === kind ? dayOf(date.value) : null;
      if (day !== null && !days.has(day)) days.set(day, date.from);
    }
    const ordered = [...days.keys()].sort();
    const [earliest, latest] = [ordered[0], ordered.at(-1)];
    if (earliest !== undefined && latest !== undefined && daysBetween(earliest, latest) > 1) {
      const list = [...days].map(([day, from]) => `${day} (${from})`).join(", ");
      problems.push(`The page gives different ${kind} dates: ${list}.`);
    }
    for (const [day, from] of days)
      if (day > asOf) problems.push(`The ${kind} date ${day} (${from}) lies in the future.`);
  }
  const published = firstDay(dates, "published");
  const modified = firstDay(dates, "modified");
  if (published !== null && modified !== null && daysBetween(modified, published) > 1) {
    problems.push(`It says it was changed on ${modified}, before it was published on ${published}.`);
  }
  for (const date of dates) {
    if (dayOf(date.value) === null) problems.push(`"${date.value.slice(0, 40)}" (${date.from}) is not a date.`);
  }
  return problems;
}

export function firstDay(dates: readonly PageDate[], kind: PageDate["kind"]): IsoDate | null {
  for (const date of dates) {
    const day = date.kind === kind ? dayOf(date.value) : null;
    if (day !== null) return day;
  }
  return null;
}
