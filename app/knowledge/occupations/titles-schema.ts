import { z } from "zod";
import { base64, table } from "./schema.ts";

const halves = z.object({ widest: z.number().positive(), steps: base64, rows: base64 });
const weights = z.object({ steepest: z.number().positive(), values: base64 });

/** `packs/titles.json`: the trained title model, hashed features and weights only. */
export const titlesFileSchema = z.object({
  pack: z.string(),
  version: z.string(),
  inputHash: z.string(),
  combination: z.array(z.number()),
  calibration: z.object({ slope: z.number().positive(), offset: z.number() }),
  threshold: z.number().min(0).max(1),
  onets: z.string(),
  known: z.object({
    words: base64,
    pieceCounts: base64,
    pieces: base64,
    titleLengths: base64,
    titleWords: base64,
    classCounts: base64,
    classes: base64,
    counts: base64,
  }),
  spelling: z.object({ keys: base64, words: base64 }),
  network: z.object({
    width: z.number().int().positive(),
    rarest: z.number().positive(),
    rarity: base64,
    rows: halves,
    mix: weights,
    byMeaning: weights,
    hiddenBias: base64,
    output: weights,
    bias: base64,
  }),
  wordCounts: table,
});

/** `packs/word-vectors.json`: what hashed words of general English are like. */
export const wordVectorsFileSchema = z.object({
  pack: z.string(),
  source: z.string(),
  licence: z.string(),
  retrieved: z.iso.date(),
  width: z.number().int().positive(),
  keys: base64,
  rows: halves,
});
