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
