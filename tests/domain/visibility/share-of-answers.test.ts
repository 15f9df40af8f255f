import { expect, test } from "vitest";
import { markAnswer } from "#app/domain/visibility/answer-marks.ts";
import { wilson } from "#app/domain/visibility/rate.ts";
import { type Answer, readPastedAnswer } from "#app/domain/visibility/read-answer.ts";
import { type ProbePrompt, shareOfAnswers } from "#app/domain/visibility/share-of-answers.ts";

const brand = { name: "Kestrel Freight", domains: ["kestrelfreight.com"] };
const rival = { name: "Northbound" };

function prompts(count: number): ProbePrompt[] {
  return Array.from({ length: count }, (_, at) => ({ id: `p${at}`, kind: "category", text: `prompt ${at}` }));
}

function answer(promptId: string, text: string, over: Partial<Answer> = {}) {
  return { promptId, marks: markAnswer({ ...readPastedAnswer(text), ...over }, brand, [rival]) };
}

test("counts mentions, citations and recommendations of complete answers, and leaves the others out", () => {
  const share = shareOfAnswers(
    prompts(3),
    [
      answer("p0", "1. Kestrel Freight\n2. Northbound\nSee https://www.kestrelfreight.com/x"),
      answer("p1", "1. Northbound\n2. Kestrel Freight"),
      answer("p2", "Nobody"),
      answer("p2", "Kestrel Freight", { status: "refused" }),
      answer("p2", "Kestrel Freight", { status: "incomplete" }),
    ],
    ["Northbound"],
  );
  expect(share).toMatchObject({ answers: 3, prompts: 3, headline: false });
  expect(share.leftOut).toEqual({ incomplete: 1, refused: 1, failed: 0 });
  expect(share.listRank).toEqual({ mean: 1.5, lists: 2 });
  expect(share.rates.mention?.estimate.value).toBeCloseTo(2 / 3);
  expect(share.rates.citation?.estimate.value).toBeCloseTo(1 / 3);
  expect(share.rates.recommendation?.estimate.value).toBeCloseTo(1 / 3);
  // Two mentions of one's own, two of the other: an address is a citation, not a mention.
  expect(share.rates.shareOfVoice).toMatchObject({ estimate: { value: 0.5 }, answers: 2, prompts: 2 });
  expect(share.others[0]).toMatchObject({ name: "Northbound", distinguishable: false });
});

test("stability is over pairs of answers to one prompt, absorption over sentences that lean on pages", () => {
  const share = shareOfAnswers(
    prompts(2),
    [
      answer("p0", "Kestrel Freight"),
      answer("p0", "Nobody"),
      answer("p0", "Nobody"),
      answer(
        "p1",
        "They clear fast (https://kestrelfreight.com/a). Rates rose (https://n.example/b). Ports were full (https://n.example/b).",
      ),
    ],
    [],
  );
  expect(share.rates.stability?.estimate.value).toBeCloseTo(1 / 3);
  expect(share.rates.absorption?.estimate.value).toBeCloseTo(1 / 3);
  expect(share.rates.citationShare?.estimate.value).toBeCloseTo(1 / 2);
});

test("what the search brought and the answer did not cite is told apart", () => {
  const uncited = ["https://www.kestrelfreight.com/prices"];
  const share = shareOfAnswers(prompts(2), [answer("p0", "x", { uncited }), answer("p1", "y")], []);
  expect(share.rates.retrievedNotCited?.estimate.value).toBe(0.5);
  expect(share.rates.citationShare).toBeNull();
});

test("prompts that name the brand do not count, and there is no headline under twenty prompts", () => {
  const branded: ProbePrompt[] = [{ id: "b", kind: "branded", text: "What is Kestrel Freight?" }];
  const silent = (count: number) => prompts(count).map((prompt) => answer(prompt.id, "Nobody"));
  const share = shareOfAnswers(
    [...branded, ...prompts(20)],
    [answer("b", "Kestrel Freight is a forwarder."), ...silent(20)],
    [],
  );
  expect(share.rates.mention?.estimate.value).toBe(0);
  expect(share.headline).toBe(true);
  expect(share.byPrompt[0]).toMatchObject({ promptId: "b", answers: 1 });
  expect(shareOfAnswers(prompts(19), silent(19), []).headline).toBe(false);
});

test("the order of answers does not matter", () => {
  const given = prompts(12).flatMap((prompt, at) => [
    answer(prompt.id, at % 3 === 0 ? "Kestrel Freight" : "x"),
    answer(prompt.id, at % 4 === 0 ? "Kestrel Freight" : "Northbound"),
  ]);
  expect(shareOfAnswers(prompts(12), [...given].reverse(), ["Northbound"])).toEqual(
    shareOfAnswers(prompts(12), given, ["Northbound"]),
  );
});

test("one prompt gets Wilson’s interval", () => {
  const share = shareOfAnswers(prompts(1), [answer("p0", "Kestrel Freight"), answer("p0", "x")], []);
  expect(share.rates.mention?.estimate).toEqual(wilson(1, 2));
});
