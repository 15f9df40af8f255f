import { readFileSync } from "node:fs";
import { findMentions, type Named } from "#app/domain/visibility/find-mentions.ts";

/** A text, a name, and how often the text names it. */
export type MentionVector = {
  readonly kind: string;
  readonly brand: Named;
  readonly text: string;
  readonly count: number;
  readonly confidence?: "high" | "low";
};

export function mentionVectors(): readonly MentionVector[] {
  return JSON.parse(readFileSync("tests/cases/visibility/mentions.json", "utf8"));
}

export function findsRightly({ brand, text, count, confidence }: MentionVector): boolean {
  const found = findMentions(text, brand, []);
  return found.count === count && (confidence === undefined || found.confidence === confidence);
}
