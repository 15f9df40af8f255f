/** Which sign separates the decimals of a file's numbers. */
export type DecimalSign = "." | ",";

/** Characters; longer cells are no number, and looking at them by pattern would only cost time. */
const longestNumber = 60;

const signs = /[.,]/g;

/** The sign that one number shows before its decimals, or null when it does not tell. */
export function decimalVote(cell: string): DecimalSign | null {
  if (cell.length > longestNumber) return null;
  const found: readonly string[] = cell.match(signs) ?? [];
  const last = found.at(-1) as DecimalSign | undefined;
  if (last === undefined) return null;
  const other = last === "." ? "," : ".";
  if (found.includes(other)) return last;
  if (found.length > 1) return other;
  const tail = cell.slice(cell.lastIndexOf(last) + 1).replace(/\D+$/, "");
  return tail.length === 3 ? null : last;
}

/**
 * The decimal sign that a column of numbers uses: the last of two different signs, or a sign that is not followed by exactly three
 * digits, or one that is there twice and so groups thousands. Null when no number tells.
 */
export function findDecimalSign(cells: readonly string[]): DecimalSign | null {
  const votes = { ".": 0, ",": 0 };
  for (const cell of cells) {
    const vote = decimalVote(cell);
    if (vote !== null) votes[vote] += 1;
  }
  return decimalSignBy(votes["."], votes[","]);
}

/** What the numbers of a file say together; null when they do not tell, or as many say the one as the other. */
export function decimalSignBy(points: number, commas: number): DecimalSign | null {
  return points === commas ? null : points > commas ? "." : ",";
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
