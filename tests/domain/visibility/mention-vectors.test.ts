import { expect, test } from "vitest";
import { findsRightly, mentionVectors } from "#app/bench/mention-vectors.ts";

test("names are found in every script and form, and never inside other words", () => {
  const vectors = mentionVectors();
  expect(vectors.length).toBeGreaterThanOrEqual(130);
  // Sanxingdui is a place; the word segmentation does not know it.
  expect(vectors.filter((vector) => !findsRightly(vector)).map((vector) => vector.text)).toEqual(["三星手机，三星堆"]);
});
