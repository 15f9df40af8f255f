import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { normalDraw, type Random, randomFrom, seedFrom } from "#app/domain/kernel/random.ts";
import type { Prior, Segment } from "#app/domain/learning/evidence.ts";
import type { Heard } from "#app/domain/learning/silence.ts";

/** What may be varied of the simulated market of METHODS 6. Effects are in standard deviations. */
export type Market = {
  readonly organizations: number;
  readonly actions: number;
  readonly quarters: number;
  readonly budget: number;
  readonly deflation: number;
  /** Degrees of freedom of the noise; infinite is normal. */
  readonly tails: number;
  /** Share of outcomes that are self-reported, and the bias of a source. */
  readonly selfReported: number;
  readonly bias: { readonly mean: number; readonly sd: number };
  /** False: everybody reports everything. */
  readonly silence: boolean;
  /** Share of organizations that add a whole standard deviation to what they report. */
  readonly liars: number;
};

export const usualMarket: Market = {
  organizations: 60,
  actions: 24,
  quarters: 12,
  budget: 10,
  deflation: 0.6,
  tails: Number.POSITIVE_INFINITY,
  selfReported: 0.5,
  bias: { mean: 0.2, sd: 0.1 },
  silence: true,
  liars: 0,
};

export type World = {
  readonly market: Market;
  readonly priors: readonly Prior[];
  readonly costs: readonly number[];
  readonly segments: readonly Segment[];
  /** By organization and action. */
  readonly truth: readonly (readonly number[])[];
  readonly eligible: readonly (readonly boolean[])[];
  readonly biases: readonly number[];
};

const noise = 0.45;
const sectors = 6;
/** What the literature is trusted to, after deflation: wider than the .12 by which the world departs from it. */
const priorSd = 0.15;

export function makeWorld(market: Market, seed: number): World {
  const random = randomFrom(seedFrom(`market/${seed}`));
  const normal = (mean: number, sd: number) => mean + sd * normalDraw(random);
  const literature = Array.from({ length: market.actions }, () => normal(0.35, 0.25));
  const costs = literature.map(() => 1 + 3 * random());
  const mu = literature.map((published) => normal(market.deflation * published, 0.12));
  const bySector = Array.from({ length: sectors }, () => mu.map((mean) => normal(mean, 0.12)));
  const organizations = Array.from({ length: market.organizations }, (_, at) => at);
  return {
    market,
    costs,
    priors: literature.map((published, at) => ({
      interventionId: actionId(at),
      scale: "smd",
      mean: 0.6 * published,
      sd: priorSd,
      unit: 1,
    })),
    segments: organizations.map((at) => ({ sector: `sector-${at % sectors}`, size: "any" })),
    truth: organizations.map((at) => (bySector[at % sectors] ?? []).map((mean) => normal(mean, 0.15))),
    eligible: organizations.map(() => costs.map(() => random() < 0.6)),
    biases: organizations.map(
      (at) => normal(market.bias.mean, market.bias.sd) + (at < market.liars * market.organizations ? 1 : 0),
    ),
  };
}

export function actionId(at: number): string {
  return `action-${String(at).padStart(2, "0")}`;
}

export function organizationId(at: number): string {
  return `organization-${String(at).padStart(2, "0")}`;
}

/** What becomes known of one action done in one quarter: the outcome, or null where nobody says anything. */
export function observe(
  world: World,
  organization: number,
  action: number,
  quarter: number,
  random: Random,
): Heard | null {
  const { market } = world;
  const felt = (world.truth[organization]?.[action] ?? 0) + noise * draw(market.tails, random);
  const reported = random() < market.selfReported;
  const said = felt + (reported ? (world.biases[organization] ?? 0) : 0);
  const comes = !market.silence || random() < 1 / (1 + Math.exp(-(0.9 + 1.2 * (said - 0.2))));
  const asked = random() < 0.25;
  if (!comes && !asked) return null;
  const month = String(1 + 3 * (quarter % 4)).padStart(2, "0");
  return {
    interventionId: actionId(action),
    organization: organizationId(organization),
    segment: world.segments[organization] ?? { sector: "none", size: "any" },
    effect: comes ? said : felt,
    variance: noise ** 2,
    basis: comes && reported ? "reported" : "measured",
    observedOn: `${2024 + Math.floor(quarter / 4)}-${month}-15` as IsoDate,
    followedUp: !comes,
  };
}

/** A draw of variance 1: normal, or Student's t scaled down to it. */
function draw(tails: number, random: Random): number {
  const z = normalDraw(random);
  if (!Number.isFinite(tails)) return z;
  let chi = 0;
  for (let at = 0; at < tails; at++) chi += normalDraw(random) ** 2;
  return (z / Math.sqrt(chi / tails)) * Math.sqrt((tails - 2) / tails);
}
