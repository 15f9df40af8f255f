import { expect, test } from "vitest";
import { findOccupations } from "#app/domain/exposure/find-occupations.ts";
import type { PlacedRole } from "#app/domain/exposure/place-role.ts";
import { queueTitles } from "#app/domain/exposure/queue-titles.ts";
import type { RoleId } from "#app/domain/kernel/ids.ts";
import type { Role } from "#app/domain/workforce/role.ts";

const role = (title: string, headcount: number): Role => ({ id: `${title}/${headcount}` as RoleId, title, headcount });
const place = ({ title }: Role): PlacedRole => ({
  state: /clerk/i.test(title) ? "matched" : "unconfirmed",
  match: null,
  candidates: [],
  mixture: [],
  byPay: false,
});

test("equal titles are one thing to decide, the largest headcount first", () => {
  const queue = queueTitles([role("Driver", 2), role("Packer", 5), role("driver (m/w/d)", 4), role("Clerk", 9)], place);
  expect(queue.titles.map(({ title, heads, roles }) => [title, heads, roles])).toEqual([
    ["Clerk", 9, 1],
    ["driver (m/w/d)", 6, 2],
    ["Packer", 5, 1],
  ]);
  expect(queue.recognised).toBeCloseTo(9 / 20);
});

test("no role makes no queue, and nothing of it is recognised", () => {
  expect(queueTitles([], place)).toEqual({ titles: [], heads: 0, recognised: 0 });
});

const occupations = [
  { onet: "13-2011.00", title: "Accountants and Auditors" },
  { onet: "43-3031.00", title: "Bookkeeping, Accounting, and Auditing Clerks" },
] as unknown as Parameters<typeof findOccupations>[1];

test.each([
  ["account", ["13-2011.00", "43-3031.00"]],
  ["account clerk", ["43-3031.00"]],
  ["13-20", ["13-2011.00"]],
  ["  ", []],
  ["pilot", []],
])("occupations are found by the beginnings of their words: %j", (text, expected) => {
  expect(findOccupations(text, occupations, 5).map(({ onet }) => onet)).toEqual(expected);
});
