import { readFileSync } from "node:fs";
import { markAnswer } from "#app/domain/visibility/answer-marks.ts";
import { readPastedAnswer } from "#app/domain/visibility/read-answer.ts";

/** An answer of a sentence or a few, and whether it recommends Kestrel Freight. */
export type RecommendationCase = {
  readonly language: string;
  readonly kind: string;
  readonly text: string;
  readonly recommended: boolean;
  /** The reader was mended by the tuning half alone; the other tells how good it is. */
  readonly part: "tuning" | "held-out";
};

const brand = { name: "Kestrel Freight", aliases: ["Kestrel"] };
const others = [{ name: "Northbound" }, { name: "Halberd" }];

export function recommendationCases(): readonly RecommendationCase[] {
  return JSON.parse(readFileSync("tests/cases/visibility/recommendations.json", "utf8"));
}

/** Read as an answer that a person pasted, as the app reads it. */
export function tellsRightly({ text, recommended }: RecommendationCase): boolean {
  return markAnswer(readPastedAnswer(text), brand, others).recommended === recommended;
}
