import type { Table } from "#app/services/ports/tables.ts";

export type Decoded = { readonly text: string; readonly encoding: Table["encoding"]; readonly guessed: boolean };

function decode(bytes: Uint8Array, encoding: Table["encoding"]): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Share of zero bytes at even or odd places: a UTF-16 text without a mark has many on one side. */
function zeroShare(bytes: Uint8Array, parity: 0 | 1): number {
  let zeros = 0;
  const end = Math.min(bytes.length, 4096);
  for (let at: number = parity; at < end; at += 2) if (bytes[at] === 0) zeros += 1;
  return zeros / Math.max(1, end / 2);
}

/**
 * The text of a file, or null when it is none. A byte-order mark decides, then valid UTF-8, then UTF-16 by its zeros, and at last
 * Windows-1252, which Excel writes in western Europe: that one is a guess, because every byte string is valid in it.
 */
export function decodeText(bytes: Uint8Array): Decoded | null {
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
  const unmarked = zeroShare(bytes, 1) > 0.7 ? "utf-16le" : zeroShare(bytes, 0) > 0.7 ? "utf-16be" : null;
  const wide = mark ?? unmarked;
  if (wide !== null) {
    const text = decode(bytes, wide);
    return text === null ? null : { text, encoding: wide, guessed: mark === null };
  }
  if (bytes.includes(0)) return null;
  const utf8 = decode(bytes, "utf-8");
  if (utf8 !== null) return isText(utf8) ? { text: utf8, encoding: "utf-8", guessed: false } : null;
  const western = decode(bytes, "windows-1252") ?? "";
  return isText(western) ? { text: western, encoding: "windows-1252", guessed: true } : null;
}

/** A handful of stray control characters is text; more is something else under the name of a text. */
function isText(text: string): boolean {
  const sample = text.slice(0, 8192);
  let odd = 0;
  for (let at = 0; at < sample.length; at++) {
    const code = sample.charCodeAt(at);
    if (code < 32 && code !== 9 && code !== 10 && code !== 13) odd += 1;
  }
  return odd <= sample.length / 100;
}
