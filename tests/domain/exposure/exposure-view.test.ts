import { expect, test } from "vitest";
import { exposureGroups, exposureLines } from "#app/domain/exposure/exposure-view.ts";
import { aRole, assessed } from "#tests/builders/an-exposure.ts";

const assessment = assessed([
  aRole({ title: "Payroll clerk", department: "Finance", headcount: 10 }),
  aRole({ title: "Accountant", department: "Finance", headcount: 2 }),
  aRole({ title: "Forklift driver", department: "Warehouse", headcount: 40 }),
  aRole({ title: "🚚", headcount: 6 }),
]);

test("a hidden role keeps its name and loses every figure", () => {
  const [, hidden] = exposureLines(assessment, new Set([1]));
  expect(hidden).toMatchObject({ title: "Accountant", headcount: null, figures: null, absent: "small" });
});

test("a group counts the roles that are shown and nobody else", () => {
  const groups = exposureGroups(exposureLines(assessment, new Set([1])), "department");
  expect(groups.map(({ name, headcount }) => [name, headcount])).toEqual([
    ["Finance", 10],
    ["Warehouse", 40],
  ]);
  for (const { automatable, augmentable, human } of groups) expect(automatable + augmentable + human).toBeCloseTo(1);
});

test("a role that is not recognised says so", () => {
  expect(exposureLines(assessment, new Set())[3]?.absent).toBe("unmatched");
});
