import type { TitleNetwork } from "#app/domain/exposure/title-model.ts";
import type { PackedNetwork } from "#app/knowledge/occupations/read-network.ts";
import { bytes } from "./sparse-table.ts";

/** Weights of a feature in 4 bits each, two in a byte, times a step of its own; the output layer in 8 bits. */
export function packNetwork({ width, rarity, rows, output, bias }: TitleNetwork): PackedNetwork {
  const steps = Float32Array.from(
    rarity,
    (_, bucket) => largest(rows.subarray(bucket * width, (bucket + 1) * width)) / 7,
  );
  const widest = largest(steps);
  const shares = Uint8Array.from(steps, (step) => Math.ceil((step / widest) * 255));
  const halves = Uint8Array.from(rows, (weight, at) => {
    const step = ((shares[Math.floor(at / width)] ?? 0) / 255) * widest;
    return step === 0 ? 8 : Math.round(weight / step) + 8;
  });
  const steepest = largest(output);
  const rarest = largest(rarity);
  return {
    width,
    rarest,
    rarity: bytes(Uint8Array.from(rarity, (value) => Math.round((value / rarest) * 255))),
    widest,
    steps: bytes(shares),
    rows: bytes(
      Uint8Array.from({ length: halves.length / 2 }, (_, at) => (halves[2 * at] ?? 0) * 16 + (halves[2 * at + 1] ?? 0)),
    ),
    steepest,
    output: bytes(Int8Array.from(output, (weight) => Math.round((weight / steepest) * 127))),
    bias: bytes(bias),
  };
}

function largest(values: Float32Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
