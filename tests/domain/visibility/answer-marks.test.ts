import { expect, test } from "vitest";
import { markAnswer } from "#app/domain/visibility/answer-marks.ts";
import { placeIn } from "#app/domain/visibility/list-rank.ts";
import { readPastedAnswer } from "#app/domain/visibility/read-answer.ts";
import { quotableSentences, quoteKey } from "#app/domain/visibility/sentences.ts";

const brand = { name: "Kestrel Freight", domains: ["kestrelfreight.com"] };
const others = [{ name: "Northbound" }, { name: "Halberd" }];

test("the place in a list counts its items, not its lines", () => {
  expect(placeIn("Options:\n1. Northbound\n   - cheap\n2. Kestrel Freight: reliable\n", brand)?.place).toBe(2);
  expect(placeIn("Kestrel Freight is good.", brand)).toBeNull();
});

test("a recommendation is a first place or a sentence that says so of the brand", () => {
  const marks = (text: string) => markAnswer(readPastedAnswer(text), brand, others).recommended;
  expect(marks("1. Kestrel Freight\n2. Northbound")).toBe(true);
  expect(marks("We recommend Kestrel Freight.")).toBe(true);
  expect(marks("We don't recommend Kestrel Freight.")).toBe(false);
  expect(marks("We recommend Northbound. Kestrel Freight is another.")).toBe(false);
});

test("pages of others carry the names that stand in the sentence that leans on them", () => {
  const text = "Northbound is large (https://list.example/a). Kestrel Freight is near (https://kestrelfreight.com/b).";
  const marks = markAnswer(readPastedAnswer(text), brand, others);
  expect(marks.pages).toEqual([{ url: "https://list.example/a", domain: "list.example", names: [0] }]);
  expect(marks).toMatchObject({ ownCitations: 1, citations: 2, ownSentences: 1, citedSentences: 2 });
});

test("quotes are the sentences that name the brand, without list marks and addresses", () => {
  const text =
    "- **Kestrel Freight** clears fast ([kestrelfreight.com](https://kestrelfreight.com/a)).\n- Others exist.";
  expect(markAnswer(readPastedAnswer(text), brand, others).quotes).toEqual(["Kestrel Freight clears fast."]);
  expect(quotableSentences("First one. Second one! 3 more? yes")).toEqual(["First one.", "Second one!", "3 more? yes"]);
  expect(quoteKey("  Kestrel   is NEAR. ")).toBe("kestrel is near.");
});

test("a citation is no mention: its marker says nothing about the brand", () => {
  const cited = "Rates rose ([kestrelfreight.com](https://kestrelfreight.com/rates)). See https://kestrelfreight.com/a";
  expect(markAnswer(readPastedAnswer(cited), brand, others)).toMatchObject({
    mentioned: false,
    cited: true,
    quotes: [],
  });
  const worded = "Rates rose, says [Kestrel Freight](https://kestrelfreight.com/rates).";
  expect(markAnswer(readPastedAnswer(worded), brand, others)).toMatchObject({ mentioned: true, cited: true });
});
