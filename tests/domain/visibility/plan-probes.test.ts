import { expect, test } from "vitest";
import {
  askingsBetween,
  budgetFor,
  costOfAnswer,
  costOfRound,
  weekOf,
  weekOfAskings,
} from "#app/domain/visibility/plan-probes.ts";

const day = 86_400_000;
const ids = Array.from({ length: 30 }, (_, at) => `category-${at}`);
const week = weekOf(Date.UTC(2026, 10, 25, 12));

test("a week begins on Monday", () => {
  expect(new Date(week.from).toISOString()).toBe("2026-11-23T00:00:00.000Z");
});

test("a prompt’s runs lie in different fifths of the week, and no day has more than its share", () => {
  const askings = weekOfAskings(ids, 5, week);
  expect(askings).toHaveLength(150);
  for (const id of ids) {
    const fifths = askings
      .filter(({ promptId }) => promptId === id)
      .map(({ at }) => Math.floor((at - week.from) / (1.4 * day)));
    expect(fifths).toEqual([0, 1, 2, 3, 4]);
  }
  const perDay = Array.from(
    { length: 7 },
    (_, at) => askings.filter((each) => Math.floor((each.at - week.from) / day) === at).length,
  );
  expect(Math.max(...perDay)).toBeLessThan(36);
});

test("slots that follow each other ask everything once, over the turn of a week too", () => {
  const slot = 6 * 3_600_000;
  const from = week.from + 5 * slot;
  const asked = Array.from({ length: 28 }, (_, at) => askingsBetween(ids, 5, from + at * slot, from + (at + 1) * slot));
  expect(new Set(asked.flat().map((each) => `${each.week} ${each.promptId} ${each.run}`)).size).toBe(
    asked.flat().length,
  );
  expect(asked.flat()).toEqual(askingsBetween(ids, 5, from, from + 28 * slot));
});

test("searches are billed one by one, and the budget holds the dearest answer or none", () => {
  const costs = { answerUsd: 0.001, searchUsd: 0.01, mostSearches: 2 };
  expect(costOfAnswer(0, costs)).toBeCloseTo(0.011);
  expect(costOfAnswer(2, costs)).toBeCloseTo(0.021);
  expect(costOfRound(100, costs)).toEqual({ about: expect.closeTo(1.1), most: expect.closeTo(2.1) });
  expect(budgetFor(0.98, 1, costs).fits).toBe(false);
  expect(budgetFor(0.979, 1, costs)).toMatchObject({ fits: true });
});
