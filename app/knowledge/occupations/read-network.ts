import type { z } from "zod";
import type { TitleNetwork } from "#app/domain/exposure/title-model.ts";
import { readBytes } from "./read-bytes.ts";
import type { titlesFileSchema } from "./schema.ts";

export type PackedNetwork = z.infer<typeof titlesFileSchema>["network"];

/** Two feature weights to a byte, in steps of the feature's own. */
export function readNetwork({ width, rarest, widest, steepest, ...packed }: PackedNetwork): TitleNetwork {
  const steps = new Uint8Array(readBytes(packed.steps));
  const halves = new Uint8Array(readBytes(packed.rows));
  const rows = new Float32Array(halves.length * 2);
  for (let at = 0; at < rows.length; at++) {
    const pair = halves[at >> 1] ?? 0;
    const half = at % 2 === 0 ? pair >> 4 : pair & 15;
    rows[at] = ((half - 8) * widest * (steps[Math.floor(at / width)] ?? 0)) / 255;
  }
  return {
    width,
    rarity: Float32Array.from(new Uint8Array(readBytes(packed.rarity)), (value) => (value / 255) * rarest),
    rows,
    output: Float32Array.from(new Int8Array(readBytes(packed.output)), (value) => (value / 127) * steepest),
    bias: new Float32Array(readBytes(packed.bias)),
  };
}
