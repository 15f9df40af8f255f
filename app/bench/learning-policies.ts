import { type Random, randomFrom, seedFrom } from "#app/domain/kernel/random.ts";
import type { Evidence, Prior } from "#app/domain/learning/evidence.ts";
import { exploringValue } from "#app/domain/learning/explore.ts";
import { learnInCommon } from "#app/domain/learning/learn.ts";
import {
  hierarchyFor,
  type Learnt,
  nothingLearnt,
  type Posterior,
  posteriorIn,
  posteriorOf,
} from "#app/domain/learning/posterior.ts";
import { type Heard, heardPlainly, learnSilence } from "#app/domain/learning/silence.ts";
import { actionId, type Market, makeWorld, observe, organizationId, type World } from "./learning-market.ts";

export type PolicyName = "random" | "fixed expert" | "oracle" | "no pooling" | "ours";

export type Run = {
  /** True effect gained, by quarter. */
  readonly gained: readonly number[];
  /** Of 90 % intervals of every eligible pair after the last quarter; null where the policy has none. */
  readonly covered: { readonly inside: number; readonly of: number } | null;
};

type Beliefs = (organization: number, action: number) => Posterior;

/** One policy lived through one world. The same seed gives every policy the same chances. */
export function live(policy: PolicyName, market: Market, seed: number): Run {
  const world = makeWorld(market, seed);
  const chance = randomFrom(seedFrom(`outcomes/${seed}`));
  const own = randomFrom(seedFrom(`policy/${policy}/${seed}`));
  const heard: Heard[] = [];
  const gained: number[] = [];
  let asked = 0;
  let beliefs: Beliefs | null = null;
  for (let quarter = 0; quarter < market.quarters; quarter++) {
    beliefs = believe(policy, world, heard, asked);
    let gain = 0;
    for (let organization = 0; organization < market.organizations; organization++) {
      for (const action of choose(policy, world, organization, beliefs, own)) {
        gain += world.truth[organization]?.[action] ?? 0;
        const outcome = observe(world, organization, action, quarter, chance);
        asked++;
        if (outcome !== null) heard.push(outcome);
      }
    }
    gained.push(gain);
  }
  beliefs = believe(policy, world, heard, asked);
  return { gained, covered: beliefs === null ? null : cover(world, beliefs) };
}

function believe(policy: PolicyName, world: World, heard: readonly Heard[], asked: number): Beliefs | null {
  if (policy !== "ours" && policy !== "no pooling") return null;
  const priors = new Map(world.priors.map((prior) => [prior.interventionId, prior]));
  const came = heard.filter(({ followedUp }) => !followedUp).length;
  const silence = learnSilence(heard, asked === 0 ? 1 : came / asked);
  const evidence = heard.map((each) => heardPlainly(each, silence, 1));
  if (policy === "no pooling") return alone(world, priors, evidence);
  const learnt = learnInCommon(priors, evidence);
  const shared = world.priors.map((prior) => {
    const usable = evidence.filter(({ interventionId }) => interventionId === prior.interventionId);
    return { usable, hierarchy: hierarchyFor(prior, usable, learnt) };
  });
  return (organization, action) => {
    const part = shared[action];
    if (part === undefined) throw new RangeError(`no action ${action}`);
    return posteriorIn(part.hierarchy, part.usable, scopeOf(world, organization, action), learnt);
  };
}

function alone(world: World, priors: ReadonlyMap<string, Prior>, evidence: readonly Evidence[]): Beliefs {
  const learnt: Learnt = nothingLearnt;
  return (organization, action) => {
    const prior = priors.get(actionId(action));
    if (prior === undefined) throw new RangeError(`no action ${action}`);
    const own = evidence.filter((each) => each.organization === organizationId(organization));
    return posteriorOf(prior, own, scopeOf(world, organization, action), learnt);
  };
}

function scopeOf(world: World, organization: number, action: number) {
  const segment = world.segments[organization] ?? { sector: "none", size: "any" };
  return { organization: organizationId(organization), interventionId: actionId(action), segment };
}

/** Greedy by value for cost within the budget; nothing that is expected to harm. */
function choose(
  policy: PolicyName,
  world: World,
  organization: number,
  beliefs: Beliefs | null,
  own: Random,
): readonly number[] {
  const open = world.costs.flatMap((cost, action) =>
    world.eligible[organization]?.[action] ? [{ action, cost }] : [],
  );
  const valued = open.map(({ action, cost }) => {
    if (policy === "random") return { action, cost, rank: own(), value: 1 };
    if (policy === "oracle") return ranked(action, cost, world.truth[organization]?.[action] ?? 0);
    if (beliefs === null) return ranked(action, cost, world.priors[action]?.mean ?? 0);
    return ranked(action, cost, beliefs(organization, action).mean);
  });
  const chosen = fill(valued, world.market.budget);
  if (policy !== "ours" || beliefs === null) return chosen.map(({ action }) => action);
  const marginal = Math.min(...chosen.map(({ rank }) => rank), Number.POSITIVE_INFINITY);
  if (!Number.isFinite(marginal)) return [];
  const explored = open.map(({ action, cost }) =>
    ranked(action, cost, exploringValue(beliefs(organization, action), marginal * cost, own)),
  );
  return fill(explored, world.market.budget).map(({ action }) => action);
}

type Ranked = { readonly action: number; readonly cost: number; readonly rank: number; readonly value: number };

function ranked(action: number, cost: number, value: number): Ranked {
  return { action, cost, rank: value / cost, value };
}

function fill(valued: readonly Ranked[], budget: number): readonly Ranked[] {
  let left = budget;
  return [...valued]
    .sort((a, b) => b.rank - a.rank)
    .filter(({ cost, value }) => {
      if (value <= 0 || cost > left) return false;
      left -= cost;
      return true;
    });
}

function cover(world: World, beliefs: Beliefs): { readonly inside: number; readonly of: number } {
  let inside = 0;
  let of = 0;
  world.truth.forEach((effects, organization) => {
    effects.forEach((effect, action) => {
      if (!world.eligible[organization]?.[action]) return;
      const { low, high } = beliefs(organization, action).effect;
      of++;
      if (effect >= low && effect <= high) inside++;
    });
  });
  return { inside, of };
}
