import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { type Random, randomFrom, seedFrom } from "#app/domain/kernel/random.ts";
import type { Answer, EvidenceGrade, ReadinessInput } from "#app/domain/readiness/answers.ts";
import { assessReadiness } from "#app/domain/readiness/assess-readiness.ts";
import type { ReadinessAssessment } from "#app/domain/readiness/assessment.ts";
import type { Level } from "#app/domain/readiness/pack.ts";
import { readiness } from "#app/knowledge/readiness/index.ts";
import type { Figure } from "./figures.ts";

/** Random answers to the real pack: what METHODS 3 asks to hold of every case. 10,000 with --full, otherwise 1,000. */
export async function figures({ full }: { readonly full: boolean }): Promise<readonly Figure[]> {
  const cases = full ? 10_000 : 1_000;
  const random = randomFrom(seedFrom("readiness cases"));
  const failed = { monotone: 0, order: 0, bounded: 0, recomputed: 0 };
  let width = 0;
  for (let at = 0; at < cases; at++) {
    const input = randomInput(random);
    const result = assessReadiness(input, readiness);
    const shuffled = assessReadiness({ ...input, answers: shuffle(input.answers, random) }, readiness);
    const stored = JSON.stringify(result);
    if (JSON.stringify(shuffled) !== stored) failed.order++;
    if (JSON.stringify(assessReadiness(JSON.parse(JSON.stringify(input)), readiness)) !== stored) failed.recomputed++;
    if (!isBounded(result)) failed.bounded++;
    if (!isMonotone(input, result, random)) failed.monotone++;
    width += (result.score?.high ?? 0) - (result.score?.low ?? 0);
  }
  const line = (name: string, value: number, target?: string): Figure => ({
    name,
    value,
    basis: "measured",
    note: `${cases} seeded cases`,
    ...(target === undefined ? {} : { target }),
  });
  return [
    line("cases in which raising an answer lowered a score", failed.monotone, "0"),
    line("cases in which the order of answers mattered", failed.order, "0"),
    line("cases with a score outside 10..90 or its interval", failed.bounded, "0"),
    line("cases in which the stored result was not computed again", failed.recomputed, "0"),
    line("mean width of the 80 % interval, points", width / cases),
    line("questions of the quick check", readiness.questions.filter(({ quick }) => quick).length, "<= 15"),
  ];
}

function randomInput(random: Random): ReadinessInput {
  const pick = <Value>(values: readonly [Value, ...Value[]]): Value =>
    values[Math.floor(random() * values.length)] ?? values[0];
  const answers = readiness.questions.flatMap((question): Answer[] => {
    if (random() < 0.2) return [];
    const respondents = random() < 0.2 ? 3 : 1;
    return Array.from({ length: respondents }, (_, at) => ({
      question: question.id,
      level: pick<Answer["level"]>([1, 2, 3, 4, 5, 1, 2, 3, 4, 5, "unknown", "na"]),
      evidence: pick<EvidenceGrade>([0, 0, 1, 2, 3, 4]),
      respondent: `r${at}`,
      group: "executive",
      answeredOn: pick(["2026-11-20", "2026-03-01", "2025-01-01"]) as IsoDate,
    }));
  });
  const decision = pick(["first-pilot", "automate-workflow", "decide-about-people"]);
  return { asOf: "2026-11-22" as IsoDate, decision, scope: "full", answers, feeds: [], weights: {} };
}

function isMonotone(input: ReadinessInput, before: ReadinessAssessment, random: Random): boolean {
  const raisable = input.answers.filter(({ level }) => typeof level === "number" && level < 5);
  const chosen = raisable[Math.floor(random() * raisable.length)];
  if (chosen === undefined) return true;
  const answers = input.answers.map((each) =>
    each === chosen ? { ...each, level: (Number(each.level) + 1) as Level } : each,
  );
  const after = assessReadiness({ ...input, answers }, readiness);
  const least = 1e-9;
  const pillars = before.pillars.every(
    (pillar, at) => (after.pillars[at]?.score?.value ?? 0) >= (pillar.score?.value ?? 0) - least,
  );
  return pillars && (after.score?.value ?? 0) >= (before.score?.value ?? 0) - least;
}

function isBounded(result: ReadinessAssessment): boolean {
  return [result.score, ...result.pillars.map(({ score }) => score)].every(
    (score) =>
      score === null ||
      (score.low >= 10 - 1e-9 && score.low <= score.value && score.value <= score.high && score.high <= 90 + 1e-9),
  );
}

function shuffle<Value>(values: readonly Value[], random: Random): readonly Value[] {
  return values
    .map((value) => ({ value, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value);
}
