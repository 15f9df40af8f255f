import { expect, test } from "vitest";
import { normalDraw, randomFrom } from "#app/domain/kernel/random.ts";
import { readPastedAnswer } from "#app/domain/visibility/read-answer.ts";
import {
  clusterInterval,
  listRank,
  type ProbePrompt,
  pairedPermutation,
  shareOfAnswers,
  wilson,
} from "#app/domain/visibility/share-of-answers.ts";

const brand = { name: "Kestrel Freight", domains: ["kestrelfreight.com"] };
const rival = { name: "Northbound" };

function prompts(count: number): ProbePrompt[] {
  return Array.from({ length: count }, (_, at) => ({ id: `p${at}`, kind: "category", text: `prompt ${at}` }));
}

function answer(promptId: string, text: string) {
  return { promptId, answer: readPastedAnswer(text) };
}

test("counts mentions, citations and recommendations of complete answers, and leaves the others out", () => {
  const share = shareOfAnswers(
    prompts(3),
    [
      answer("p0", "1. Kestrel Freight\n2. Northbound\nSee https://www.kestrelfreight.com/x"),
      answer("p1", "1. Northbound\n2. Kestrel Freight"),
      answer("p2", "Nobody"),
      { promptId: "p2", answer: { ...readPastedAnswer("Kestrel Freight"), status: "refused" } },
    ],
    brand,
    [rival],
  );
  expect(share).toMatchObject({ answers: 3, prompts: 3, leftOut: { refused: 1 }, meanListRank: 1.5, headline: false });
  expect(share.mention?.estimate.value).toBeCloseTo(2 / 3);
  expect(share.citation?.estimate.value).toBeCloseTo(1 / 3);
  expect(share.recommendation?.estimate.value).toBeCloseTo(1 / 3);
  expect(share.others[0]).toMatchObject({ name: "Northbound", distinguishable: false });
});

test("prompts that name the brand do not count, and there is no headline under twenty prompts", () => {
  const branded: ProbePrompt[] = [{ id: "b", kind: "branded", text: "What is Kestrel Freight?" }];
  const share = shareOfAnswers(
    [...branded, ...prompts(20)],
    [answer("b", "Kestrel Freight is a forwarder."), ...prompts(20).map((prompt) => answer(prompt.id, "Nobody"))],
    brand,
    [],
  );
  expect(share.mention?.estimate.value).toBe(0);
  expect(share.headline).toBe(true);
  expect(
    shareOfAnswers(
      prompts(19),
      prompts(19).map((prompt) => answer(prompt.id, "x")),
      brand,
      [],
    ).headline,
  ).toBe(false);
});

test("the order of answers does not matter", () => {
  const given = prompts(12).flatMap((prompt, at) => [
    answer(prompt.id, at % 3 === 0 ? "Kestrel Freight" : "x"),
    answer(prompt.id, at % 4 === 0 ? "Kestrel Freight" : "x"),
  ]);
  expect(shareOfAnswers(prompts(12), [...given].reverse(), brand, [rival])).toEqual(
    shareOfAnswers(prompts(12), given, brand, [rival]),
  );
});

test("one prompt gets Wilson's interval", () => {
  expect(wilson(0, 5).high).toBeCloseTo(0.4345, 3);
  expect(wilson(5, 5)).toMatchObject({ value: 1, high: 1 });
  const share = shareOfAnswers(prompts(1), [answer("p0", "Kestrel Freight"), answer("p0", "x")], brand, []);
  expect(share.mention?.estimate).toEqual(wilson(1, 2));
});

test("the interval over prompts covers the truth where runs resemble each other", () => {
  const random = randomFrom(7);
  let covered = 0;
  const worlds = 300;
  for (let world = 0; world < worlds; world++) {
    const sums = Array.from({ length: 30 }, () => {
      const chance = 1 / (1 + Math.exp(-(-0.5 + 1.5 * normalDraw(random))));
      return { hit: Array.from({ length: 5 }, () => Number(random() < chance)).reduce((a, b) => a + b, 0), of: 5 };
    });
    const value = sums.reduce((total, each) => total + each.hit, 0) / 150;
    const { low, high } = clusterInterval(sums, value);
    // The mean of the logistic-normal chance above, integrated numerically.
    if (low <= 0.4023 && 0.4023 <= high) covered += 1;
  }
  expect(covered / worlds).toBeGreaterThan(0.91);
  expect(covered / worlds).toBeLessThan(0.985);
});

test("a difference that flips with the coin is not distinguishable, a steady one is", () => {
  expect(pairedPermutation([0.2, -0.2, 0.4, -0.4, 0, 0])).toBeGreaterThan(0.5);
  expect(pairedPermutation(Array.from({ length: 15 }, () => 0.4))).toBeLessThan(0.01);
  expect(pairedPermutation([0, 0, 0])).toBe(1);
});

test("the place in a list counts its items, not its lines", () => {
  expect(listRank("Options:\n1. Northbound\n   - cheap\n2. Kestrel Freight: reliable\n", brand)).toBe(2);
  expect(listRank("Kestrel Freight is good.", brand)).toBeNull();
});
