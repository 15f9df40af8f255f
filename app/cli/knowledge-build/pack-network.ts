import type { TitleNetwork } from "#app/domain/exposure/title-model.ts";
import type { PackedNetwork } from "#app/knowledge/occupations/read-network.ts";
import { largest, packBytes, packHalves } from "./pack-halves.ts";
import { bytes } from "./sparse-table.ts";

/** The many weights of features in 4 bits each, those of the other layers in 8. */
export function packNetwork({ width, rarity, rows, hiddenBias, bias, ...layers }: TitleNetwork): PackedNetwork {
  const rarest = largest(rarity);
  return {
    width,
    rarest,
    rarity: bytes(Uint8Array.from(rarity, (value) => Math.round((value / rarest) * 255))),
    rows: packHalves(rows, width),
    mix: packBytes(layers.mix),
    byMeaning: packBytes(layers.byMeaning),
    hiddenBias: bytes(hiddenBias),
    output: packBytes(layers.output),
    bias: bytes(bias),
  };
}
