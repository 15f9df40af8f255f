import { expect, test } from "vitest";
import { markAnswer } from "#app/domain/visibility/answer-marks.ts";
import { citedSources, kindOf, worthEarning } from "#app/domain/visibility/cited-sources.ts";
import { readPastedAnswer } from "#app/domain/visibility/read-answer.ts";
import { visibilityChecks } from "#app/knowledge/visibility-checks/index.ts";

const brand = { name: "Kestrel Freight", domains: ["kestrelfreight.com"] };
const others = [{ name: "Northbound", domains: ["northbound.example"] }];
const rules = visibilityChecks.probes.sourceRules;
const prompts = ["a", "b", "c"].map((id) => ({ id, kind: "category" as const, text: id }));
const answer = (promptId: string, text: string) => ({
  promptId,
  marks: markAnswer(readPastedAnswer(text), brand, others),
});

test("kinds of source follow the dated rules; a compared name’s own site comes first", () => {
  const kind = (domain: string) => kindOf(domain, others, rules);
  expect(kind("de.wikipedia.org")).toBe("encyclopedia");
  expect(kind("notwikipedia.org")).toBe("other");
  expect(kind("old.reddit.com")).toBe("forum");
  expect(kind("zoll.gov.uk")).toBe("government");
  expect(kind("freight-directory.example")).toBe("directory");
  expect(kind("shop.northbound.example")).toBe("competitor");
});

test("sources count prompts, not answers, and never one’s own pages", () => {
  const sources = citedSources(
    prompts,
    [
      answer("a", "Northbound is large (https://list.example/a). Kestrel Freight (https://kestrelfreight.com)"),
      answer("a", "Northbound (https://list.example/a)"),
      answer("b", "Nobody (https://list.example/b)"),
      answer("c", "Nobody (https://northbound.example/)"),
    ],
    others,
    rules,
  );
  expect(sources.map(({ domain }) => domain)).toEqual(["list.example", "northbound.example"]);
  expect(sources[0]).toMatchObject({
    prompts: { count: 2, of: 3 },
    answers: 3,
    without: 2,
    names: [{ name: "Northbound", answers: 2 }],
  });
  expect(worthEarning(sources).map(({ domain }) => domain)).toEqual(["list.example"]);
});
