import { expect, test } from "vitest";
import { largestRoles } from "#app/domain/exposure/largest-roles.ts";

const role = (id: string, payroll: number | null, hours: number) => ({ id, payroll, hours });

test("draws the largest payrolls and counts what is left out, and why", () => {
  const found = largestRoles([role("a", 10, 9), role("b", null, 99), role("c", 30, 1), role("d", 20, 5)], 2);
  expect(found.roles.map(({ id }) => id)).toEqual(["c", "d"]);
  expect(found).toMatchObject({ byPay: true, unpaid: 1, smaller: 1 });
});

test("goes by hours where pay is known for less than half of the roles", () => {
  const found = largestRoles([role("a", 10, 1), role("b", null, 3), role("c", null, 2)]);
  expect(found.roles.map(({ id }) => id)).toEqual(["b", "c", "a"]);
  expect(found).toMatchObject({ byPay: false, unpaid: 0, smaller: 0 });
});
