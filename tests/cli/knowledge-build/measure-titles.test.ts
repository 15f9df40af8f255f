import { expect, test } from "vitest";
import { fitCalibration, reliability, thresholdOf, uncalibrated } from "#app/cli/knowledge-build/calibrate-titles.ts";
import { type Answer, accuracies, answersOf, answersWith, answerTo } from "#app/cli/knowledge-build/measure-titles.ts";
import { type Read, socsByTitle } from "#app/cli/knowledge-build/read-held-out.ts";
import { familyOf, partOf, shortForms, type TitleRow } from "#app/cli/knowledge-build/read-titles.ts";
import { normaliseTitle } from "#app/domain/exposure/normalise-title.ts";

const row = (title: string, onet: string): TitleRow => ({
  title,
  onet,
  words: normaliseTitle(title),
  from: "reported",
  isUsual: false,
});

test("a title that belongs to several occupations is right with any of them", () => {
  const truth = socsByTitle([
    row("Dispatcher", "43-5032.00"),
    row("dispatcher", "43-5031.00"),
    row("Baker", "51-3011.00"),
  ]);
  const socs = truth.get("dispatcher") ?? new Set();
  expect(answerTo({ socs }, ["43-5031"], 0.5).right).toBe(true);
  expect(answerTo({ socs }, ["51-3011", "11-1011", "43-5032"], 0.5)).toEqual({
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

test("a title with another form in brackets is known under both, once", () => {
  const forms = shortForms([
    row("Router (Freight Router)", "43-5032.00"),
    row("Router", "43-5032.00"),
    row("Router (Freight Router)", "51-7042.00"),
  ]);
  expect(forms.map(({ onet, title }) => `${onet} ${title}`)).toEqual([
    "43-5032.00 Freight Router",
    "51-7042.00 Router",
    "51-7042.00 Freight Router",
  ]);
});

const answer = (probability: number, right: boolean): Answer => ({ probability, right, amongThree: right });

test("the threshold lets through as many answers as are surely right often enough", () => {
  const sure = Array.from({ length: 60 }, (_, at) => answer(0.99 - at / 1000, true));
  const unsure = Array.from({ length: 20 }, (_, at) => answer(0.5 - at / 1000, at % 2 === 0));
  const threshold = thresholdOf([...unsure, ...sure]);
  const given = [...sure, ...unsure].filter(({ probability }) => probability >= threshold);
  expect(given.length).toBeGreaterThanOrEqual(60);
  expect(given.filter(({ right }) => right).length / given.length).toBeGreaterThan(0.93);
  expect(thresholdOf(sure.slice(0, 5))).toBe(1);
  expect(accuracies({ kind: [...sure, answer(0.1, false)] })["kind.surerHalf"]).toBe(1);
});

/** Two occupations; `lead` is by how much the first one is ahead, and it is right in nine of ten. */
const reads = Array.from({ length: 200 }, (_, at): Read => {
  const socs = new Set([at % 10 === 0 ? "11-1011" : "43-5032"]);
  const found = [
    { klass: 0, features: [1] },
    { klass: 1, features: [0] },
  ];
  return { kind: "reported", asked: "", socs, isUsual: at % 4 === 0, found };
});
const model = {
  onets: ["43-5032.00", "11-1011.00"],
  names: ["", ""],
  combination: [1],
  calibration: uncalibrated,
  threshold: 0.5,
};

test("calibration makes what is said come true, and keeps the order and the sum", () => {
  const before = answersWith(reads, model);
  const after = answersWith(reads, { ...model, calibration: fitCalibration(before) });
  expect(after[0]?.probability).toBeCloseTo(0.9, 2);
  expect(after.map(({ right }) => right)).toEqual(before.map(({ right }) => right));
  expect(reliability("own", after)["own.error"]).toBeLessThan(0.01);
  expect(reliability("own", before)["own.error"]).toBeGreaterThan(0.1);
});

test("usual titles are measured among the reported ones and beside them, each reading with its surer half", () => {
  const figures = accuracies(answersOf(reads, model));
  expect(figures).toMatchObject({ "reported.titles": 200, "usual.titles": 50, "usual.top1": 0.8 });
  expect(figures["usual.nearest.surerHalf"]).toBeGreaterThan(0);
  const searcher = accuracies({ "kind.searcher": [answer(0, true), answer(0, false)] });
  expect(Object.keys(searcher)).toEqual(["kind.searcher.titles", "kind.searcher.top1", "kind.searcher.top3"]);
});
