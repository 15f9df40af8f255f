import { expect, test } from "vitest";
import { exposureKnowledge } from "#tests/builders/an-exposure.ts";
import cases from "#tests/cases/foreign-titles.json" with { type: "json" };

test.each(cases.titles)("%s: %s is recognised", (_, title = "", socs = "") => {
  const found = exposureKnowledge.titles.match(title).matches.map(({ soc }) => soc);
  expect(socs.split(" ")).toContain(found[0]);
});
