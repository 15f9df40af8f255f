import type { SparseTable } from "#app/domain/exposure/title-model.ts";

/** The bytes of base64 text, in a buffer of their own, so that wider arrays can be laid over them. */
export function readBytes(base64: string): ArrayBuffer {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)).buffer;
}

/** Ends of consecutive runs from their lengths, with a leading 0. */
export function startsFrom(lengths: Uint8Array | Uint16Array): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1);
  for (let at = 0; at < lengths.length; at++) starts[at + 1] = (starts[at] ?? 0) + (lengths[at] ?? 0);
  return starts;
}

/** A sparse table from its parts; `values` are decoded by the caller, who knows their scale. */
export function readSparse(
  table: { keys: string; lengths: string; classes: string },
  values: Float32Array,
): SparseTable {
  return {
    keys: new Uint32Array(readBytes(table.keys)),
    starts: startsFrom(new Uint16Array(readBytes(table.lengths))),
    classes: new Uint16Array(readBytes(table.classes)),
    values,
  };
}

/** Weighted counts, kept in fifths. */
export function readCounts(values: string): Float32Array {
  return Float32Array.from(new Uint8Array(readBytes(values)), (value) => value / 5);
}
