import fc from "fast-check";
import { expect, test } from "vitest";
import type { RespondentGroup } from "#app/domain/readiness/answers.ts";
import { leastGroup, spreadOfRespondents } from "#app/domain/readiness/respondents.ts";
import { anAnswer } from "#tests/builders/readiness.ts";

const people = (n: number, group: RespondentGroup, level: 1 | 2 | 3 | 4 | 5) =>
  Array.from({ length: n }, (_, at) => anAnswer("strategy.a", level, { respondent: `${group}-${at}`, group }));

test("shows the gap between leaders and the front line", () => {
  const [spread] = spreadOfRespondents([...people(5, "executive", 4), ...people(20, "front-line", 2)]);
  expect(spread).toMatchObject({ gap: 2, all: { n: 25, counts: [0, 20, 0, 5, 0] } });
});

test("shows nobody below a group of five", () => {
  const [spread] = spreadOfRespondents(people(4, "executive", 4));
  expect(spread).toMatchObject({ all: null, groups: [], gap: null });
});

test("leaves out a second group where subtraction would show the small one", () => {
  const [spread] = spreadOfRespondents([
    ...people(2, "executive", 5),
    ...people(6, "manager", 3),
    ...people(9, "front-line", 2),
  ]);
  expect(spread?.all?.n).toBe(17);
  expect(spread?.groups.map(({ group }) => group)).toEqual(["front-line"]);
});

test("no difference of two shown counts is a group of one to four", () => {
  fc.assert(
    fc.property(fc.nat(8), fc.nat(8), fc.nat(8), (a, b, c) => {
      const [spread] = spreadOfRespondents([
        ...people(a, "executive", 1),
        ...people(b, "manager", 2),
        ...people(c, "front-line", 3),
      ]);
      const shown = spread?.groups.map(({ distribution }) => distribution.n) ?? [];
      const rest = (spread?.all?.n ?? 0) - shown.reduce((sum, n) => sum + n, 0);
      for (const n of shown) expect(n).toBeGreaterThanOrEqual(leastGroup);
      if (spread?.all !== null && spread !== undefined) expect(rest === 0 || rest >= leastGroup).toBe(true);
    }),
    { numRuns: 800 },
  );
});

test("counts who does not know apart from those who named a level", () => {
  const unsure = people(3, "manager", 1).map((each) => ({
    ...each,
    level: "unknown" as const,
    respondent: `u${each.respondent}`,
  }));
  const [spread] = spreadOfRespondents([...people(5, "manager", 4), ...unsure]);
  expect(spread?.all).toMatchObject({ n: 8, unknown: 3, mean: 4 });
});
