import type { SparseTable, TitleModel } from "#app/domain/exposure/title-model.ts";

/** The title model as it is committed: arrays in base64, weights in 8 bits. `app/knowledge/occupations/read-titles.ts` reads it. */
export function titlesFile(model: TitleModel, version: string, inputHash: string): unknown {
  const steepest = model.linear.values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return {
    pack: "titles",
    version,
    inputHash,
    combination: model.combination.map((weight) => Math.round(weight * 1e4) / 1e4),
    threshold: Math.round(model.threshold * 1e4) / 1e4,
    onets: model.onets.join(" "),
    bias: bytes(model.bias),
    known: {
      words: bytes(model.known.words),
      pieceCounts: bytes(Uint8Array.from(lengths(model.known.pieceStarts))),
      pieces: bytes(model.known.pieces),
      titleLengths: bytes(Uint8Array.from(lengths(model.known.titleStarts))),
      titleWords: bytes(model.known.titleWords),
      classCounts: bytes(Uint8Array.from(lengths(model.known.classStarts))),
      classes: bytes(model.known.classes),
      counts: bytes(model.known.counts),
    },
    // Square roots keep small weights apart in 8 bits.
    linear: {
      steepest,
      ...table(
        model.linear,
        Int8Array.from(model.linear.values, (value) =>
          Math.round(Math.sign(value) * Math.sqrt(Math.abs(value) / steepest) * 127),
        ),
      ),
    },
    wordCounts: table(model.wordCounts, countBytes(model.wordCounts.values)),
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

function bytes(array: Uint32Array | Uint16Array | Uint8Array | Int8Array | Float32Array): string {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString("base64");
}

/** Weighted counts in fifths, 1 to 255. */
export function countBytes(values: Float32Array): Uint8Array {
  return Uint8Array.from(values, (value) => Math.min(255, Math.max(1, Math.round(value * 5))));
}
