import { expect, test } from "vitest";
import { abstention, accuracies, answerTo, socsByTitle } from "#app/cli/knowledge-build/measure-titles.ts";
import { familyOf, partOf, type TitleRow } from "#app/cli/knowledge-build/read-titles.ts";
import { normaliseTitle } from "#app/domain/exposure/normalise-title.ts";

const row = (title: string, onet: string): TitleRow => ({
  title,
  onet,
  words: normaliseTitle(title),
  from: "reported",
});

test("a title that belongs to several occupations is right with any of them", () => {
  const rows = [row("Dispatcher", "43-5032.00"), row("dispatcher", "43-5031.00"), row("Baker", "51-3011.00")];
  const truth = socsByTitle(rows);
  const [first] = rows;
  if (first === undefined) throw new Error("no rows");
  expect(answerTo(first, ["43-5031"], 0.5, truth).right).toBe(true);
  expect(answerTo(first, ["51-3011", "11-1011", "43-5032"], 0.5, truth)).toEqual({
    probability: 0.5,
    right: false,
    amongThree: true,
  });
});

test("titles of the same words are one family and never on both sides of a fold", () => {
  const family = ["RN", "Registered Nurse", "Registered Nurse (RN)", "Sr. Registered Nurse II", "Nurse, Registered"];
  const parts = family.map((title) => partOf(row(title, "29-1141.00"), 10));
  expect(new Set(parts).size).toBe(1);
  expect(familyOf(row("Nurse Practitioner", "29-1171.00"))).not.toBe(familyOf(row("RN", "29-1141.00")));
});

test("the threshold lets through as many answers as are right often enough", () => {
  const answer = (probability: number, right: boolean) => ({ probability, right, amongThree: right });
  const sure = Array.from({ length: 30 }, (_, at) => answer(0.99 - at / 1000, true));
  const found = abstention([...sure, answer(0.9, false), answer(0.4, false), answer(0.3, false), answer(0.2, true)]);
  expect(found.threshold).toBe(0.4);
  expect(found["confident.right"]).toBeGreaterThanOrEqual(0.93);
  expect(accuracies({ kind: [...sure, answer(0.1, false)] })["kind.surerHalf"]).toBe(1);
});
