/** A table of an answer in Markdown: its head and its rows, cell by cell, without their marks. */
export type AnswerTable = { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

const mostCells = 30;
const mostRows = 200;

/** The tables of a text, and the lines that stand outside them. A table is a line of cells above a line of dashes, and what follows in cells. */
export function tablesOf(text: string): { readonly tables: readonly AnswerTable[]; readonly rest: string } {
  const lines = text.split("\n");
  const tables: AnswerTable[] = [];
  const rest: string[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? "";
    at += 1;
    if (!line.includes("|") || !isRule(lines[at] ?? "")) {
      rest.push(line);
      continue;
    }
    at += 1;
    const rows: string[][] = [];
    while (at < lines.length && (lines[at] ?? "").includes("|")) {
      if (rows.length < mostRows) rows.push(cellsOf(lines[at] ?? ""));
      at += 1;
    }
    tables.push({ head: cellsOf(line), rows });
    // What stands before a table is not right before what stands after it.
    rest.push("");
  }
  return { tables, rest: rest.join("\n") };
}

function cellsOf(line: string): string[] {
  const inner = line.trim().replace(/^\|/, "").replace(/\|$/, "");
  return inner
    .split("|")
    .slice(0, mostCells)
    .map((cell) => cell.replace(/\*\*|__|`/g, "").trim());
}

function isRule(line: string): boolean {
  return line.includes("-") && line.includes("|") && cellsOf(line).every((cell) => /^:?-{1,60}:?$/.test(cell));
}
