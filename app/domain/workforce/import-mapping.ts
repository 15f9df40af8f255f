import { cellsBy, matchColumns } from "./match-columns.ts";
import type { PayPeriod } from "./read-pay.ts";

export { columnNames } from "./match-columns.ts";

/** What a column of a roster can say about a role. */
export const roleFields = [
  "title",
  "headcount",
  "annualPay",
  "currency",
  "country",
  "site",
  "department",
  "level",
  "hoursPerYear",
  "context",
] as const;

export type RoleField = (typeof roleFields)[number];

/** What else a column may say, though no role keeps it: who a row is about, and the time that a pay is for. */
export const rosterFields = [...roleFields, "payPeriod", "employee"] as const;

export type RosterField = (typeof rosterFields)[number];

/** Which column, by its name in `columnNames`, says what. A field that no column says is left out. */
export type ColumnMapping = { readonly [Field in RosterField]?: string };

/** A column as a look at the file found it. `points` and `commas`: how many of its numbers show which sign before decimals. */
export type RosterColumn = {
  readonly name: string;
  readonly sample: readonly string[];
  readonly points: number;
  readonly commas: number;
};

/** What happens to roles that are there already: `update` changes those named in the file and adds the rest; `replace` also removes
 * those the file does not name. */
export type ImportMode = "update" | "replace";

export type ImportSettings = {
  readonly mapping: ColumnMapping;
  readonly mode: ImportMode;
  /** For rows whose own cell is empty, or whose file has no such column. */
  readonly currency: string | null;
  readonly country: string | null;
  /** The time that a pay is for where neither its cell nor its row says; a year when left out. */
  readonly payPeriod?: PayPeriod;
};

/** Words by which a header is known, in English and German, compared without case, spaces and signs. The first hit wins. */
const known: Readonly<Record<RosterField, readonly string[]>> = {
  title: [
    "jobtitle",
    "title",
    "role",
    "rolename",
    "position",
    "positiontitle",
    "job",
    "jobname",
    "occupation",
    "designation",
    "stelle",
    "stellenbezeichnung",
    "berufsbezeichnung",
    "funktion",
    "tatigkeit",
  ],
  headcount: [
    "headcount",
    "heads",
    "people",
    "employees",
    "fte",
    "ftes",
    "count",
    "number",
    "staff",
    "anzahl",
    "personen",
    "mitarbeiter",
    "mitarbeitende",
    "kopfe",
    "kopfzahl",
    "vzae",
    "vza",
  ],
  annualPay: [
    "annualpay",
    "annualsalary",
    "basesalary",
    "salary",
    "pay",
    "grosspay",
    "compensation",
    "wage",
    "yearlypay",
    "monthlysalary",
    "monthlypay",
    "hourlyrate",
    "hourlypay",
    "hourlywage",
    "dailyrate",
    "jahresgehalt",
    "bruttojahresgehalt",
    "monatsgehalt",
    "stundenlohn",
    "gehalt",
    "lohn",
    "vergutung",
  ],
  currency: ["currency", "curr", "wahrung"],
  country: ["country", "countrycode", "nation", "state", "jurisdiction", "land", "landercode"],
  site: ["site", "location", "office", "city", "plant", "workplace", "standort", "ort", "werk", "niederlassung"],
  department: [
    "department",
    "dept",
    "team",
    "unit",
    "division",
    "function",
    "businessunit",
    "costcenter",
    "abteilung",
    "bereich",
    "kostenstelle",
  ],
  level: ["level", "grade", "seniority", "band", "joblevel", "stufe", "ebene", "entgeltgruppe"],
  hoursPerYear: [
    "hoursperyear",
    "annualhours",
    "yearlyhours",
    "hoursayear",
    "jahresstunden",
    "stundenprojahr",
    "jahresarbeitszeit",
  ],
  context: [
    "duties",
    "description",
    "jobdescription",
    "tasks",
    "responsibilities",
    "notes",
    "context",
    "beschreibung",
    "aufgaben",
    "tatigkeiten",
    "bemerkung",
  ],
  payPeriod: [
    "payperiod",
    "payfrequency",
    "paybasis",
    "salaryperiod",
    "ratetype",
    "payrateper",
    "entgeltperiode",
    "zeitraum",
  ],
  employee: [
    "employeeid",
    "employeenumber",
    "employeeno",
    "empid",
    "personid",
    "personnelnumber",
    "staffid",
    "workerid",
    "personalnummer",
    "mitarbeiternummer",
    "mitarbeiterid",
    "personalnr",
    "matricule",
  ],
};

/** The columns that a person would most likely choose: an exact word first, then a word that begins or ends a header. Each once. */
export function guessMapping(columns: readonly string[]): ColumnMapping {
  return matchColumns(rosterFields, known, columns);
}

/** An earlier mapping as far as this file has its columns; null when it would not even name the titles. */
export function reuseMapping(earlier: ColumnMapping, columns: readonly string[]): ColumnMapping | null {
  const kept = Object.entries(earlier).filter(([, column]) => columns.includes(column));
  const mapping = Object.fromEntries(kept) as ColumnMapping;
  return mapping.title === undefined ? null : mapping;
}

export type RosterCells = { readonly [Field in RosterField]?: string };

/** Reads the cells of one row by field. */
export function cellsOf(row: readonly string[], columns: readonly string[], mapping: ColumnMapping): RosterCells {
  return cellsBy(rosterFields, row, columns, mapping);
}
