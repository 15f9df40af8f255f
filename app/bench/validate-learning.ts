import { normalDraw, randomFrom, seedFrom } from "#app/domain/kernel/random.ts";
import { type Drift, noDrift, watchDrift } from "#app/domain/learning/drift.ts";
import { judgeLook, type Look } from "#app/domain/learning/promotion.ts";
import type { Figure } from "./figures.ts";
import { type Market, usualMarket } from "./learning-market.ts";
import { live, type PolicyName } from "./learning-policies.ts";

/** The simulated market of METHODS 6 with random, a fixed expert plan, no pooling and an oracle beside ours. */
export async function figures({ full }: { readonly full: boolean }): Promise<readonly Figure[]> {
  const worlds = full ? 30 : 6;
  const note = `${worlds} seeded worlds`;
  const usual = tally(usualMarket, worlds, ["fixed expert", "no pooling", "ours"]);
  const clean = tally({ ...usualMarket, selfReported: 0, silence: false }, worlds, ["ours"]);
  const measured = (name: string, value: number, target?: string): Figure => ({
    name,
    value,
    basis: "measured",
    note,
    ...(target === undefined ? {} : { target }),
  });
  return [
    measured("learn-regret (0 oracle, 1 random)", usual.regret.ours ?? 1, "<= .36"),
    measured("learn-regret, last quarter", usual.last.ours ?? 1, "<= .22"),
    measured("  fixed expert plan", usual.regret["fixed expert"] ?? 1),
    measured("  each organization alone", usual.regret["no pooling"] ?? 1),
    measured("learn-coverage of 90 % intervals, biased and silent world", usual.coverage.ours ?? 0, ".85-.95"),
    measured("learn-coverage of 90 % intervals, clean world", clean.coverage.ours ?? 0, ".85-.95"),
    ...variants.map(({ name, target, market }) =>
      measured(name, tally(market, worlds, ["ours"]).regret.ours ?? 1, target),
    ),
    ...driftFigures(),
    ...gateFigures(),
  ];
}

const variants: readonly { readonly name: string; readonly target?: string; readonly market: Market }[] = [
  { name: "learn-gaming, 10 % liars", target: "<= .40", market: { ...usualMarket, liars: 0.1 } },
  { name: "learn-gaming, 20 % liars", target: "<= .45", market: { ...usualMarket, liars: 0.2 } },
  { name: "learn-regret, heavy tails (t4)", market: { ...usualMarket, tails: 4 } },
  { name: "learn-regret, deflation .3", market: { ...usualMarket, deflation: 0.3 } },
  { name: "learn-regret, deflation 1", market: { ...usualMarket, deflation: 1 } },
];

type Tally = {
  readonly regret: Partial<Record<PolicyName, number>>;
  readonly last: Partial<Record<PolicyName, number>>;
  readonly coverage: Partial<Record<PolicyName, number>>;
};

function tally(market: Market, worlds: number, policies: readonly PolicyName[]): Tally {
  const lived = (policy: PolicyName) => Array.from({ length: worlds }, (_, at) => live(policy, market, at + 1));
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const all = (runs: ReturnType<typeof lived>) => sum(runs.map(({ gained }) => sum(gained)));
  const final = (runs: ReturnType<typeof lived>) => sum(runs.map(({ gained }) => gained.at(-1) ?? 0));
  const random = lived("random");
  const oracle = lived("oracle");
  const regret: Partial<Record<PolicyName, number>> = {};
  const last: Partial<Record<PolicyName, number>> = {};
  const coverage: Partial<Record<PolicyName, number>> = {};
  for (const policy of policies) {
    const runs = lived(policy);
    regret[policy] = (all(oracle) - all(runs)) / (all(oracle) - all(random));
    last[policy] = (final(oracle) - final(runs)) / (final(oracle) - final(random));
    const of = sum(runs.map(({ covered }) => covered?.of ?? 0));
    if (of > 0) coverage[policy] = sum(runs.map(({ covered }) => covered?.inside ?? 0)) / of;
  }
  return { regret, last, coverage };
}

/** False alarms over 1,000 series of 100 outcomes without a shift, and outcomes until a shift of half a standard deviation is noticed. */
function driftFigures(): readonly Figure[] {
  const random = randomFrom(seedFrom("drift"));
  const series = 1_000;
  let alarms = 0;
  let delay = 0;
  for (let at = 0; at < series; at++) {
    let drift: Drift = noDrift;
    for (let outcome = 0; outcome < 100 && drift.alarm === null; outcome++)
      drift = watchDrift(drift, normalDraw(random));
    if (drift.alarm !== null) alarms++;
    let shifted: Drift = noDrift;
    let waited = 0;
    while (shifted.alarm === null) {
      shifted = watchDrift(shifted, 0.5 + normalDraw(random));
      waited++;
    }
    delay += waited;
  }
  const note = `${series} seeded series`;
  return [
    {
      name: "drift: false alarms per 1,000 outcomes",
      value: alarms / (series / 10),
      target: "<= 4",
      basis: "measured",
      note,
    },
    {
      name: "drift: outcomes until 0.5 SD is noticed",
      value: delay / series,
      target: "<= 40",
      basis: "measured",
      note,
    },
  ];
}

/** Canaries of four looks, 100 differences of standard deviation .9 each (two arms of .45 and what organizations differ by), with no true difference and with +.10 SD. */
function gateFigures(): readonly Figure[] {
  const canaries = 4_000;
  const note = `${canaries} seeded canaries, 4 looks of 100`;
  return [
    { name: "gate: false promotion", value: promoted(0, canaries), target: "<= 5 %", basis: "measured", note },
    { name: "gate: power at +.10 SD", value: promoted(0.1, canaries), target: ">= .5", basis: "measured", note },
  ];
}

function promoted(truth: number, canaries: number): number {
  const random = randomFrom(seedFrom(`gate/${truth}`));
  const perLook = 100;
  let promotions = 0;
  for (let at = 0; at < canaries; at++) {
    let sum = 0;
    for (const number of [1, 2, 3, 4] as const) {
      sum += perLook * truth + Math.sqrt(perLook) * 0.9 * normalDraw(random);
      const n = perLook * number;
      const look: Look = { number, difference: sum / n, standardError: 0.9 / Math.sqrt(n) };
      const verdict = judgeLook(look);
      if (verdict === "promote") promotions++;
      if (verdict !== "wait") break;
    }
  }
  return promotions / canaries;
}
