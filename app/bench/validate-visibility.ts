import { demonstrationPages } from "#app/demonstration/site/site.ts";
import { isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { normalDraw, type Random, randomFrom } from "#app/domain/kernel/random.ts";
import { auditPage, nothingMeasured } from "#app/domain/visibility/audit-page.ts";
import { judgeUrl } from "#app/domain/visibility/judge-url.ts";
import { readPage } from "#app/domain/visibility/read-page.ts";
import { clusterInterval, pairedPermutation } from "#app/domain/visibility/share-of-answers.ts";
import { visibilityChecks } from "#app/knowledge/visibility-checks/index.ts";
import type { Figure, FigureTable } from "./figures.ts";
import { readingFigures, readingTables } from "./visibility-figures.ts";

const prompts = 30;
const runs = 5;

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** Runs of simulated prompts: each prompt has a chance of its own, drawn around `base` on the logistic scale. */
function aPeriod(random: Random, chances: readonly number[]): { hit: number; of: number }[] {
  return chances.map((chance) => {
    let hit = 0;
    for (let run = 0; run < runs; run++) hit += Number(random() < chance);
    return { hit, of: runs };
  });
}

function chancesOf(random: Random, base: number, spread: number): number[] {
  return Array.from({ length: prompts }, () => logistic(base + spread * normalDraw(random)));
}

/** The mean chance over prompts, by many draws. */
function truthOf(base: number, spread: number): number {
  const random = randomFrom(99);
  let total = 0;
  for (let draw = 0; draw < 200_000; draw++) total += logistic(base + spread * normalDraw(random));
  return total / 200_000;
}

/** Share of worlds whose 95 % interval holds the truth. */
function coverage(base: number, spread: number, worlds: number): number {
  const truth = truthOf(base, spread);
  const random = randomFrom(11);
  let held = 0;
  for (let world = 0; world < worlds; world++) {
    const sums = aPeriod(random, chancesOf(random, base, spread));
    const { low, high } = clusterInterval(sums, sums.reduce((total, each) => total + each.hit, 0) / (prompts * runs));
    if (low <= truth && truth <= high) held += 1;
  }
  return held / worlds;
}

/** Share of pairs of periods without a difference that the test at 5 % calls different. */
function falseAlarms(base: number, spread: number, worlds: number): number {
  const random = randomFrom(13);
  let alarms = 0;
  for (let world = 0; world < worlds; world++) {
    const chances = chancesOf(random, base, spread);
    const [before, after] = [aPeriod(random, chances), aPeriod(random, chances)];
    if (pairedPermutation(before.map((each, at) => (each.hit - (after[at]?.hit ?? 0)) / runs)) <= 0.05) alarms += 1;
  }
  return alarms / worlds;
}

/** Faults planted in the demonstration's pages, and the check that must fail there. */
const planted: Readonly<Record<string, string>> = {
  "/services/cold-chain": "keyword-stuffing",
  "/tracking": "text-without-script",
  "/insights/peak-season-rates": "freshness",
  "/insights/green-corridors": "structured-data",
  "/partners": "indexable",
};

function plantedFound(): number {
  const context = nothingMeasured(isoDateOf(new Date("2026-11-22T00:00:00Z")));
  return Object.entries(planted).filter(([path, check]) => {
    const page = demonstrationPages.find((each) => each.path === path);
    const facts = readPage(
      { url: `https://www.kestrelfreight.example${path}`, html: page?.html ?? "" },
      visibilityChecks.entityRules,
    );
    const audit = auditPage(facts, context, visibilityChecks);
    return audit.checks.some((each) => each.id === check && each.outcome === "fail");
  }).length;
}

/** Random private IPv4 addresses in six notations; every one must be refused. */
function hostileRefused(count: number): number {
  const random = randomFrom(17);
  let refused = 0;
  for (let at = 0; at < count; at++) {
    const octet = () => Math.floor(random() * 256);
    const [a, b] = [
      [10, octet()],
      [127, octet()],
      [192, 168],
      [169, 254],
      [172, 16 + (octet() % 16)],
      [100, 64 + (octet() % 64)],
    ][at % 6] ?? [10, 0];
    const [c, d] = [octet(), octet()];
    const whole = ((((a ?? 0) * 256 + (b ?? 0)) * 256 + c) * 256 + d) >>> 0;
    const forms = [
      `${a}.${b}.${c}.${d}`,
      `${whole}`,
      `0x${whole.toString(16)}`,
      `[::ffff:${a}.${b}.${c}.${d}]`,
      `0${(a ?? 0).toString(8)}.${b}.${c}.${d}`,
      `[64:ff9b::${(whole >>> 16).toString(16)}:${(whole & 65_535).toString(16)}]`,
    ];
    if (judgeUrl(`http://${forms[Math.floor(random() * forms.length)]}/`).verdict === "block") refused += 1;
  }
  return refused / count;
}

export async function figures({ full }: { readonly full: boolean }): Promise<readonly Figure[]> {
  const worlds = full ? 4_000 : 600;
  const measured = (name: string, value: number | string, target: string): Figure => ({
    name,
    value,
    target,
    basis: "measured",
  });
  return [
    ...readingFigures(),
    measured("coverage of 95 % intervals, runs alike within prompts", coverage(-0.5, 1.5, worlds), ".93-.97"),
    measured("coverage of 95 % intervals, rare mentions", coverage(-2, 1, worlds), ".93-.97"),
    measured("false alarms of the period test at 5 %", falseAlarms(-0.5, 1.5, worlds), ".04-.06"),
    measured("planted faults found in the demonstration", `${plantedFound()} of ${Object.keys(planted).length}`, "all"),
    measured("private addresses refused, any notation", hostileRefused(3_000), "1"),
  ];
}

export async function tables(): Promise<readonly FigureTable[]> {
  return readingTables();
}
