import { expect, test } from "vitest";
import { exposureLine, hiddenLine, shownGroups, unconfirmedShare } from "#app/domain/exposure/exposure-view.ts";
import type { RoleId } from "#app/domain/kernel/ids.ts";
import { aRole, assessed } from "#tests/builders/an-exposure.ts";

const roles = [
  aRole({ title: "Payroll clerk", department: "Finance", headcount: 10 }),
  aRole({ title: "Accountant", department: "Finance", headcount: 2 }),
  aRole({ title: "Forklift driver", department: "Warehouse", headcount: 40 }),
  aRole({ title: "🚚", headcount: 6 }),
];
const assessment = assessed(roles);

test("a hidden role keeps its name and loses every figure", () => {
  const [, role] = assessment.roles;
  if (role === undefined) throw new Error("no second role");
  const hidden = hiddenLine(exposureLine(role));
  expect(hidden).toMatchObject({ title: "Accountant", headcount: null, figures: null, absent: "small" });
});

test("groups leave out the roles that are hidden, for whom anybody is hidden", () => {
  const kept = assessed(roles, { apart: [roles[1]?.id ?? ("" as RoleId)] });
  const heads = (hidden: boolean) =>
    shownGroups(kept, hidden).department.map(({ name, headcount }) => [name, headcount]);
  expect(heads(true)).toEqual([
    ["Finance", 10],
    ["Warehouse", 40],
  ]);
  expect(heads(false)).toEqual([
    ["Finance", 12],
    ["Warehouse", 40],
  ]);
});

test("the share that waits for confirmation counts people", () => {
  expect(unconfirmedShare(assessment.roles)).toBeCloseTo(6 / 58);
});

test("a role that is not recognised says so", () => {
  expect(assessment.roles.map(exposureLine)[3]?.absent).toBe("unmatched");
});
