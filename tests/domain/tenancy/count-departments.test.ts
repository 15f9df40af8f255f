import { expect, test } from "vitest";
import { byDepartment } from "#app/domain/tenancy/count-departments.ts";

const from = (count: number, department: string | null) => Array.from({ length: count }, () => ({ department }));

test("departments with fewer than five reports are neither named nor counted", () => {
  expect(byDepartment([...from(6, "Dispatch"), ...from(5, "legal"), ...from(4, "HR"), ...from(1, "Board")])).toEqual({
    shown: [
      { department: "Dispatch", reports: 6 },
      { department: "legal", reports: 5 },
    ],
    hidden: true,
  });
});

test("another department hides where the sum would give a single small one away", () => {
  expect(byDepartment([...from(6, "Dispatch"), ...from(5, "Legal"), ...from(4, "HR")])).toEqual({
    shown: [{ department: "Dispatch", reports: 6 }],
    hidden: true,
  });
  expect(byDepartment([...from(3, "Legal"), ...from(20, null)])).toEqual({ shown: [], hidden: true });
});

test("departments are compared without case and spaces around", () => {
  expect(byDepartment([...from(3, "Dispatch"), ...from(2, " dispatch ")]).shown).toEqual([
    { department: "Dispatch", reports: 5 },
  ]);
});
