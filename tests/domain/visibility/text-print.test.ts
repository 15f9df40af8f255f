import { expect, test } from "vitest";
import { compareTexts } from "#app/domain/visibility/compare-texts.ts";
import { printDistance, textPrint } from "#app/domain/visibility/text-print.ts";
import { numberedProse } from "#tests/builders/a-large-site.ts";

const printed = (text: string) => {
  const print = textPrint(text);
  if (print === null) throw new Error("no words");
  return print;
};

test("the same words have the same print, whatever the spaces and signs between them", () => {
  const text = numberedProse(1, 200);
  expect(printed(text.replaceAll(" ", "\n  ").toUpperCase())).toEqual(printed(text));
  expect(textPrint(" … ")).toBeNull();
});

test("a changed word moves few bits of a print, another text about half", () => {
  for (let number = 0; number < 40; number++) {
    const text = numberedProse(number, 300);
    expect(printDistance(printed(text), printed(text.replace("harbour", "haven")))).toBeLessThanOrEqual(6);
    expect(printDistance(printed(text), printed(numberedProse(number + 100, 300)))).toBeGreaterThan(12);
  }
});

test("a text that is given to one and not to the other is told by its words", () => {
  expect(compareTexts("one two three four", "four three two one").kept).toBe(1);
  expect(compareTexts("pallets and ramps", "casino winner bonus")).toMatchObject({
    kept: 0,
    missing: ["pallets", "ramps"],
  });
  expect(compareTexts("a b", "a b c d e f")).toMatchObject({ kept: 1, added: 2 });
  expect(compareTexts("", "anything")).toMatchObject({ kept: 1 });
});
