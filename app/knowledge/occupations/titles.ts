import type { TitleModel } from "#app/domain/exposure/title-model.ts";
import { occupations } from "./index.ts";
import titlesFile from "./packs/titles.json" with { type: "json" };
import { readBytes, readCounts, readGapped, readGaps, readVarints, startsFrom } from "./read-bytes.ts";
import { readNetwork } from "./read-network.ts";
import { titlesFileSchema } from "./titles-schema.ts";
import { wordVectors } from "./word-vectors.ts";

const file = titlesFileSchema.parse(titlesFile);
const onets = file.onets.split(" ");

/** The trained title model. */
export const titles: TitleModel = Object.freeze({
  version: file.version,
  onets,
  names: onets.map((onet) => occupations.byOnet.get(onet)?.title ?? onet),
  known: {
    words: new Uint32Array(readBytes(file.known.words)),
    pieceStarts: startsFrom(new Uint8Array(readBytes(file.known.pieceCounts))),
    pieces: new Uint16Array(readBytes(file.known.pieces)),
    titleStarts: startsFrom(new Uint8Array(readBytes(file.known.titleLengths))),
    titleWords: Uint16Array.from(readVarints(file.known.titleWords)),
    classStarts: startsFrom(new Uint8Array(readBytes(file.known.classCounts))),
    classes: new Uint16Array(readBytes(file.known.classes)),
    counts: new Uint8Array(readBytes(file.known.counts)),
  },
  spelling: {
    keys: readGaps(file.spelling.keys),
    words: new Uint16Array(readBytes(file.spelling.words)),
  },
  network: readNetwork(file.network),
  vectors: wordVectors,
  wordCounts: readGapped(file.wordCounts, readCounts(file.wordCounts.values)),
  combination: file.combination,
  calibration: file.calibration,
  threshold: file.threshold,
});
