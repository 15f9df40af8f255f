import { expect, test } from "vitest";
import { fillText } from "#app/domain/work-products/fill-text.ts";
import type { Given } from "#app/domain/work-products/given.ts";
import { obligations } from "#app/knowledge/obligations/index.ts";
import { documentWords } from "#app/services/work-products/document-words.ts";

const given = { obligations, assessment: { asOf: obligations.asOf } } as unknown as Given;
const written = (text: string) => fillText(text, given, null, documentWords("en-GB", "UTC"));

test("a figure stands as its law says it, and leads to the duty", () => {
  expect(written("At least {due:us-nyc.notice|ten business days} before use.")).toEqual([
    { text: "At least " },
    { text: "ten business days", from: { kind: "law", duty: "us-nyc.notice" } },
    { text: " before use." },
  ]);
});

test("a figure that nobody read in a text quoting the law is marked for counsel, with its source and how it was checked", () => {
  const [, figure] = written("In China {due:cn-pipl.55|three years}.");
  expect(figure).toMatchObject({
    text: "three years (to be checked by counsel: PIPL Art. 55-56, written from memory)",
  });
});
