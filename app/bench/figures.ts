/** One measured figure, with what it should reach and what it rests on. */
export type Figure = {
  readonly name: string;
  readonly value: number | string | boolean;
  /** What the methods ask for, in words: `>= .80`. */
  readonly target?: string;
  /** `recorded` figures come from the last build, with its date and input hash; `measured` ones from this run. */
  readonly basis: "measured" | "recorded";
  readonly note?: string;
};

/** Rows that belong side by side: variants, baselines. All cells are text already. */
export type FigureTable = {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** One area's part of `npm run validate` or `npm run bench`. `data` is the folder given by --data, or null. */
export type FigureModule = {
  figures(options: { readonly data: string | null; readonly full: boolean }): Promise<readonly Figure[]>;
  tables?(options: { readonly data: string | null; readonly full: boolean }): Promise<readonly FigureTable[]>;
};

/** Runs the areas that were asked for (all when none is named) and prints a table, or JSON with --json. */
export async function printFigures(
  areas: Readonly<Record<string, () => Promise<FigureModule>>>,
  argv: readonly string[],
): Promise<void> {
  const dataAt = argv.indexOf("--data");
  const data = dataAt >= 0 ? (argv[dataAt + 1] ?? null) : null;
  const named = argv.filter((arg, at) => !arg.startsWith("--") && at !== dataAt + (dataAt >= 0 ? 1 : argv.length + 1));
  const unknown = named.filter((name) => !Object.hasOwn(areas, name));
  if (unknown.length > 0) throw new Error(`no area ${unknown.join(", ")}; there are ${Object.keys(areas).join(", ")}`);
  const printed: Record<string, readonly Figure[] | readonly FigureTable[]> = {};
  for (const [name, load] of Object.entries(areas)) {
    if (named.length > 0 && !named.includes(name)) continue;
    const area = await load();
    const options = { data, full: argv.includes("--full") };
    const figures = await area.figures(options);
    const tables = (await area.tables?.(options)) ?? [];
    printed[name] = figures;
    if (tables.length > 0) printed[`${name}.tables`] = tables;
    if (!argv.includes("--json"))
      process.stdout.write(`${name}\n${figures.map(asLine).join("\n")}\n\n${tables.map(asTable).join("")}`);
  }
  if (argv.includes("--json")) process.stdout.write(`${JSON.stringify(printed, null, 2)}\n`);
}

function asLine(figure: Figure): string {
  const value =
    typeof figure.value === "number" ? String(Math.round(figure.value * 10_000) / 10_000) : String(figure.value);
  const tail = [figure.basis, figure.note].filter((part) => part !== undefined).join(", ");
  return `  ${figure.name.padEnd(64)} ${value.padStart(12)}  ${(figure.target ?? "").padEnd(18)} ${tail}`;
}

function asTable({ title, head, rows }: FigureTable): string {
  const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map((row) => (row[column] ?? "").length)));
  const line = (cells: readonly string[]) =>
    `  ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd();
  return `  ${title}\n${[head, ...rows].map(line).join("\n")}\n\n`;
}
