import { cellsOf, columnNames, type ImportSettings } from "./import-mapping.ts";
import { type CellProblem, type RowReading, readRow } from "./parse-role-row.ts";
import { type DecimalSign, findDecimalSign } from "./read-number.ts";
import type { PayPeriod } from "./read-pay.ts";
import { type RoleDraft, roleKey } from "./role-draft.ts";
import { shownCell } from "./uncomputed-cell.ts";

/** What of a file's table matters here. `lines` says where in the file each row starts. */
export type RosterTable = {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
};

/** A row that cannot be read, with its cells as they stand in the file, so that it can be mended and sent again. */
export type BadRow = {
  readonly line: number;
  readonly cells: readonly string[];
  readonly problems: readonly CellProblem[];
};

/** A role of the file, how many rows make it up and the first of them. */
export type GatheredRole = { readonly draft: RoleDraft; readonly rows: number; readonly lines: readonly number[] };

/** What was done to cells on the way: rows by the period of their pay, and pays that were ranges. */
export type RosterNotes = { readonly periods: { readonly [Period in PayPeriod]?: number }; readonly ranges: number };

/** Roles as the file gives them: rows of one role (`roleKey`) are added up, which is how a list of persons becomes roles. */
export type Roster = {
  readonly rows: number;
  readonly roles: readonly GatheredRole[];
  readonly bad: readonly BadRow[];
};

/** Takes a roster row by row. What it holds grows with the roles, not with the rows. */
export type RosterGatherer = {
  /** Null when the row became part of a role, else why it did not. */
  add(cells: readonly string[], line: number): BadRow | null;
  roles(): Iterable<GatheredRole>;
  notes(): RosterNotes;
};

/** How cells are read where the settings alone do not tell. */
export type ReadingHints = { readonly decimal: DecimalSign | null; readonly fullTimeHours?: number };

type Gathered = { draft: RoleDraft; rows: number; readonly lines: number[]; paidHeads: number; timedHeads: number };

/** Rows of a role that are named; the others are counted. */
const mostLines = 12;

/** Adds a row to a role it repeats: heads are summed, pay and hours become means over the heads they were said for. */
function join(role: Gathered, row: RoleDraft): void {
  const { draft } = role;
  const mean = (a: number | undefined, weightA: number, b: number | undefined): number | undefined =>
    b === undefined ? a : a === undefined ? b : (a * weightA + b * row.headcount) / (weightA + row.headcount);
  const annualPay = mean(draft.annualPay, role.paidHeads, row.annualPay);
  const hoursPerYear = mean(draft.hoursPerYear, role.timedHeads, row.hoursPerYear);
  role.paidHeads += row.annualPay === undefined ? 0 : row.headcount;
  role.timedHeads += row.hoursPerYear === undefined ? 0 : row.headcount;
  role.draft = {
    ...row,
    ...draft,
    headcount: draft.headcount + row.headcount,
    ...(annualPay === undefined ? {} : { annualPay }),
    ...(hoursPerYear === undefined ? {} : { hoursPerYear }),
  };
}

/** Two 32-bit hashes as one number: equal for equal keys, and of two million keys hardly ever for others. */
function keyNumber(key: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < key.length; at++) {
    const code = key.charCodeAt(at);
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  return ((high ^ (low >>> 13)) & 0x1fffff) * 4_294_967_296 + (low >>> 0);
}

export function rosterGatherer(
  columns: readonly string[],
  settings: ImportSettings,
  { decimal, fullTimeHours }: ReadingHints,
): RosterGatherer {
  const { mapping, currency, country, payPeriod } = settings;
  const reading: RowReading = {
    decimal,
    headcountMapped: mapping.headcount !== undefined,
    currency,
    country,
    ...(payPeriod === undefined ? {} : { payPeriod }),
    ...(fullTimeHours === undefined ? {} : { fullTimeHours }),
  };
  const gathered = new Map<string, Gathered>();
  const people = new Map<number, number>();
  const periods: Partial<Record<PayPeriod, number>> = {};
  let ranges = 0;

  function refused(cells: readonly string[], line: number, problems: readonly CellProblem[]): BadRow {
    return { line, cells: cells.map(shownCell), problems };
  }

  function add(cells: readonly string[], line: number): BadRow | null {
    const named = cellsOf(cells, columns, mapping);
    const read = readRow(named, reading);
    if (!read.ok) return refused(cells, line, read.failure);
    const { draft, period, range } = read.value;
    const person = (named.employee ?? "").trim().toLowerCase();
    const number = person === "" ? null : keyNumber(person);
    const before = number === null ? undefined : people.get(number);
    if (before !== undefined)
      return refused(cells, line, [{ field: "employee", code: "personRepeated", value: String(before) }]);
    const key = roleKey(draft);
    const role = gathered.get(key);
    const other = role?.draft.currency;
    if (other !== undefined && draft.currency !== undefined && other !== draft.currency)
      return refused(cells, line, [{ field: "currency", code: "currencyDiffers", value: draft.currency }]);

    if (number !== null) people.set(number, line);
    if (draft.annualPay !== undefined) periods[period] = (periods[period] ?? 0) + 1;
    if (range) ranges += 1;
    if (role === undefined) {
      const paidHeads = draft.annualPay === undefined ? 0 : draft.headcount;
      const timedHeads = draft.hoursPerYear === undefined ? 0 : draft.headcount;
      gathered.set(key, { draft, rows: 1, lines: [line], paidHeads, timedHeads });
      return null;
    }
    join(role, draft);
    role.rows += 1;
    if (role.lines.length < mostLines) role.lines.push(line);
    return null;
  }

  return {
    add,
    *roles() {
      for (const { draft, rows, lines } of gathered.values()) yield { draft, rows, lines };
    },
    notes: () => ({ periods, ranges }),
  };
}

/** Reads every row of a table under the settings. Each row ends in a role or among the bad ones, never nowhere. */
export function readRoster(table: RosterTable, settings: ImportSettings): Roster {
  const columns = columnNames(table.headers);
  const numbers = table.rows.flatMap((row) => {
    const { headcount, annualPay, hoursPerYear } = cellsOf(row, columns, settings.mapping);
    return [headcount, annualPay, hoursPerYear].filter((cell) => cell !== undefined);
  });
  const gatherer = rosterGatherer(columns, settings, { decimal: findDecimalSign(numbers) });
  const bad = table.rows.flatMap((row, at) => gatherer.add(row, table.lines[at] ?? at + 2) ?? []);
  return { rows: table.rows.length, roles: [...gatherer.roles()], bad };
}
