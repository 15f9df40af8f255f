import type { SparseTable, TitleModel } from "#app/domain/exposure/title-model.ts";
import type { PackedNetwork } from "#app/knowledge/occupations/read-network.ts";
import { bytes, gaps, varints } from "./sparse-table.ts";

/** The title model as it is committed: arrays in base64, ascending ones as gaps. `app/knowledge/occupations/titles.ts` reads it. */
export function titlesFile(model: TitleModel, network: PackedNetwork, version: string, inputHash: string): unknown {
  return {
    pack: "titles",
    version,
    inputHash,
    combination: model.combination.map((weight) => Math.round(weight * 1e4) / 1e4),
    calibration: {
      slope: Math.round(model.calibration.slope * 1e4) / 1e4,
      offset: Math.round(model.calibration.offset * 1e4) / 1e4,
    },
    threshold: Math.round(model.threshold * 1e4) / 1e4,
    onets: model.onets.join(" "),
    known: {
      words: bytes(model.known.words),
      pieceCounts: bytes(Uint8Array.from(lengths(model.known.pieceStarts))),
      pieces: bytes(model.known.pieces),
      titleLengths: bytes(Uint8Array.from(lengths(model.known.titleStarts))),
      titleWords: varints(model.known.titleWords),
      classCounts: bytes(Uint8Array.from(lengths(model.known.classStarts))),
      classes: bytes(model.known.classes),
      counts: bytes(model.known.counts),
    },
    spelling: { keys: gaps(model.spelling.keys), words: bytes(model.spelling.words) },
    network,
    wordCounts: {
      keys: gaps(model.wordCounts.keys),
      lengths: varints(lengths(model.wordCounts.starts)),
      classes: gaps(model.wordCounts.classes, model.wordCounts.starts),
      values: bytes(countBytes(model.wordCounts.values)),
    },
  };
}

/** Hashed features with class numbers; `values` in one byte each. */
export function table(sparse: SparseTable, values: Int8Array | Uint8Array): Readonly<Record<string, string>> {
  return {
    keys: bytes(sparse.keys),
    lengths: bytes(Uint16Array.from(lengths(sparse.starts))),
    classes: bytes(sparse.classes),
    values: bytes(values),
  };
}

function lengths(starts: Uint32Array): readonly number[] {
  return [...starts.subarray(1)].map((end, at) => end - (starts[at] ?? 0));
}

/** Weighted counts in fifths, 1 to 255. */
export function countBytes(values: Float32Array): Uint8Array {
  return Uint8Array.from(values, (value) => Math.min(255, Math.max(1, Math.round(value * 5))));
}
