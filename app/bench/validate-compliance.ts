import { assessCompliance } from "#app/domain/compliance/assess-compliance.ts";
import { coverageOf } from "#app/domain/compliance/coverage.ts";
import { isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { obligations as pack } from "#app/knowledge/obligations/index.ts";
import { type CaseOutcome, checkCases, checkStory, dutiesWithoutCase, lawSideStories } from "./compliance-cases.ts";
import { countProperties } from "./compliance-properties.ts";
import type { FigureModule } from "./figures.ts";

/** Whether every case comes out as it should, what the pack covers, and whether a review is overdue today. */
export const figures: FigureModule["figures"] = async () => {
  const outcomes = checkCases(pack);
  const failed = outcomes.filter(({ passed }) => !passed);
  const stories = lawSideStories().map((story) => checkStory(story, pack));
  const coverage = coverageOf(pack, isoDateOf(new Date()));
  return [
    { name: "cases", value: outcomes.length, target: ">= 708", basis: "measured" },
    { name: "cases that pass", value: outcomes.length - failed.length, basis: "measured", ...noteOf(failed) },
    { name: "stories from the law's side", value: stories.length, target: ">= 30", basis: "measured" },
    {
      name: "stories from the law's side that pass",
      value: stories.filter((story) => story.every(({ passed }) => passed)).length,
      target: "all",
      basis: "measured",
    },
    {
      name: "duties without a case that triggers them or one that does not",
      value: dutiesWithoutCase(pack, outcomes).length,
      target: "0",
      basis: "measured",
    },
    { name: "duties", value: coverage.obligations, basis: "measured" },
    { name: "instruments", value: coverage.instruments, basis: "measured", note: `pack ${coverage.version}` },
    ...Object.entries(coverage.checked).map(([how, value]) => ({
      name: `duties by ${how}`,
      value,
      basis: "measured" as const,
    })),
    { name: "instruments past their review date", value: coverage.reviewDue.length, target: "0", basis: "measured" },
    ...countProperties(pack).flatMap(({ name, looked, broken }) => [
      { name, value: looked, basis: "measured" as const, note: `${broken} broken` },
    ]),
    { name: "one evaluation of 20 systems, ms (median of 20)", value: medianTime(), basis: "measured" },
  ];
};

/** The coverage of the packs as the pages show it: every law with its place, status, duties, checks and review. */
export const tables: NonNullable<FigureModule["tables"]> = async () => {
  const { laws, notCovered } = coverageOf(pack, isoDateOf(new Date()));
  const rows = laws.map(({ place, title, status, duties, checked, openPoints, reviewBy }) => [
    ...[place, title.slice(0, 60), status, String(duties)],
    ...[checked["secondary text quoting the law"], checked["secondary summary"], checked.memory].map(String),
    ...[String(openPoints), reviewBy],
  ]);
  const head = ["place", "law", "status", "duties", "quoting text", "summary", "memory", "open points", "review by"];
  return [
    { title: "coverage, generated from the packs", head, rows },
    { title: "not covered", head: [""], rows: notCovered.map((sentence) => [sentence]) },
  ];
};

function noteOf(failed: readonly CaseOutcome[]) {
  return failed.length === 0 ? {} : { note: failed.map(({ duty, name }) => `${duty} in "${name}"`).join("; ") };
}

function medianTime(): number {
  const system = { "system.is_ai": true, "system.uses": ["recruit.screening"], "system.used_in": ["EU-DE", "US-IL"] };
  const systems = Array.from({ length: 20 }, (_, at) => ({ id: `s${at}`, facts: system }));
  const facts = { org: { "org.established_in": ["EU-DE", "US-IL"], "org.workers_in": ["EU-DE", "US-IL"] }, systems };
  const times = Array.from({ length: 20 }, () => {
    const start = performance.now();
    assessCompliance(facts, pack, pack.asOf);
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[10] ?? Number.NaN;
}
