import type { FilePieces, TableLimits, TableWarning } from "#app/services/ports/tables.ts";
import { type MergedCells, mergedCells } from "./merged-cells.ts";
import { type OpenZip, openZip, type ZipLimits } from "./open-zip.ts";
import type { ReadRows, TableShaper } from "./shape-table.ts";
import { plainText, readRow, richText, type SheetContext, type SheetRow } from "./sheet-cells.ts";
import { TableRefused, unreadable } from "./table-refused.ts";

const zipLimits: ZipLimits = { entries: 1000, unpacked: 300 * 1024 * 1024, ratio: 200 };

/** Characters of one row as XML, and of the small parts of a workbook. */
const longestRow = 2_000_000;
const largestPart = 80 * 1024 * 1024;
const rowsAtOnce = 500;

/** Document types are where entity bombs live; no writer of workbooks uses one. */
function refuseEntities(text: string): void {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw unreadable("not-a-workbook");
}

async function wholeText(zip: OpenZip, name: string): Promise<string> {
  const decoder = new TextDecoder("utf-8");
  let text = "";
  for await (const piece of zip.unpack(name)) {
    text += decoder.decode(piece, { stream: true });
    if (text.length > largestPart) throw unreadable("unpacks-too-large");
  }
  refuseEntities(text);
  return withoutPrefixes(text);
}

/** Some writers name every element `x:row`. */
function withoutPrefixes(text: string): string {
  return /^(?:<\?[^>]*>|\s|<!--[\s\S]*?-->)*<\w+:/.test(text) ? text.replace(/(<\/?)\w+:/g, "$1") : text;
}

type Sheet = { readonly name: string; readonly path: string };

async function sheetsOf(zip: OpenZip, workbook: string): Promise<readonly Sheet[]> {
  const relations = await wholeText(zip, "xl/_rels/workbook.xml.rels");
  const targets = new Map<string, string>();
  for (const [tag] of relations.matchAll(/<Relationship\b[^>]*>/g)) {
    const id = /\bId\s*=\s*["']([^"']+)/.exec(tag)?.[1];
    const target = /\bTarget\s*=\s*["']([^"']+)/.exec(tag)?.[1];
    if (id !== undefined && target !== undefined) targets.set(id, target.replace(/^\/?(xl\/)?/, "xl/"));
  }
  return [...workbook.matchAll(/<sheet\s[^>]*>/g)].flatMap(([tag]) => {
    const path = targets.get(/\b\w+:id\s*=\s*["']([^"']+)/.exec(tag)?.[1] ?? "");
    const name = plainText(/\bname\s*=\s*["']([^"']*)/.exec(tag)?.[1] ?? "");
    return path !== undefined && zip.names.includes(path) ? [{ name, path }] : [];
  });
}

/** Number formats that show a day: Excel's own, and those that spell one out. */
function dateStylesOf(styles: string): ReadonlySet<number> {
  const own = new Set([14, 15, 16, 17, 22]);
  for (const [, id, code = ""] of styles.matchAll(/<numFmt\b[^>]*?numFmtId="(\d+)"[^>]*?formatCode="([^"]*)"/g)) {
    if (/[dy]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|&quot;.*?&quot;/g, ""))) own.add(Number(id));
  }
  const formats = /<cellXfs\b[\s\S]*?<\/cellXfs>/.exec(styles)?.[0] ?? "";
  const used = [...formats.matchAll(/<xf\b[^>]*?numFmtId="(\d+)"/g)].map(([, id]) => Number(id));
  return new Set(used.flatMap((format, style) => (own.has(format) ? [style] : [])));
}

/** Goes through a sheet's rows in pieces. */
async function* rowsOf(zip: OpenZip, path: string, context: SheetContext): AsyncGenerator<readonly SheetRow[]> {
  const decoder = new TextDecoder("utf-8");
  const pattern = /<row(?=[\s/>])([^>]*?)(?:\/>|>([\s\S]*?)<\/row>)/g;
  let text = "";
  let row = 0;
  let prefixed: boolean | null = null;
  for await (const piece of zip.unpack(path)) {
    text += decoder.decode(piece, { stream: true });
    prefixed ??= withoutPrefixes(text) !== text;
    refuseEntities(text);
    const end = Math.max(text.lastIndexOf(prefixed ? ":row>" : "</row>"), text.lastIndexOf("/>"));
    const rows: SheetRow[] = [];
    let used = 0;
    const ready = prefixed ? text.replace(/(<\/?)\w+:/g, "$1") : text;
    if (end >= 0) {
      for (const found of ready.matchAll(pattern)) {
        const read = readRow(found[1] ?? "", found[2] ?? "", row, context);
        if (read === null) throw unreadable("not-a-workbook");
        row = read.row;
        used = found.index + found[0].length;
        rows.push(read);
      }
    }
    text = ready.slice(used);
    if (text.length > longestRow) throw unreadable("unpacks-too-large");
    if (rows.length > 0) yield rows;
  }
}

/** What a look at a whole sheet tells before its rows are read: which cells are merged, and whether any is filled. */
async function survey(zip: OpenZip, path: string): Promise<{ readonly filled: boolean; readonly merged: string }> {
  const decoder = new TextDecoder("utf-8");
  let filled = false;
  let merged = "";
  let tail = "";
  for await (const piece of zip.unpack(path)) {
    const text = tail + decoder.decode(piece, { stream: true });
    filled ||= /<(\w+:)?(v|is|f)[\s>/]/.test(text);
    const from = merged === "" ? text.indexOf("mergeCells") : 0;
    if (from >= 0 && merged.length < 1_000_000) merged += merged === "" ? text.slice(from) : text.slice(tail.length);
    tail = text.slice(-64);
  }
  return { filled, merged };
}

async function contextOf(zip: OpenZip, workbook: string): Promise<SheetContext> {
  const strings = await wholeText(zip, "xl/sharedStrings.xml");
  const shared: string[] = [];
  for (const [, body = ""] of strings.matchAll(/<si(?=[\s/>])[^>]*?(?:\/>|>([\s\S]*?)<\/si>)/g))
    shared.push(richText(body));
  const dateStyles = dateStylesOf(await wholeText(zip, "xl/styles.xml"));
  return { shared, dateStyles, date1904: /\bdate1904\s*=\s*["'](1|true)/.test(workbook) };
}

async function wholeFile(pieces: FilePieces): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for (let piece = await pieces(0); piece !== null; piece = await pieces(parts.length)) parts.push(piece);
  return Buffer.concat(parts);
}

/** Reads the first sheet of a workbook that has any filled cell. Formulas give their last stored value and are never computed. */
export async function readXlsx(
  pieces: FilePieces,
  limits: TableLimits,
  shaper: TableShaper,
  take: ReadRows,
): Promise<void> {
  const zip = openZip(await wholeFile(pieces), zipLimits);
  const workbook = await wholeText(zip, "xl/workbook.xml");
  const sheets = await sheetsOf(zip, workbook);
  if (sheets.length === 0) throw unreadable("not-a-workbook");
  const filled: (Sheet & { readonly merged: string })[] = [];
  for (const sheet of sheets) {
    const found = await survey(zip, sheet.path);
    if (found.filled) filled.push({ ...sheet, merged: found.merged });
  }
  const [first] = filled;
  if (first === undefined) throw new TableRefused({ kind: "table-empty" });
  const merges = mergedCells(first.merged);
  let waiting: ReturnType<TableShaper["add"]>[number][] = [];
  for await (const rows of rowsOf(zip, first.path, await contextOf(zip, workbook))) {
    for (const row of rows) waiting.push(...shaper.add(numbered(row, limits, merges)));
    if (waiting.length >= rowsAtOnce) {
      await take(waiting);
      waiting = [];
    }
  }
  const warnings: TableWarning[] = [
    ...(filled.length > 1 ? [{ kind: "more-sheets", read: first.name, others: filled.length - 1 } as const] : []),
    ...(merges.used() > 0 ? [{ kind: "merged-cells", count: merges.used() } as const] : []),
  ];
  shaper.found({ format: "xlsx", encoding: "utf-8", warnings });
  waiting.push(...shaper.end());
  if (waiting.length > 0) await take(waiting);
}

/** Rows may be empty in between; a sheet that reaches ten times as far down as rows are allowed is refused unread. */
function numbered({ row, cells }: SheetRow, limits: TableLimits, merges: MergedCells) {
  if (row > limits.rows * 10) throw new TableRefused({ kind: "too-many-rows", limit: limits.rows });
  const texts: string[] = [];
  for (const { column, text } of cells) {
    if (column >= limits.columns)
      throw new TableRefused({ kind: "too-many-columns", columns: column + 1, limit: limits.columns });
    while (texts.length <= column) texts.push("");
    texts[column] = text;
  }
  const filled = merges.fill(row, texts);
  return { line: row, cells: filled, width: filled.length };
}
