import type { PackedHalves } from "#app/knowledge/occupations/read-halves.ts";
import { bytes } from "./sparse-table.ts";

/** Rows of `width` (even) numbers in 4 bits each, two in a byte, times a step of each row's own. */
export function packHalves(rows: Float32Array, width: number): PackedHalves {
  const steps = Float32Array.from(
    { length: rows.length / width },
    (_, row) => largest(rows.subarray(row * width, (row + 1) * width)) / 7,
  );
  const widest = largest(steps);
  const shares = Uint8Array.from(steps, (step) => Math.ceil((step / widest) * 255));
  const halves = Uint8Array.from(rows, (weight, at) => {
    const step = ((shares[Math.floor(at / width)] ?? 0) / 255) * widest;
    return step === 0 ? 8 : Math.round(weight / step) + 8;
  });
  return {
    widest,
    steps: bytes(shares),
    rows: bytes(
      Uint8Array.from({ length: halves.length / 2 }, (_, at) => (halves[2 * at] ?? 0) * 16 + (halves[2 * at + 1] ?? 0)),
    ),
  };
}

/** Numbers in 8 bits each, times one step. */
export function packBytes(values: Float32Array): { readonly steepest: number; readonly values: string } {
  const steepest = largest(values);
  return { steepest, values: bytes(Int8Array.from(values, (value) => Math.round((value / steepest) * 127))) };
}

export function largest(values: Float32Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
