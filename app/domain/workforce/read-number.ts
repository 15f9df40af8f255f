/** Which sign separates the decimals of a file's numbers. */
export type DecimalSign = "." | ",";

/** Characters; longer cells are no number, and looking at them by pattern would only cost time. */
const longestNumber = 60;

const signs = /[.,]/g;

/**
 * The decimal sign that a column of numbers uses: the last of two different signs, or a sign that is not followed by exactly three
 * digits, or one that is there twice and so groups thousands. Null when no number tells.
 */
export function findDecimalSign(cells: readonly string[]): DecimalSign | null {
  const votes = { ".": 0, ",": 0 };
  for (const cell of cells) {
    if (cell.length > longestNumber) continue;
    const found: readonly string[] = cell.match(signs) ?? [];
    const last = found.at(-1) as DecimalSign | undefined;
    if (last === undefined) continue;
    const other = last === "." ? "," : ".";
    const tail = cell.slice(cell.lastIndexOf(last) + 1).replace(/\D+$/, "");
    if (found.includes(other)) votes[last] += 1;
    else if (found.length > 1) votes[other] += 1;
    else if (tail.length !== 3) votes[last] += 1;
  }
  if (votes["."] === votes[","]) return null;
  return votes["."] > votes[","] ? "." : ",";
}

/**
 * A number as people write it: with spaces, apostrophes, points or commas between thousands, a currency sign or code around it.
 * A single sign before three digits groups thousands unless `decimal` says otherwise or a zero stands before it. Null for all else.
 */
export function readNumber(cell: string, decimal: DecimalSign | null = null): number | null {
  if (cell.length > longestNumber) return null;
  const text = cell
    .normalize("NFKC")
    .replace(/^[\p{Sc}\s]*(?:[A-Z]{3}\s)?[\p{Sc}\s]*|[\p{Sc}\s]*(?:\s?[A-Z]{3})?[\p{Sc}\s]*$/gu, "")
    .replace(/[\s'’\u00a0\u202f]/g, "")
    .replace("−", "-");
  if (!/^[-+]?\d[\d.,]*$/.test(text) && !/^[-+]?[.,]\d+$/.test(text)) return null;
  const found: readonly string[] = text.match(signs) ?? [];
  const sign = decimalSignOf(text, found, decimal);
  const plain =
    sign === null ? text.replace(signs, "") : text.replace(sign === "." ? /,/g : /\./g, "").replace(",", ".");
  const number = Number(plain);
  return Number.isFinite(number) ? number : null;
}

function decimalSignOf(text: string, found: readonly string[], decimal: DecimalSign | null): DecimalSign | null {
  const last = found.at(-1) as DecimalSign | undefined;
  if (last === undefined) return null;
  const other = last === "." ? "," : ".";
  if (found.filter((sign) => sign === last).length > 1) return null;
  if (found.includes(other)) return last;
  if (decimal !== null) return decimal === last ? last : null;
  const [head = "", tail = ""] = text.split(last);
  return tail.length === 3 && !/^[-+]?0*$/.test(head) ? null : last;
}
