import type { SparseTable } from "#app/domain/exposure/title-model.ts";

/** A table from features with their (class, value) pairs; features without pairs are left out. */
export function tableFrom(
  features: readonly (readonly [number, readonly (readonly [number, number])[]])[],
): SparseTable {
  const kept = features.filter(([, pairs]) => pairs.length > 0).sort((a, b) => a[0] - b[0]);
  const starts = new Uint32Array(kept.length + 1);
  kept.forEach(([, pairs], at) => {
    starts[at + 1] = (starts[at] ?? 0) + pairs.length;
  });
  const pairs = kept.flatMap(([, list]) => [...list].sort((a, b) => a[0] - b[0]));
  return {
    keys: Uint32Array.from(kept, ([key]) => key),
    starts,
    classes: Uint16Array.from(pairs, ([klass]) => klass),
    values: Float32Array.from(pairs, ([, value]) => value),
  };
}

/** Numbers as base64 of their bytes. */
export function bytes(array: Uint32Array | Uint16Array | Uint8Array | Int8Array | Float32Array): string {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString("base64");
}

/** Whole numbers from 0, seven bits a byte, the lowest first; the top bit says that more follow. */
export function varints(numbers: Iterable<number>): string {
  const found: number[] = [];
  for (let rest of numbers) {
    for (; rest >= 128; rest = Math.floor(rest / 128)) found.push((rest % 128) + 128);
    found.push(rest);
  }
  return bytes(Uint8Array.from(found));
}

/** Ascending numbers as the gaps between them, each run between two of `starts` for itself: gaps are small, so they are short. */
export function gaps(ascending: ArrayLike<number>, starts: ArrayLike<number> = [0, ascending.length]): string {
  const found = Array.from(ascending, (value, at) => value - (at === 0 ? 0 : (ascending[at - 1] ?? 0)));
  for (let run = 0; run < starts.length - 1; run++) {
    const from = starts[run] ?? 0;
    if (from < found.length) found[from] = ascending[from] ?? 0;
  }
  return varints(found);
}
