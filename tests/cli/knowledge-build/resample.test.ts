import { expect, test } from "vitest";
import { rankGain } from "#app/cli/knowledge-build/resample.ts";
import { normalDraw, randomFrom } from "#app/domain/kernel/random.ts";

const random = randomFrom(11);
const truth = Array.from({ length: 400 }, () => normalDraw(random));
const blurred = (by: number) => truth.map((value) => value + by * normalDraw(random));
const good = blurred(0.5);
const poor = blurred(2);

test("a better ranking gains, with an interval that holds the gain and leaves 0 out", () => {
  const { value, low, high } = rankGain({ own: good, other: poor, truth });
  expect(low).toBeGreaterThan(0);
  expect(low).toBeLessThan(value);
  expect(value).toBeLessThan(high);
});

test("what one ranking gains the other loses", () => {
  const forth = rankGain({ own: good, other: poor, truth });
  const back = rankGain({ own: poor, other: good, truth });
  expect(back.value).toBeCloseTo(-forth.value);
  expect(back.low).toBeCloseTo(-forth.high, 2);
  expect(back.high).toBeCloseTo(-forth.low, 2);
});

test("a ranking gains nothing on itself", () => {
  expect(rankGain({ own: good, other: good, truth })).toEqual({ value: 0, low: 0, high: 0 });
});
