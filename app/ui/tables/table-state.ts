/** What a table shows, as its address says: sort key with `-` for largest first, filter text, page from 1. */
export type TableState = {
  readonly sort: string;
  readonly filter: string;
  readonly page: number;
  readonly size: number;
  /** The other parameters of the address, which every link of the table keeps. */
  readonly kept: readonly (readonly [string, string])[];
};

type Defaults = { sort?: string; size?: number };

const own = new Set(["sort", "filter", "page", "_data", "_routes", "format"]);

/** Reads the state from an address. What is not understood falls back to the default. */
export function tableState(url: string, { sort = "", size = 50 }: Defaults = {}): TableState {
  const { searchParams } = new URL(url, "http://table");
  const page = Number.parseInt(searchParams.get("page") ?? "1", 10);
  return {
    sort: searchParams.get("sort") ?? sort,
    filter: (searchParams.get("filter") ?? "").trim().slice(0, 200),
    page: Number.isFinite(page) && page > 0 ? Math.min(page, 100_000) : 1,
    size,
    kept: [...searchParams].filter(([name]) => !own.has(name)),
  };
}

/** The address of the same table with something changed, as a query string. A change of sort or filter starts at page 1. */
export function tableHref(
  state: TableState,
  change: Partial<Pick<TableState, "sort" | "filter" | "page">> = {},
  format?: string,
): string {
  const next = { ...state, page: change.sort !== undefined || change.filter !== undefined ? 1 : state.page, ...change };
  const query = new URLSearchParams(next.kept.map(([name, value]) => [name, value]));
  if (next.sort !== "") query.set("sort", next.sort);
  if (next.filter !== "") query.set("filter", next.filter);
  if (next.page > 1) query.set("page", String(next.page));
  if (format !== undefined) query.set("format", format);
  return `?${query}`;
}

/** How a row is sorted and found: a comparable value by column key, and the texts that the filter looks at. */
export type Sorting<Row> = {
  readonly by: Readonly<Record<string, (row: Row) => string | number | null>>;
  readonly texts?: (row: Row) => readonly string[];
};

export type TablePage<Row> = { readonly rows: readonly Row[]; readonly total: number };

/** Filters, sorts and cuts rows. Rows without a value come last in both directions; equal rows keep their order. */
export function pageOf<Row>(rows: readonly Row[], state: TableState, sorting: Sorting<Row>): TablePage<Row> {
  const all = filtered(rows, state, sorting);
  const start = (state.page - 1) * state.size;
  return { rows: all.slice(start, start + state.size), total: all.length };
}

/** All rows that the address asks for, in its order: what the CSV of a table holds. */
export function filtered<Row>(rows: readonly Row[], state: TableState, { by, texts }: Sorting<Row>): readonly Row[] {
  const needle = state.filter.toLowerCase();
  const sorted = inOrder(rows, state.sort, by);
  if (needle === "" || texts === undefined) return sorted;
  const said = searchedTexts(rows, texts);
  const found = new Set(rows.filter((_, at) => said[at]?.includes(needle)));
  return sorted.filter((row) => found.has(row));
}

const searched = new WeakMap<readonly unknown[], readonly string[]>();

/** What the filter looks at, row by row. That of a long list is kept with it. */
function searchedTexts<Row>(rows: readonly Row[], texts: (row: Row) => readonly string[]): readonly string[] {
  const before = searched.get(rows);
  if (before !== undefined) return before;
  const said = rows.map((row) => texts(row).join("\n").toLowerCase());
  if (rows.length > long) searched.set(rows, said);
  return said;
}

/** Sorting a list of this length takes longer than looking for it. */
const long = 1_000;
const orders = new WeakMap<readonly unknown[], Map<string, readonly unknown[]>>();

/** The rows in the order of `sort`. That of a long list, which its owner keeps and never changes, is kept with it. */
function inOrder<Row>(rows: readonly Row[], sort: string, by: Sorting<Row>["by"]): readonly Row[] {
  const down = sort.startsWith("-");
  const key = down ? sort.slice(1) : sort;
  const read = Object.hasOwn(by, key) ? by[key] : undefined;
  if (read === undefined) return rows;
  const kept = orders.get(rows) ?? new Map<string, readonly Row[]>();
  const before = kept.get(sort) as readonly Row[] | undefined;
  if (before !== undefined) return before;
  const values = rows.map(read);
  const ranks = ranksOf(values);
  const rank = (value: string | number | null) => (typeof value === "string" ? (ranks.get(value) ?? 0) : value);
  const keyed = rows.map((row, at) => ({ row, value: rank(values[at] ?? null) }));
  const sorted = keyed.sort((a, b) => compare(a.value, b.value, down ? -1 : 1)).map(({ row }) => row);
  if (rows.length > long) orders.set(rows, kept.set(sort, sorted) as Map<string, readonly unknown[]>);
  return sorted;
}

const english = new Intl.Collator("en");

/** Where each text comes in the alphabet, equal ones at the same place: many rows have few texts. */
function ranksOf(values: readonly (string | number | null)[]): ReadonlyMap<string, number> {
  const texts = [...new Set(values.filter((value) => typeof value === "string"))].sort(english.compare);
  const ranks = new Map<string, number>();
  let before: string | null = null;
  let rank = 0;
  for (const text of texts) {
    if (before !== null && english.compare(before, text) !== 0) rank += 1;
    ranks.set(text, rank);
    before = text;
  }
  return ranks;
}

function compare(a: number | null, b: number | null, direction: 1 | -1): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return (a - b) * direction;
}
