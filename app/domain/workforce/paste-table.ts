import { columnNames, guessMapping } from "./import-mapping.ts";
import type { RosterTable } from "./read-roster.ts";

/** `12 drivers`, `12 x Driver`, `12× Driver`, `Driver: 12`, `Driver - 12`, `Driver (12)`, `Driver x 12`, and the same with tabs or commas. */
const countFirst = /^(\d[\d.,]*)\s?(?:[x×*]\s?|[\t,;|:]\s?|\s)(.+)$/i;
const countLast = /^(.+?)\s?(?:[\t,;|:]\s?(-?\d[\d.,]*)|(?:\s[x×*–—-]|\()\s?(\d[\d.,]*)\s?\)?)$/i;

/**
 * `Driver, 12, 38000`, and what was meant as such: a last part that is no amount stays a cell, for the reader to refuse. An amount
 * has four digits, or `Driver, 1,200` would be one driver.
 */
const part = String.raw`\s?(?:[\t;|]\s?|,\s|,(?=\p{Sc}?\d{4}))`;
const withPay = new RegExp(
  String.raw`^(.+?)(?:\s?[\t,;|:]\s?)(\d[\d.]*(?:,\d{3})*(?!\d))${part}((?=(?:\D*\d){4})\p{Sc}?\s?\d[\d.,'’ ]*|.*[^\d\s])$`,
  "u",
);

/** Longer lines hold no role; looking at them by pattern would only cost time. */
const longestLine = 600;

/**
 * A list of roles as people paste it, one a line, into a table of title and headcount. A line without a number is one person; a
 * first line of headings is left out. Cells copied from a spreadsheet (tabs, three or more columns) keep their columns.
 */
export function pasteTable(text: string): RosterTable {
  const lines = text.split(/\r\n|\r|\n|\u2028/).map((line, at) => ({ line: at + 1, text: line.trim() }));
  const filled = lines.filter((line) => line.text !== "");
  const wide = filled.filter((line) => line.text.split("\t").length >= 3).length > filled.length / 2;
  if (wide) return wideTable(filled);
  const body = isHeading(filled[0]?.text ?? "") ? filled.slice(1) : filled;
  const rows = body.map((line) => titleAndCount(line.text));
  const paid = rows.some((row) => row.length > 2);
  return {
    headers: paid ? ["title", "headcount", "annual pay"] : ["title", "headcount"],
    rows: paid ? rows.map(([title = "", count = "", pay = ""]) => [title, count, pay]) : rows,
    lines: body.map((line) => line.line),
  };
}

/** Cells beyond are not of a roster. */
const mostColumns = 60;

/** Without a line of headings the first two columns are taken for title and headcount; no line is lost. */
function wideTable(lines: readonly { readonly line: number; readonly text: string }[]): RosterTable {
  const cells = lines.map(({ text }) => text.split("\t").map((cell) => cell.trim()));
  const width = Math.min(mostColumns, Math.max(...cells.map((row) => row.length)));
  const head = cells[0] ?? [];
  const named = guessMapping(columnNames(head)).title !== undefined;
  const headers = Array.from({ length: width }, (_, at) => (named ? head[at] : ["title", "headcount"][at]) ?? "");
  const skipped = named ? 1 : 0;
  return {
    headers,
    rows: cells.slice(skipped).map((row) => headers.map((_, at) => row[at] ?? "")),
    lines: lines.slice(skipped).map(({ line }) => line),
  };
}

function isHeading(line: string): boolean {
  return /^"?(job )?(title|role|position|stelle|funktion)s?"?\s*[\t,;|]/i.test(line);
}

function titleAndCount(line: string): readonly string[] {
  const bare = line.replace(/\s{2,}|\t/g, "\t").replace(/^[-–—*•·]\s/, "");
  if (bare.length > longestLine) return [bare, "1"];
  const paid = withPay.exec(bare);
  if (paid?.[1] !== undefined && paid[2] !== undefined && paid[3] !== undefined) {
    return [paid[1].trim(), paid[2], paid[3].trim()];
  }
  const first = countFirst.exec(bare);
  if (first?.[1] !== undefined && first[2] !== undefined) return [first[2].trim(), first[1]];
  const last = countLast.exec(bare);
  const count = last?.[2] ?? last?.[3];
  if (last?.[1] !== undefined && count !== undefined) return [last[1].trim(), count];
  return [bare, "1"];
}
