import type { Result } from "../kernel/result.ts";
import { fail, ok } from "../kernel/result.ts";
import { type RosterCells, type RosterField, rosterFields } from "./import-mapping.ts";
import { readCountry } from "./read-country.ts";
import { type DecimalSign, readNumber } from "./read-number.ts";
import { type PayPeriod, readPay, readPeriod, yearly } from "./read-pay.ts";
import { type RoleDraft, roleBounds } from "./role-draft.ts";
import { shownCell, uncomputed } from "./uncomputed-cell.ts";

/** What is wrong with a cell, as a key of the strings catalogue, and what stood there. */
export type CellProblem = { readonly field: RosterField; readonly code: CellProblemCode; readonly value: string };

export type CellProblemCode =
  | "titleMissing"
  | "titleWithoutLetters"
  | "titleTooLong"
  | "unreadableLetters"
  | "headcountMissing"
  | "notANumber"
  | "aRange"
  | "notComputed"
  | "periodUnknown"
  | "personRepeated"
  | "notAboveZero"
  | "tooLarge"
  | "currencyUnknown"
  | "currencyMissing"
  | "currencyDiffers"
  | "countryUnknown"
  | "textTooLong"
  | "hoursOutOfRange";

export type RowReading = {
  /** Of the file's numbers; null when they do not tell. */
  readonly decimal: DecimalSign | null;
  /** False for a list of persons, where each row is one head. */
  readonly headcountMapped: boolean;
  readonly currency: string | null;
  readonly country: string | null;
  /** The time that a pay is for where nothing says; a year when left out. */
  readonly payPeriod?: PayPeriod;
  /** Working hours of a year where the row does not say: pay by the hour is made yearly with them. */
  readonly fullTimeHours?: number;
};

/** A role as read from a row, and what was done to its pay. */
export type ReadRow = {
  readonly draft: RoleDraft;
  readonly period: PayPeriod;
  readonly range: boolean;
};

export type RoleCells = RosterCells;

const currencySigns: Readonly<Record<string, string>> = { "€": "EUR", "£": "GBP", "₹": "INR", "₺": "TRY", "₩": "KRW" };
const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));

/** An ISO 4217 code in capitals, or null. */
export function readCurrency(cell: string): string | null {
  const code = cell.trim().toUpperCase();
  return currencies.has(code) ? code : (currencySigns[code] ?? null);
}

/** A role from the cells of one row, or everything that is wrong with the row. An empty optional cell means *not said*. */
export function parseRoleRow(cells: RoleCells, reading: RowReading): Result<RoleDraft, readonly CellProblem[]> {
  const read = readRow(cells, reading);
  return read.ok ? ok(read.value.draft) : read;
}

/** The same, and what was done to the pay. */
export function readRow(cells: RoleCells, reading: RowReading): Result<ReadRow, readonly CellProblem[]> {
  const problems: CellProblem[] = [];
  const wrong = (field: RosterField, code: CellProblemCode): undefined => {
    problems.push({ field, code, value: shownCell(cells[field] ?? "").slice(0, 80) });
    return undefined;
  };
  const empty = rosterFields.filter((field) => cells[field]?.startsWith(uncomputed));
  if (empty.length > 0) {
    for (const field of empty) wrong(field, "notComputed");
    return fail(problems);
  }

  const title = (cells.title ?? "").replace(/\s+/g, " ").trim();
  if (title === "") wrong("title", "titleMissing");
  else if (title.includes("\ufffd")) wrong("title", "unreadableLetters");
  else if (!/\p{L}/u.test(title)) wrong("title", "titleWithoutLetters");
  else if (title.length > roleBounds.title) wrong("title", "titleTooLong");

  const amount = (field: "headcount" | "annualPay" | "hoursPerYear", most: number): number | undefined => {
    const cell = cells[field] ?? "";
    if (cell === "") return undefined;
    const number = readNumber(cell, reading.decimal);
    if (number === null) return wrong(field, /^\d[\d.,]*\s*[-\u2013]\s*\d/.test(cell) ? "aRange" : "notANumber");
    if (number <= 0) return wrong(field, "notAboveZero");
    return number > most ? wrong(field, "tooLarge") : number;
  };
  if (reading.headcountMapped && (cells.headcount ?? "") === "") wrong("headcount", "headcountMissing");
  const headcount = reading.headcountMapped ? amount("headcount", roleBounds.headcount) : 1;
  const hours = amount("hoursPerYear", Number.POSITIVE_INFINITY);
  const { least, most } = roleBounds.hoursPerYear;
  if (hours !== undefined && (hours < least || hours > most)) wrong("hoursPerYear", "hoursOutOfRange");

  const pay = payOf(cells, reading, hours ?? reading.fullTimeHours ?? usualHours);
  if (typeof pay === "string") wrong(pay === "periodUnknown" ? "payPeriod" : "annualPay", pay);
  const paid = typeof pay === "string" ? null : pay;
  const annualPay = paid?.amount;

  const text = (field: "site" | "department" | "level" | "context", longest: number): string | undefined => {
    const cell = (cells[field] ?? "").trim();
    if (cell.length > longest) return wrong(field, "textTooLong");
    return cell === "" ? undefined : cell;
  };
  const site = text("site", roleBounds.place);
  const department = text("department", roleBounds.place);
  const level = text("level", roleBounds.place);
  const context = text("context", roleBounds.context);

  const country = (cells.country ?? "") === "" ? reading.country : readCountry(cells.country ?? "");
  if (country === null && (cells.country ?? "") !== "") wrong("country", "countryUnknown");
  const currency = annualPay === undefined ? null : currencyOf(cells, reading);
  if (annualPay !== undefined && currency === null) {
    wrong(
      (cells.currency ?? "") === "" ? "annualPay" : "currency",
      (cells.currency ?? "") === "" ? "currencyMissing" : "currencyUnknown",
    );
  }

  if (problems.length > 0 || headcount === undefined) return fail(problems);
  const draft: RoleDraft = {
    title,
    headcount,
    ...(annualPay === undefined || currency === null ? {} : { annualPay, currency }),
    ...(country === null ? {} : { country }),
    ...(site === undefined ? {} : { site }),
    ...(department === undefined ? {} : { department }),
    ...(level === undefined ? {} : { level }),
    ...(context === undefined ? {} : { context }),
    ...(hours === undefined ? {} : { hoursPerYear: hours }),
  };
  return ok({ draft, period: paid?.period ?? "year", range: paid?.range ?? false });
}

/** Only where neither the row nor the deployment's facts say. */
const usualHours = 1_760;

/** The pay of a year, or what is wrong with it; nothing where the cell is empty. */
function payOf(
  cells: RoleCells,
  reading: RowReading,
  hours: number,
): { readonly amount: number; readonly period: PayPeriod; readonly range: boolean } | CellProblemCode | null {
  const cell = cells.annualPay ?? "";
  if (cell === "") return null;
  const said = cells.payPeriod ?? "";
  const byColumn = said === "" ? null : readPeriod(said);
  if (said !== "" && byColumn === null) return "periodUnknown";
  const read = readPay(cell, reading.decimal);
  if (read === null) return "notANumber";
  const period = read.period ?? byColumn ?? reading.payPeriod ?? "year";
  const amount = read.amount * yearly(period, hours);
  if (amount <= 0) return "notAboveZero";
  if (amount > roleBounds.annualPay) return "tooLarge";
  return { amount: period === "year" ? amount : Math.round(amount * 100) / 100, period, range: read.range };
}

/** The currency of a pay: its own column, else a sign or code written at the amount, else the default. */
function currencyOf(cells: RoleCells, reading: RowReading): string | null {
  if ((cells.currency ?? "") !== "") return readCurrency(cells.currency ?? "");
  const written = /[€£₹₺₩]|\b[A-Z]{3}\b/.exec(cells.annualPay ?? "")?.[0];
  return written === undefined ? reading.currency : readCurrency(written);
}
