import fc from "fast-check";
import { expect, test } from "vitest";
import { checkDraft, type GivenSentence, numbersIn } from "#app/domain/reports/executive-summary.ts";

const given: readonly GivenSentence[] = [
  { id: "s1", text: "Readiness is 43 of 100, with 80 % certainty between 38 and 48." },
  { id: "s2", text: "31 % of 612,400 working hours a year are exposed to AI." },
  { id: "s3", text: "In the way: Nobody owns the customs workflow." },
];

const good = {
  sentences: [
    { text: "The organization stands at 43 of 100 and the customs workflow has no owner.", from: ["s1", "s3"] },
    { text: "About 31 % of 612 400 working hours could be automated or supported.", from: ["s2"] },
    { text: "Naming an owner comes first, because everything after it depends on somebody who decides.", from: ["s3"] },
  ],
};

function withText(text: string, from: readonly string[] = ["s1"]) {
  return { sentences: [...good.sentences.slice(0, 2), { text, from }] };
}

test("a draft that only uses the given figures is taken as it is", () => {
  const checked = checkDraft(good, given, "eng");
  expect(checked.ok && checked.value).toEqual(good.sentences.map(({ text }) => text));
});

test.each([
  ["foreign-number", "Readiness is 44 of 100."],
  ["foreign-number", "Readiness is 43.5 of 100."],
  ["foreign-number", "Readiness is ٤٣ of 100."],
  ["number-in-words", "Readiness could double within a year of steady work."],
  ["number-in-words", "Some forty points are within reach of the organization."],
  ["promise", "After this plan the organization is fully compliant with every rule."],
  ["promise", "Some of these roles will be replaced over the next years."],
  ["markup", "Read more at https://evil.example now."],
  ["markup", "<b>Readiness</b> is good."],
  ["markup", "[Click](here) for the details."],
  ["too-long", "Long ".repeat(100)],
  ["too-short", "   "],
] as const)("%s: “%s”", (fault, text) => {
  expect(checkDraft(withText(text), given, "eng")).toEqual({ ok: false, failure: fault });
});

test("a number that stands in another sentence than the cited one is foreign", () => {
  expect(checkDraft(withText("Readiness is 31 of 100.", ["s1"]), given, "eng")).toEqual({
    ok: false,
    failure: "foreign-number",
  });
});

test("a sentence that rests on nothing, or on what was not given, is refused", () => {
  expect(checkDraft(withText("All is well.", []), given, "eng")).toEqual({ ok: false, failure: "unknown-source" });
  expect(checkDraft(withText("All is well.", ["s9"]), given, "eng")).toEqual({ ok: false, failure: "unknown-source" });
});

test("another language is refused", () => {
  const french = {
    sentences: [
      {
        text: "L'organisation se trouve au début du chemin et le processus de douane n'a pas encore de responsable.",
        from: ["s3"],
      },
      { text: "Il faut d'abord nommer une personne qui décide, parce que tout le reste en dépend.", from: ["s3"] },
    ],
  };
  expect(checkDraft(french, given, "eng")).toEqual({ ok: false, failure: "other-language" });
});

test("no number that is not among the given ones ever passes", () => {
  const known = new Set(given.flatMap(({ text }) => numbersIn(text)));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_000_000 }), fc.constantFrom("", " %", " hours"), (number, unit) => {
      const checked = checkDraft(withText(`The figure is ${number}${unit}.`, ["s1", "s2", "s3"]), given, "eng");
      expect(checked.ok).toBe(known.has(String(number)));
    }),
    { numRuns: 3000 },
  );
});

test.each([
  ["1,240 hours", ["1240"]],
  ["1 240 hours", ["1240"]],
  ["12.50 and 12,5", ["12.5", "12.5"]],
  ["38–48 of 100", ["38", "48", "100"]],
  ["2026-11-22", ["2026", "11", "22"]],
  ["no figure", []],
])("the numbers of “%s”", (text, numbers) => {
  expect(numbersIn(text)).toEqual(numbers);
});
