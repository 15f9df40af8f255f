import fc from "fast-check";
import { expect, test } from "vitest";
import { eachOnce, notAskedIn, questionKey } from "#app/domain/visibility/same-question.ts";

test.each([
  ["Who ships?", "  who\u00a0 SHIPS ?!"],
  ["Who ships?", "Who ships\uff1f"],
  ["Who ships?", "\u200fWho\u200b ships\u2026"],
  ["Wer prüft Behälter?", "Wer pru\u0308ft Beha\u0308lter"],
  ["من يشحن؟", "من يشحن"],
  ["谁运货？", "谁运货。"],
  ["Who loves ❤\ufe0f?", "who loves ❤"],
])("%j asks the same as %j", (one, other) => {
  expect(questionKey(one)).toBe(questionKey(other));
});

test.each([
  ["Who knows C#?", "Who knows C?"],
  ["Who ships pianos?", "Who ships a piano?"],
  ["Who ships (by sea)?", "Who ships by sea?"],
  ["???", "!!!"],
])("%j does not ask the same as %j", (one, other) => {
  expect(questionKey(one)).not.toBe(questionKey(other));
});

test("each question once, in its first wording and whatever its kind, in the order given", () => {
  const prompts = [
    { id: "a", kind: "category", text: "Who ships?" },
    { id: "b", kind: "category", text: "Who packs?" },
    { id: "c", kind: "problem", text: "who ships" },
  ];
  expect(eachOnce(prompts).map(({ id }) => id)).toEqual(["a", "b"]);
  expect(notAskedIn(prompts, [{ text: "WHO SHIPS ?" }]).map(({ id }) => id)).toEqual(["b"]);
});

test("a key asks the same as what it was made of, and what is once is not made fewer again", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme", maxLength: 12 })), (texts) => {
      for (const text of texts) expect(questionKey(questionKey(text))).toBe(questionKey(text));
      const once = eachOnce(texts.map((text) => ({ text })));
      expect(eachOnce(once)).toEqual(once);
      expect(
        notAskedIn(
          texts.map((text) => ({ text })),
          once,
        ),
      ).toEqual([]);
    }),
  );
});
