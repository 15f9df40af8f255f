import { expect, test } from "vitest";
import { mergeChanges } from "#app/domain/planning/merge-changes.ts";

function forecast(id: string, title: string, to: string, because = "An outcome") {
  return { id, title, change: "forecast" as const, text: `${title}: the expected effect becomes ${to}`, because };
}

test("what happened alike to several items for one reason is said once, and names them all", () => {
  const added = { id: "d", title: "Drill", change: "added" as const, text: "Added: Drill", because: "A gap" };
  const changes = [forecast("a", "Course A", "0.6"), added, forecast("b", "Course B", "0.6")];
  expect(mergeChanges(changes)).toEqual([
    { ...changes[0], text: "Course A; Course B: the expected effect becomes 0.6" },
    added,
  ]);
});

test("another figure or another reason stays a change of its own", () => {
  const changes = [
    forecast("a", "Course A", "0.6"),
    forecast("b", "Course B", "0.7"),
    forecast("c", "Course C", "0.6", "You asked"),
  ];
  expect(mergeChanges(changes)).toEqual(changes);
});
