import { type DecimalSign, readNumber } from "./read-number.ts";

/** The time that a pay is for. */
export const payPeriods = ["year", "month", "week", "day", "hour"] as const;

export type PayPeriod = (typeof payPeriods)[number];

const words: readonly (readonly [PayPeriod, RegExp])[] = [
  ["hour", /^(h|hr|hrs|hours?|hourly|std|stunden?|st\u00fcndlich|stundenlohn|heure|horaire|hora)$/],
  ["day", /^(d|days?|daily|tage?|t\u00e4glich|tagessatz|jour|d\u00eda)$/],
  ["week", /^(wk|weeks?|weekly|woche|w\u00f6chentlich|semaine|semana)$/],
  ["month", /^(m|mo|mth|months?|monthly|monate?|monatlich|mensuel|mois|mes|mensual)$/],
  ["year", /^(y|yr|years?|yearly|annual|annually|annum|pa|jahre?|j\u00e4hrlich|an|annuel|a\u00f1o|anual)$/],
];

/** The period that a cell names, or null. */
export function readPeriod(cell: string): PayPeriod | null {
  const word = cell
    .normalize("NFC")
    .toLowerCase()
    .replace(/^(per|pro|je|par|por)\s+/, "")
    .replace(/[.\s]/g, "");
  return words.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
}

const hoursPerDay = 8;

/** What a pay for one period is multiplied by to be that of a year, for somebody who works `hours` in one. */
export function yearly(period: PayPeriod, hours: number): number {
  if (period === "hour") return hours;
  if (period === "day") return hours / hoursPerDay;
  return { year: 1, month: 12, week: 52 }[period];
}

/** An amount as written, with the period it names (null when it names none), and whether it was a range of which this is the middle. */
export type ReadPay = { readonly amount: number; readonly period: PayPeriod | null; readonly range: boolean };

/** Longer cells hold no amount, and looking at them by pattern would only cost time. */
const longest = 60;
const named = /(?:\/|\b(?:per|pro|je|par|por|an)\s|\s)\s*([\p{L}.]+)\s*$/u;

function thousands(text: string, decimal: DecimalSign | null): number | null {
  const [, digits, k] = /^(.*?\d)\s?(k|tsd\.?)?\s*$/i.exec(text.trim()) ?? [];
  const number = readNumber(digits ?? text, decimal);
  return number === null ? null : k === undefined ? number : number * 1000;
}

/** A pay as people write it: `41.500`, `50k`, `25 / h`, `3.200 pro Monat`, `50-60k`. Null for all else. */
export function readPay(cell: string, decimal: DecimalSign | null): ReadPay | null {
  if (cell.length > longest) return null;
  const word = named.exec(cell);
  const period = word?.[1] === undefined ? null : readPeriod(word[1]);
  const text = period === null ? cell : cell.slice(0, word?.index);
  const whole = readNumber(text, decimal) ?? thousands(withoutCurrency(text), decimal);
  if (whole !== null) return { amount: whole, period, range: false };
  const [, from, to] =
    /^(.*?\d.*?)\s*(?:-|\u2013|\u2014|\bto\b|\bbis\b)\s*(\D{0,4}\d.*)$/i.exec(withoutCurrency(text)) ?? [];
  if (from === undefined || to === undefined) return null;
  const high = thousands(to, decimal);
  const low = thousands(/k|tsd/i.test(to) && !/k|tsd/i.test(from) ? `${from}k` : from, decimal);
  if (low === null || high === null || low > high || low <= 0) return null;
  return { amount: (low + high) / 2, period, range: true };
}

function withoutCurrency(text: string): string {
  return text.replace(/\p{Sc}|\b[A-Z]{3}\b/gu, "").trim();
}

/** The period that a column's header speaks of, or null: `Monthly salary`, `Stundenlohn`. */
export function periodOfHeader(header: string): PayPeriod | null {
  const text = header.toLowerCase();
  if (/hour|stunde|horaire/.test(text)) return "hour";
  if (/month|monat|mensuel|mensual/.test(text)) return "month";
  if (/daily|per day|tages/.test(text)) return "day";
  return /week|wochen/.test(text) ? "week" : null;
}
