import { readBytes } from "./read-bytes.ts";

export type PackedHalves = { readonly widest: number; readonly steps: string; readonly rows: string };

/** Rows of numbers kept in 4 bits each, two in a byte, in steps of each row's own. */
export function readHalves(
  { widest, steps: packedSteps, rows: packedRows }: PackedHalves,
  width: number,
): Float32Array {
  const steps = new Uint8Array(readBytes(packedSteps));
  const halves = new Uint8Array(readBytes(packedRows));
  const rows = new Float32Array(halves.length * 2);
  for (let row = 0; row * width < rows.length; row++) {
    const step = steps[row] ?? 0;
    for (let at = row * width; at < (row + 1) * width; at++) {
      const pair = halves[at >> 1] ?? 0;
      const half = at % 2 === 0 ? pair >> 4 : pair & 15;
      rows[at] = ((half - 8) * widest * step) / 255;
    }
  }
  return rows;
}
