import { expect, test } from "vitest";
import { findsRightly, mentionVectors } from "#app/bench/mention-vectors.ts";

/** What the matcher cannot know: the other Chinese script, stems that change inside, a name of two words in which both change. */
const known = [
  "華為手機很受歡迎",
  "Sklep Biedronki jest blisko, a w Biedronce taniej",
  "Fordun arabaları ve Fordham için",
  "του Ελληνικού Δρόμου",
  "Почтой России отправили",
];

test("names are found in every script and form, and never inside other words", () => {
  const vectors = mentionVectors();
  expect(vectors.length).toBeGreaterThanOrEqual(210);
  expect(vectors.filter((vector) => !findsRightly(vector)).map((vector) => vector.text)).toEqual(known);
});
