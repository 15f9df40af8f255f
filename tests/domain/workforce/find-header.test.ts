import { expect, test } from "vitest";
import { findHeader } from "#app/domain/workforce/find-header.ts";

test.each([
  [
    "the first row",
    [
      ["Job title", "Headcount"],
      ["Clerk", "4"],
    ],
    { header: 0, skipped: [] },
  ],
  [
    "below a heading",
    [
      ["Staff 2026", ""],
      ["Job title", "Headcount"],
      ["Clerk", "4"],
    ],
    { header: 1, skipped: [0] },
  ],
  [
    "twice, in two languages",
    [
      ["Job title", "Headcount"],
      ["Stelle", "Anzahl"],
      ["Clerk", "4"],
    ],
    { header: 0, skipped: [1] },
  ],
  [
    "a first row that speaks of roles and duties, but counts people, is no second header",
    [
      ["title", "headcount", "duties"],
      ["Role 0", "1", "Duties of 0"],
      ["Position head", "€ 52,000", "Department work"],
    ],
    { header: 0, skipped: [] },
  ],
  [
    "nowhere: the first row stands in",
    [
      ["A", "B"],
      ["Clerk", "4"],
    ],
    { header: 0, skipped: [] },
  ],
  ["a title alone", [["Title"], ["Driver"], ["Position"]], { header: 0, skipped: [] }],
  ["no rows", [], { header: 0, skipped: [] }],
])("headers are found: %s", (_name, rows, expected) => {
  expect(findHeader(rows)).toEqual(expected);
});
