import { expect, test } from "vitest";
import { keptOut } from "#app/domain/visibility/kept-out.ts";

const names = ["Alpha", "Beta", "Gamma", "Delta"];
const open = { eligibility: 1, closedBy: [] } as const;
const closed = (...closedBy: string[]) => ({ eligibility: 0, closedBy }) as const;

test("names the engines that are kept out, those with one reason together, and none that may use the page", () => {
  const doubt = { eligibility: 0.5, closedBy: [] } as const;
  expect(keptOut(names, [closed("robots"), open, closed("robots"), doubt])).toEqual([
    { word: "closed", because: ["robots"], engines: ["Alpha", "Gamma"] },
    { word: "partlyOpen", because: [], engines: ["Delta"] },
  ]);
  expect(keptOut(names, [open, open, open, open])).toEqual([]);
});

test("keeps different reasons apart, and says of a gate that nobody measured that it was not", () => {
  const groups = keptOut(names, [closed("robots"), closed("robots", "indexable"), null, open]);
  expect(groups.map(({ word, engines }) => [word, ...engines])).toEqual([
    ["closed", "Alpha"],
    ["closed", "Beta"],
    ["notMeasured", "Gamma"],
  ]);
});
