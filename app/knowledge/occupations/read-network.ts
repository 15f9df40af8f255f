import type { z } from "zod";
import type { TitleNetwork } from "#app/domain/exposure/title-model.ts";
import { readBytes } from "./read-bytes.ts";
import { readHalves } from "./read-halves.ts";
import type { titlesFileSchema } from "./titles-schema.ts";

export type PackedNetwork = z.infer<typeof titlesFileSchema>["network"];

export function readNetwork({ width, rarest, ...packed }: PackedNetwork): TitleNetwork {
  return {
    width,
    rarity: Float32Array.from(new Uint8Array(readBytes(packed.rarity)), (value) => (value / 255) * rarest),
    rows: readHalves(packed.rows, width),
    mix: readWeights(packed.mix),
    byMeaning: readWeights(packed.byMeaning),
    hiddenBias: new Float32Array(readBytes(packed.hiddenBias)),
    output: readWeights(packed.output),
    bias: new Float32Array(readBytes(packed.bias)),
  };
}

function readWeights({ steepest, values }: PackedNetwork["mix"]): Float32Array {
  const packed = new Int8Array(readBytes(values));
  const weights = new Float32Array(packed.length);
  for (let at = 0; at < weights.length; at++) weights[at] = ((packed[at] ?? 0) / 127) * steepest;
  return weights;
}
