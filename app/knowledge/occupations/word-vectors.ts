import type { WordVectors } from "#app/domain/exposure/title-model.ts";
import wordVectorsFile from "./packs/word-vectors.json" with { type: "json" };
import { readGaps } from "./read-bytes.ts";
import { readHalves } from "./read-halves.ts";
import { wordVectorsFileSchema } from "./titles-schema.ts";

const file = wordVectorsFileSchema.parse(wordVectorsFile);

/** What words of general English are like: from GloVe, in fewer numbers. */
export const wordVectors: WordVectors = Object.freeze({
  width: file.width,
  keys: readGaps(file.keys),
  rows: readHalves(file.rows, file.width),
});
