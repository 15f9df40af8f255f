import { expect, test } from "vitest";
import { explainRole } from "#app/domain/exposure/explain-role.ts";
import { ownPlaces } from "#app/domain/exposure/own-places.ts";
import { mostExposedRoles, roleWays, sharedSkills } from "#app/domain/exposure/ways-of-organization.ts";
import { aRole, assessed, exposureKnowledge } from "#tests/builders/an-exposure.ts";

const payroll = aRole({ title: "Payroll clerk", onet: "43-3051.00", headcount: 6, annualPay: 40_000, currency: "EUR" });
const office = aRole({ title: "Office clerk", onet: "43-9061.00", headcount: 3, annualPay: 30_000, currency: "EUR" });
const service = aRole({ title: "Service desk", onet: "43-4051.00", headcount: 8 });
const { roles } = assessed([payroll, office, service]);
const [from] = roles;
if (from === undefined) throw new Error("no role");

test("the organization's own places are counted with its own pay", () => {
  const own = ownPlaces("43-9061.00", from, roles, new Set());
  expect(own).toMatchObject({ roles: [{ title: "Office clerk" }], heads: 3 });
  expect(own?.payChange).toBeCloseTo(-0.25, 6);
  expect(ownPlaces("11-1011.00", from, roles, new Set())).toBeNull();
});

test("a role too small to see is named, but neither counted nor paid", () => {
  expect(ownPlaces("43-9061.00", from, roles, new Set([1]))).toMatchObject({ heads: null, payChange: null });
});

test("the roles with most exposed hours come first, hidden ones not at all", () => {
  const hours = mostExposedRoles(roles, new Set()).map(({ hoursExposed }) => hoursExposed.value);
  expect(hours).toEqual(hours.toSorted((a, b) => b - a));
  expect(mostExposedRoles(roles, new Set([1])).map(({ title }) => title)).not.toContain("Office clerk");
});

test("a skill is counted once for the people of a role, and left out for fewer than five", () => {
  const lines = [payroll, service].map((role, at) => {
    const result = roles[at === 0 ? 0 : 2];
    if (result === undefined) throw new Error("no result");
    return roleWays(result, explainRole(role, exposureKnowledge).ways, roles, new Set());
  });
  const skills = sharedSkills(lines, 5);
  expect(skills.length).toBeGreaterThan(0);
  for (const { people } of skills) expect([6, 8, 14]).toContain(people);
  expect(sharedSkills(lines, 15)).toEqual([]);
  expect(lines[0]?.ways.length).toBeLessThanOrEqual(3);
});
