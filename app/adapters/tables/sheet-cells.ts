import { uncomputed } from "#app/domain/workforce/uncomputed-cell.ts";

/** What the cells of a sheet point at: texts that cells share, and which styles are dates. */
export type SheetContext = {
  readonly shared: readonly string[];
  readonly dateStyles: ReadonlySet<number>;
  readonly date1904: boolean;
};

export type SheetRow = {
  readonly row: number;
  readonly cells: readonly { readonly column: number; readonly text: string }[];
};

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

export function plainText(xml: string): string {
  if (!xml.includes("&") && !xml.includes("_x")) return xml;
  return xml
    .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
      if (name !== undefined) return named[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
    })
    .replace(/_x([0-9a-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** The runs of a text together, without the readings that Japanese writers put above them. */
export function richText(xml: string): string {
  const body = xml.includes("<rPh") ? xml.replace(/<rPh\b[\s\S]*?<\/rPh>/g, "") : xml;
  let text = "";
  for (const [, run = ""] of body.matchAll(/<t(?:\s[^>]*)?>([\s\S]*?)<\/t>/g)) text += run;
  return plainText(text);
}

/** `ABC` of a cell's name as a column counted from 0. */
export function columnOf(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

const dayMs = 86_400_000;

function dateText(serial: number, date1904: boolean): string {
  const days = serial + (date1904 ? 1462 : 0);
  const date = new Date(Math.round((days - 25_569) * dayMs));
  return Number.isNaN(date.getTime()) ? String(serial) : date.toISOString().slice(0, 10);
}

function attribute(attributes: string, name: string): string | undefined {
  return new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1];
}

const valueIn = /<v(?:\s[^>]*)?>([\s\S]*?)<\/v>/;
const formulaIn = /<f(?:\s[^>]*)?(?:\/>|>([\s\S]*?)<\/f>)/;

/** What a cell shows. A formula shows its last value; without one, or with an error, the cell is marked `uncomputed`. */
function cellText(attributes: string, body: string, context: SheetContext): string {
  const type = attribute(attributes, "t");
  if (type === "inlineStr") return richText(body);
  const value = valueIn.exec(body)?.[1];
  if (value === undefined) {
    const formula = formulaIn.exec(body);
    return formula === null ? "" : `${uncomputed}=${plainText(formula[1] ?? "")}`;
  }
  if (type === "s") return context.shared[Number(value)] ?? "";
  if (type === "str") return plainText(value);
  if (type === "b") return value === "1" ? "true" : "false";
  if (type === "e") return `${uncomputed}${plainText(value)}`;
  const number = Number(value);
  if (value.trim() === "" || !Number.isFinite(number)) return plainText(value);
  return context.dateStyles.has(Number(attribute(attributes, "s")))
    ? dateText(number, context.date1904)
    : String(number);
}

/** A reference written with entities hides where a cell is; honest writers have no reason to. */
function isOdd(attributes: string): boolean {
  return /\br\s*=\s*["'][^"']*&/.test(attributes);
}

/** The cells of a `<row>`; null when it is written in a way that only hostile writers have. */
export function readRow(attributes: string, body: string, before: number, context: SheetContext): SheetRow | null {
  if (isOdd(attributes)) return null;
  const row = Number(attribute(attributes, "r") ?? before + 1);
  const cells: { column: number; text: string }[] = [];
  let column = -1;
  for (const [, head = "", inner = ""] of body.matchAll(/<c(?=[\s/>])([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
    if (isOdd(head)) return null;
    const letters = /\br\s*=\s*["']([A-Z]{1,7})\d/.exec(head)?.[1];
    column = letters === undefined ? column + 1 : columnOf(letters);
    const text = inner === "" ? "" : cellText(head, inner, context);
    if (text !== "" || letters !== undefined) cells.push({ column, text });
  }
  return { row: Number.isFinite(row) ? row : before + 1, cells };
}
