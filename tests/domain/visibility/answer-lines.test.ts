import { expect, test } from "vitest";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import {
  answerLines,
  changeBetweenPeriods,
  mondayOf,
  type PlacedAnswer,
  weeklyRates,
} from "#app/domain/visibility/answer-lines.ts";
import { markAnswer } from "#app/domain/visibility/answer-marks.ts";
import { readExperiment } from "#app/domain/visibility/judge-experiment.ts";
import { readPastedAnswer } from "#app/domain/visibility/read-answer.ts";

const ids = Array.from({ length: 12 }, (_, at) => `category-${at}`);
const prompts = ids.map((id) => ({ id, kind: "category" as const, text: id }));

function placed(promptId: string, on: string, named: boolean, over: Partial<PlacedAnswer> = {}): PlacedAnswer {
  const marks = markAnswer(readPastedAnswer(named ? "Kestrel" : "Nobody"), { name: "Kestrel" }, []);
  const where = { engine: "Model", model: "m1", source: "probe" as const, promptSetId: "s1" };
  return { promptId, marks, on: on as IsoDate, ...where, ...over };
}

test("a week begins on Monday", () => {
  expect(["2026-11-22", "2026-11-23", "2026-11-29"].map((day) => mondayOf(day as IsoDate))).toEqual([
    "2026-11-16",
    "2026-11-23",
    "2026-11-23",
  ]);
});

test("another model or set breaks the line, and pasted answers are a line of their own", () => {
  const lines = answerLines([
    placed("a", "2026-10-01", true),
    placed("a", "2026-10-08", true, { promptSetId: "s2" }),
    placed("a", "2026-10-15", true, { promptSetId: "s2", model: "m2" }),
    placed("a", "2026-10-02", true, { source: "pasted" }),
  ]);
  expect(lines.map(({ source, segments }) => [source, segments.length])).toEqual([
    ["probe", 3],
    ["pasted", 1],
  ]);
  expect(lines[0]?.segments.map(({ model, promptSetId }) => `${promptSetId} ${model}`)).toEqual([
    "s1 m1",
    "s2 m1",
    "s2 m2",
  ]);
});

test("sets of one day stand in the order of their versions, in whatever order answers come", () => {
  const versions = new Map([
    ["s1", 1],
    ["s2", 2],
  ]);
  const answers = [placed("a", "2026-10-08", true, { promptSetId: "s2" }), placed("a", "2026-10-08", true)];
  for (const some of [answers, answers.toReversed()])
    expect(answerLines(some, versions)[0]?.segments.map(({ promptSetId }) => promptSetId)).toEqual(["s1", "s2"]);
});

test("four weeks are compared with the four before, by the prompts that are in both", () => {
  const answers = ids.flatMap((id, at) => [placed(id, "2026-10-10", at < 2), placed(id, "2026-11-10", at < 11)]);
  const [line] = answerLines(answers);
  const segment = line?.segments[0];
  if (segment === undefined) throw new Error("no segment");
  const change = changeBetweenPeriods(prompts, segment, "mention");
  expect(change).toMatchObject({ prompts: 12, distinguishable: true });
  expect(change?.estimate.value).toBeCloseTo(0.75);
  expect(weeklyRates(prompts, segment.answers, "mention").map(({ at }) => at)).toEqual(["2026-10-05", "2026-11-09"]);
});

const experiment = {
  changedOn: "2026-10-20" as IsoDate,
  metric: "mention" as const,
  prompts: ids.slice(0, 6),
  heldOut: ids.slice(6),
  days: 14,
};
const days = ["2026-10-07", "2026-10-12", "2026-10-28", "2026-11-03"];
const today = "2026-11-20" as IsoDate;

test("an effect on the changed prompts alone is seen beyond those held out", () => {
  const answers = ids.flatMap((id, at) => days.map((day) => placed(id, day, at < 6 && day > "2026-10-20")));
  const reading = readExperiment(experiment, prompts, answers, today);
  expect(reading).toMatchObject({ state: "done", beyondHeldOut: { distinguishable: true }, effect: { value: 1 } });
});

test("what moves everybody is no effect, and days while engines read the page are on neither side", () => {
  const answers = ids.flatMap((id) => days.map((day) => placed(id, day, day > "2026-10-20")));
  const noise = ids.flatMap((id, at) => [placed(id, "2026-10-22", at < 6)]);
  const reading = readExperiment(experiment, prompts, [...answers, ...noise], today);
  expect(reading).toMatchObject({ change: { distinguishable: true }, beyondHeldOut: { distinguishable: false } });
  expect(reading.answersAfter).toBe(24);
});

test("it is read until its days are over, and says when there was nothing to read", () => {
  const answers = ids.flatMap((id) => days.map((day) => placed(id, day, false)));
  expect(readExperiment(experiment, prompts, answers, "2026-11-05" as IsoDate).state).toBe("waiting");
  expect(readExperiment(experiment, prompts, [], today)).toMatchObject({ state: "no-answers-before", effect: null });
});
