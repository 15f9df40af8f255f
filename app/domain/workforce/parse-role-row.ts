import type { Result } from "../kernel/result.ts";
import { fail, ok } from "../kernel/result.ts";
import type { RoleField } from "./import-mapping.ts";
import { readCountry } from "./read-country.ts";
import { type DecimalSign, readNumber } from "./read-number.ts";
import { type RoleDraft, roleBounds } from "./role-draft.ts";

/** What is wrong with a cell, as a key of the strings catalogue, and what stood there. */
export type CellProblem = { readonly field: RoleField; readonly code: CellProblemCode; readonly value: string };

export type CellProblemCode =
  | "titleMissing"
  | "titleWithoutLetters"
  | "titleTooLong"
  | "unreadableLetters"
  | "headcountMissing"
  | "notANumber"
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
};

export type RoleCells = { readonly [Field in RoleField]?: string };

const currencySigns: Readonly<Record<string, string>> = { "€": "EUR", "£": "GBP", "₹": "INR", "₺": "TRY", "₩": "KRW" };
const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));

/** An ISO 4217 code in capitals, or null. */
export function readCurrency(cell: string): string | null {
  const code = cell.trim().toUpperCase();
  return currencies.has(code) ? code : (currencySigns[code] ?? null);
}

/** A role from the cells of one row, or everything that is wrong with the row. An empty optional cell means *not said*. */
export function parseRoleRow(cells: RoleCells, reading: RowReading): Result<RoleDraft, readonly CellProblem[]> {
  const problems: CellProblem[] = [];
  const wrong = (field: RoleField, code: CellProblemCode): undefined => {
    problems.push({ field, code, value: (cells[field] ?? "").slice(0, 80) });
    return undefined;
  };

  const title = (cells.title ?? "").replace(/\s+/g, " ").trim();
  if (title === "") wrong("title", "titleMissing");
  else if (title.includes("\ufffd")) wrong("title", "unreadableLetters");
  else if (!/\p{L}/u.test(title)) wrong("title", "titleWithoutLetters");
  else if (title.length > roleBounds.title) wrong("title", "titleTooLong");

  const amount = (field: "headcount" | "annualPay" | "hoursPerYear", most: number): number | undefined => {
    const cell = cells[field] ?? "";
    if (cell === "") return undefined;
    const number = readNumber(cell, reading.decimal);
    if (number === null) return wrong(field, "notANumber");
    if (number <= 0) return wrong(field, "notAboveZero");
    return number > most ? wrong(field, "tooLarge") : number;
  };
  if (reading.headcountMapped && (cells.headcount ?? "") === "") wrong("headcount", "headcountMissing");
  const headcount = reading.headcountMapped ? amount("headcount", roleBounds.headcount) : 1;
  const annualPay = amount("annualPay", roleBounds.annualPay);
  const hours = amount("hoursPerYear", Number.POSITIVE_INFINITY);
  const { least, most } = roleBounds.hoursPerYear;
  if (hours !== undefined && (hours < least || hours > most)) wrong("hoursPerYear", "hoursOutOfRange");

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
  return ok({
    title,
    headcount,
    ...(annualPay === undefined || currency === null ? {} : { annualPay, currency }),
    ...(country === null ? {} : { country }),
    ...(site === undefined ? {} : { site }),
    ...(department === undefined ? {} : { department }),
    ...(level === undefined ? {} : { level }),
    ...(context === undefined ? {} : { context }),
    ...(hours === undefined ? {} : { hoursPerYear: hours }),
  });
}

/** The currency of a pay: its own column, else a sign or code written at the amount, else the default. */
function currencyOf(cells: RoleCells, reading: RowReading): string | null {
  if ((cells.currency ?? "") !== "") return readCurrency(cells.currency ?? "");
  const written = /[€£₹₺₩]|\b[A-Z]{3}\b/.exec(cells.annualPay ?? "")?.[0];
  return written === undefined ? reading.currency : readCurrency(written);
}
