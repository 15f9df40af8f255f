import { expect, test } from "vitest";
import { formatsFor } from "#app/strings/format.ts";
import { expectedWords } from "#app/ui/learning/effect-words.ts";

const f = formatsFor("en-GB", "UTC");

test("an interval of a share ends at all of it, at nothing or at twice as long, and others are left as they are", () => {
  const wide = { value: 0.85, low: -1.2, high: 1.08 };
  expect(expectedWords(f, wide, "probability")).toBe("85% (0% – 100%)");
  expect(expectedWords(f, wide, "relative")).toBe("85% (-100% – 100%)");
  expect(expectedWords(f, wide, "smd")).toBe("0.85 (-1.20 – 1.08)");
});
