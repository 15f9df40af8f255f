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
