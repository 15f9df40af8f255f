import { expect, test } from "vitest";
import { tablesOf } from "#app/domain/visibility/answer-tables.ts";

test("tables are told from the text around them, with or without outer bars", () => {
  const { tables, rest } = tablesOf("Here:\n\n| A | B |\n|:--|--:|\n| **1** | 2 |\n\nC | D\n--- | ---\n3 | 4\nEnd.");
  expect(tables).toEqual([
    { head: ["A", "B"], rows: [["1", "2"]] },
    { head: ["C", "D"], rows: [["3", "4"]] },
  ]);
  expect(rest.split("\n").filter((line) => line !== "")).toEqual(["Here:", "End."]);
});

test("a bar in a sentence, or over a line that is no rule, makes no table", () => {
  for (const text of ["a | b", "a | b\nc | d", "a | b\n---", "---\n| a |"]) expect(tablesOf(text).tables).toEqual([]);
});
