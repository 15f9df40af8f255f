import { cellsOf, columnNames, type ImportSettings } from "./import-mapping.ts";
import { type CellProblem, parseRoleRow, type RowReading } from "./parse-role-row.ts";
import { findDecimalSign } from "./read-number.ts";
import { type RoleDraft, roleKey } from "./role-draft.ts";

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

/** Roles as the file gives them: rows of one role (`roleKey`) are added up, which is how a list of persons becomes roles. */
export type Roster = {
  readonly rows: number;
  readonly roles: readonly { readonly draft: RoleDraft; readonly lines: readonly number[] }[];
  readonly bad: readonly BadRow[];
};

type Gathered = { draft: RoleDraft; readonly lines: number[]; paidHeads: number; timedHeads: number };

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

/** Reads every row of a table under the settings. Each row ends in a role or among the bad ones, never nowhere. */
export function readRoster(table: RosterTable, settings: ImportSettings): Roster {
  const columns = columnNames(table.headers);
  const { mapping, currency, country } = settings;
  const numbers = table.rows.flatMap((row) => {
    const { headcount, annualPay, hoursPerYear } = cellsOf(row, columns, mapping);
    return [headcount, annualPay, hoursPerYear].filter((cell) => cell !== undefined);
  });
  const reading: RowReading = {
    decimal: findDecimalSign(numbers),
    headcountMapped: mapping.headcount !== undefined,
    currency,
    country,
  };
  const gathered = new Map<string, Gathered>();
  const bad: BadRow[] = [];
  table.rows.forEach((row, at) => {
    const line = table.lines[at] ?? at + 2;
    const read = parseRoleRow(cellsOf(row, columns, mapping), reading);
    if (!read.ok) {
      bad.push({ line, cells: row, problems: read.failure });
      return;
    }
    const draft = read.value;
    const role = gathered.get(roleKey(draft));
    if (role === undefined) {
      const paidHeads = draft.annualPay === undefined ? 0 : draft.headcount;
      const timedHeads = draft.hoursPerYear === undefined ? 0 : draft.headcount;
      gathered.set(roleKey(draft), { draft, lines: [line], paidHeads, timedHeads });
    } else if (
      role.draft.currency !== undefined &&
      draft.currency !== undefined &&
      role.draft.currency !== draft.currency
    ) {
      bad.push({ line, cells: row, problems: [{ field: "currency", code: "currencyDiffers", value: draft.currency }] });
    } else {
      join(role, draft);
      role.lines.push(line);
    }
  });
  return { rows: table.rows.length, roles: [...gathered.values()].map(({ draft, lines }) => ({ draft, lines })), bad };
}
