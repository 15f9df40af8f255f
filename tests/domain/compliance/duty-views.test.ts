import { expect, test } from "vitest";
import { assessCompliance } from "#app/domain/compliance/assess-compliance.ts";
import { dutyViews, isShown, none, underHeadings } from "#app/domain/compliance/duty-views.ts";
import { aChangingPack } from "#tests/builders/changed-packs.ts";
import { day, someFacts } from "#tests/builders/obligations.ts";

const facts = someFacts({}, [
  { id: "b", uses: ["hiring"] },
  { id: "a", uses: ["hiring"] },
]);
const { obligations } = assessCompliance(facts, aChangingPack("1"), day("2026-11-22"));
const by = {
  asOf: day("2026-11-22"),
  ownerOf: (duty: string) => (duty === "keep" ? "person" : null),
  placeOf: () => "EU",
  nameOf: (key: string) => key,
};
const headings = (view: (typeof dutyViews)[number], duties = obligations) =>
  underHeadings(duties, view, by).map(({ key, duties: under }) => [key, under.map(({ id }) => id)]);

test("by date, what is to come stands first, then what has begun, newest first", () => {
  const sure = obligations.filter((duty) => isShown(duty, {}, by));
  expect(headings("date", sure)).toEqual([
    ["2027-03-01", ["later"]],
    ["2026-03-01", ["notice"]],
    ["2026-01-01", ["keep"]],
  ]);
});

test("by system a duty stands under each, by owner what nobody has stands first", () => {
  const sure = obligations.filter((duty) => isShown(duty, {}, by));
  expect(headings("system", sure)).toEqual([
    [none, ["keep", "later"]],
    ["a", ["notice"]],
    ["b", ["notice"]],
  ]);
  expect(headings("owner", sure)).toEqual([
    [none, ["notice", "later"]],
    ["person", ["keep"]],
  ]);
});

test("every duty stands under some heading in every view", () => {
  for (const view of dutyViews) {
    const under = new Set(headings(view).flatMap(([, ids]) => ids));
    expect([...under].sort()).toEqual(obligations.map(({ id }) => id).sort());
  }
});

test("the address chooses by state, system, owner and place; without a state what only may apply is left out", () => {
  const ids = (filter: Parameters<typeof isShown>[1]) =>
    obligations.filter((duty) => isShown(duty, filter, by)).map(({ id }) => id);
  expect(ids({})).toEqual(["keep", "notice", "later"]);
  expect(ids({ state: "open" })).toEqual(["open-data"]);
  expect(ids({ system: "a" })).toEqual(["notice"]);
  expect(ids({ system: none })).toEqual(["keep", "later"]);
  expect(ids({ owner: none })).toEqual(["notice", "later"]);
  expect(ids({ owner: "person", place: "EU" })).toEqual(["keep"]);
  expect(ids({ place: "US" })).toEqual([]);
});
