import type { RosterTable } from "./read-roster.ts";

/** `12 drivers`, `12 x Driver`, `12× Driver`, `Driver: 12`, `Driver - 12`, `Driver (12)`, `Driver x 12`, and the same with tabs or commas. */
const countFirst = /^(\d[\d.,]*)\s*(?:[x×*]\s*|[\t,;|:]\s*|\s)(.+)$/i;
const countLast = /^(.+?)\s*(?:[\t,;|:]|\s[x×*–—-]|\(|\s{2,})\s*(\d[\d.,]*)\s*\)?$/i;

/**
 * A list of roles as people paste it, one a line, into a table of title and headcount. A line without a number is one person; a
 * first line of headings is left out. Cells copied from a spreadsheet (tabs, three or more columns) keep their columns.
 */
export function pasteTable(text: string): RosterTable {
  const lines = text.split(/\r\n|\r|\n|\u2028/).map((line, at) => ({ line: at + 1, text: line.trim() }));
  const filled = lines.filter((line) => line.text !== "");
  const wide = filled.filter((line) => line.text.split("\t").length >= 3).length > filled.length / 2;
  if (wide) {
    const [head, ...rest] = filled;
    const headers = (head?.text ?? "").split("\t");
    const rows = rest.map((line) => headers.map((_, at) => (line.text.split("\t")[at] ?? "").trim()));
    return { headers, rows, lines: rest.map((line) => line.line) };
  }
  const body = isHeading(filled[0]?.text ?? "") ? filled.slice(1) : filled;
  return {
    headers: ["title", "headcount"],
    rows: body.map((line) => titleAndCount(line.text)),
    lines: body.map((line) => line.line),
  };
}

function isHeading(line: string): boolean {
  return /^"?(job )?(title|role|position|stelle|funktion)s?"?\s*[\t,;|]/i.test(line);
}

function titleAndCount(line: string): readonly [string, string] {
  const bare = line.replace(/^[-–—*•·]\s+/, "").trim();
  const first = countFirst.exec(bare);
  if (first?.[1] !== undefined && first[2] !== undefined) return [first[2].trim(), first[1]];
  const last = countLast.exec(bare);
  if (last?.[1] !== undefined && last[2] !== undefined) return [last[1].trim(), last[2]];
  return [bare, "1"];
}
