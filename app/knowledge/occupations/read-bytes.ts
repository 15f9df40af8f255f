import type { SparseTable } from "#app/domain/exposure/title-model.ts";

/** The bytes of base64 text, in a buffer of their own, so that wider arrays can be laid over them. */
export function readBytes(base64: string): ArrayBuffer {
  return new Uint8Array(Buffer.from(base64, "base64")).buffer;
}

/** Ends of consecutive runs from their lengths, with a leading 0. */
export function startsFrom(lengths: Uint8Array | Uint16Array | Uint32Array): Uint32Array {
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

/** Whole numbers of seven bits a byte, the lowest first; the top bit says that more follow. */
export function readVarints(base64: string): Uint32Array {
  const packed = new Uint8Array(readBytes(base64));
  const numbers = new Uint32Array(packed.length);
  let count = 0;
  let scale = 1;
  let value = 0;
  for (const byte of packed) {
    value += (byte & 127) * scale;
    scale *= 128;
    if (byte >= 128) continue;
    numbers[count++] = value;
    scale = 1;
    value = 0;
  }
  return numbers.slice(0, count);
}

/** Ascending numbers from the gaps between them, each run between two of `starts` for itself. */
export function readGaps(base64: string, starts?: Uint32Array): Uint32Array {
  const numbers = readVarints(base64);
  const runs = starts ?? Uint32Array.of(0, numbers.length);
  for (let run = 0; run + 1 < runs.length; run++) {
    for (let at = (runs[run] ?? 0) + 1; at < (runs[run + 1] ?? 0); at++)
      numbers[at] = (numbers[at] ?? 0) + (numbers[at - 1] ?? 0);
  }
  return numbers;
}

/** A sparse table whose keys and classes are kept as gaps. */
export function readGapped(
  table: { keys: string; lengths: string; classes: string },
  values: Float32Array,
): SparseTable {
  const starts = startsFrom(readVarints(table.lengths));
  return { keys: readGaps(table.keys), starts, classes: Uint16Array.from(readGaps(table.classes, starts)), values };
}
