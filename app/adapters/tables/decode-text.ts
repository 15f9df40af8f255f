import type { FilePieces, Table, TableWarning } from "#app/services/ports/tables.ts";

/** What the bytes of a text say about its letters. */
export type Encoding = {
  readonly name: Table["encoding"];
  /** Nothing but the bytes spoke for it. */
  readonly guessed: boolean;
  /** UTF-8 with stray bytes of Windows-1252. */
  readonly mixed: boolean;
  readonly zeroBytes: number;
};

/** Share of zero bytes at even or odd places: a UTF-16 text without a mark has many on one side. */
function zeroShare(bytes: Uint8Array, parity: 0 | 1): number {
  let zeros = 0;
  const end = Math.min(bytes.length, 4096);
  for (let at: number = parity; at < end; at += 2) if (bytes[at] === 0) zeros += 1;
  return zeros / Math.max(1, end / 2);
}

/** Bytes that follow the first one of a UTF-8 letter; 0 where none can begin with it. */
function following(first: number): number {
  if (first >= 0xc2 && first <= 0xdf) return 1;
  if (first >= 0xe0 && first <= 0xef) return 2;
  return first >= 0xf0 && first <= 0xf4 ? 3 : 0;
}

/** Whether a whole letter of several bytes begins at `at`; null where the bytes end too early to tell. */
function letterAt(bytes: Uint8Array, at: number): number | null {
  const more = following(bytes[at] ?? 0);
  for (let next = at + 1; next <= at + more; next++) {
    const byte = bytes[next];
    if (byte === undefined) return null;
    if (byte < 0x80 || byte > 0xbf) return 0;
  }
  return more;
}

/** Counts letters of several bytes and bytes that belong to none; `rest` is where the bytes end within a letter. */
function countLetters(bytes: Uint8Array): { whole: number; stray: number; rest: number } {
  let whole = 0;
  let stray = 0;
  for (let at = 0; at < bytes.length; at++) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    const more = letterAt(bytes, at);
    if (more === null) return { whole, stray, rest: at };
    if (more === 0) stray += 1;
    else whole += 1;
    at += more;
  }
  return { whole, stray, rest: bytes.length };
}

const sampleSize = 8192;

/** A handful of stray control characters is text; more is something else under the name of a text. */
function isText(sample: string): boolean {
  let odd = 0;
  for (let at = 0; at < sample.length; at++) {
    const code = sample.charCodeAt(at);
    if (code < 32 && code !== 9 && code !== 10 && code !== 13) odd += 1;
  }
  return odd <= 2 + sample.length / 100;
}

/**
 * How the letters of a file are written, or null when it is no text. A byte-order mark decides, then UTF-16 by its zeros, then
 * UTF-8, also where a few letters were pasted in from Windows-1252, and at last that one: every byte string is valid in it.
 */
export async function findEncoding(pieces: FilePieces): Promise<Encoding | null> {
  const first = (await pieces(0)) ?? new Uint8Array();
  const mark =
    first[0] === 0xff && first[1] === 0xfe ? "utf-16le" : first[0] === 0xfe && first[1] === 0xff ? "utf-16be" : null;
  const unmarked = zeroShare(first, 1) > 0.7 ? "utf-16le" : zeroShare(first, 0) > 0.7 ? "utf-16be" : null;
  const wide = mark ?? unmarked;
  if (wide !== null) {
    const sample = new TextDecoder(wide).decode(first.subarray(0, sampleSize - (sampleSize % 2)));
    return isText(sample) ? { name: wide, guessed: mark === null, mixed: false, zeroBytes: 0 } : null;
  }
  const counts = { whole: 0, stray: 0, zeros: 0, size: 0 };
  let carried = new Uint8Array();
  for (let part = 0, piece: Uint8Array | null = first; piece !== null; piece = await pieces(++part)) {
    const bytes = carried.length === 0 ? piece : Buffer.concat([carried, piece]);
    const { whole, stray, rest } = countLetters(bytes);
    counts.whole += whole;
    counts.stray += stray;
    counts.size += piece.length;
    for (let at = piece.indexOf(0); at >= 0; at = piece.indexOf(0, at + 1)) counts.zeros += 1;
    carried = Uint8Array.from(bytes.subarray(rest));
  }
  counts.stray += carried.length;
  if (counts.zeros > 2 + counts.size / 1000) return null;
  const mixed = counts.stray > 0 && counts.whole > counts.stray;
  const name = counts.stray === 0 || mixed ? "utf-8" : "windows-1252";
  if (!isText(new TextDecoder(name).decode(first.subarray(0, sampleSize)))) return null;
  return { name, guessed: name === "windows-1252", mixed, zeroBytes: counts.zeros };
}

/** Turns pieces of bytes into pieces of text; `strayLines` fills with the lines that hold letters of another encoding. */
export type Decoder = { text(bytes: Uint8Array): string; end(): string; readonly warnings: () => TableWarning[] };

export function decoderOf(encoding: Encoding): Decoder {
  const { name, guessed, mixed, zeroBytes } = encoding;
  const strays = { count: 0, lines: [] as number[], line: 1 };
  const decode = mixed ? mixedDecoder(strays) : plainDecoder(name);
  const clean = (text: string) => (zeroBytes === 0 ? text : text.replaceAll("\u0000", ""));
  return {
    text: (bytes) => clean(decode(bytes, false)),
    end: () => clean(decode(new Uint8Array(), true)),
    warnings: () => [
      ...(guessed ? [{ kind: "encoding-guessed", encoding: name } as const] : []),
      ...(strays.count > 0 ? [{ kind: "encoding-mixed", lines: strays.lines, count: strays.count } as const] : []),
      ...(zeroBytes > 0 ? [{ kind: "zero-bytes", count: zeroBytes } as const] : []),
    ],
  };
}

function plainDecoder(name: string): (bytes: Uint8Array, last: boolean) => string {
  const decoder = new TextDecoder(name);
  return (bytes, last) => decoder.decode(bytes, { stream: !last });
}

const mostLinesNamed = 20;

function mixedDecoder(strays: { count: number; lines: number[]; line: number }) {
  const utf8 = new TextDecoder("utf-8");
  const western = new TextDecoder("windows-1252");
  let carried = new Uint8Array();
  return (piece: Uint8Array, last: boolean): string => {
    const bytes = carried.length === 0 ? piece : Buffer.concat([carried, piece]);
    let text = "";
    let from = 0;
    let at = 0;
    for (; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      if (byte === 10) strays.line += 1;
      if (byte < 0x80) continue;
      const more = letterAt(bytes, at);
      if (more === null && !last) break;
      if (more) {
        at += more;
        continue;
      }
      text += utf8.decode(bytes.subarray(from, at)) + western.decode(bytes.subarray(at, at + 1));
      from = at + 1;
      if (strays.lines.at(-1) !== strays.line) {
        strays.count += 1;
        if (strays.lines.length < mostLinesNamed) strays.lines.push(strays.line);
      }
    }
    carried = Uint8Array.from(bytes.subarray(at));
    return text + utf8.decode(bytes.subarray(from, at));
  };
}
