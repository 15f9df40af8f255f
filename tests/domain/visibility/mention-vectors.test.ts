import { expect, test } from "vitest";
import { findsRightly, mentionVectors } from "#app/bench/mention-vectors.ts";

/** What the matcher cannot know: that a Greek letter follows a name without a space, that a shouted word is the ordinary one. */
const known = ["新しいSonyのカメラとSonyα7、それにSonyericsson", "It is free. Free is a French carrier: FREE SHIPPING"];

test("names are found in every script and form, and never inside other words", () => {
  const vectors = mentionVectors();
  expect(vectors.length).toBeGreaterThanOrEqual(315);
  expect(vectors.filter((vector) => !findsRightly(vector)).map((vector) => vector.text)).toEqual(known);
});
