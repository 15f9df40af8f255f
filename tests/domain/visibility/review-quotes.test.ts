import { expect, test } from "vitest";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { markAnswer } from "#app/domain/visibility/answer-marks.ts";
import { readPastedAnswer } from "#app/domain/visibility/read-answer.ts";
import { type Judgement, reviewQuotes } from "#app/domain/visibility/review-quotes.ts";

const answer = (id: string, promptId: string, text: string) => ({
  id,
  promptId,
  on: "2026-11-01" as IsoDate,
  engine: "Perplexity",
  marks: markAnswer(readPastedAnswer(text), { name: "Kestrel" }, []),
});
const judged = (quote: string, over: Partial<Judgement> = {}): Judgement => ({
  quote,
  sentiment: "neutral",
  accuracy: "right",
  correction: null,
  settledOn: null,
  ...over,
});
const answers = [
  answer("1", "a", "Kestrel is in Bremen. (https://x.example/1)"),
  answer("2", "b", "Kestrel  is in BREMEN."),
  answer("3", "b", "Kestrel is fast."),
];

test("a sentence is judged once, wherever it stands", () => {
  const review = reviewQuotes(answers, []);
  expect(review.waiting.map(({ text, answers: said, prompts }) => [text, said, prompts.length])).toEqual([
    ["Kestrel is in Bremen.", 2, 2],
    ["Kestrel is fast.", 1, 1],
  ]);
  expect(review.accuracy).toBeNull();
});

test("wrong and outdated claims are to be put right until they are settled, and cannot tell counts nowhere", () => {
  const wrong = judged("kestrel is in bremen.", { accuracy: "wrong", correction: "It is in Hamburg." });
  const unknown = judged("kestrel is fast.", { accuracy: "cannot-tell", sentiment: "positive" });
  const review = reviewQuotes(answers, [wrong, unknown]);
  expect(review.toPutRight).toMatchObject([{ sources: ["https://x.example/1"], judgement: { accuracy: "wrong" } }]);
  expect(review.accuracy).toMatchObject({ answers: 2, prompts: 2, estimate: { value: 0 } });
  expect(review.sentiment.positive?.estimate.value).toBeCloseTo(1 / 3);
  const settled = reviewQuotes(answers, [{ ...wrong, settledOn: "2026-11-20" as IsoDate }]);
  expect(settled.toPutRight).toEqual([]);
});
