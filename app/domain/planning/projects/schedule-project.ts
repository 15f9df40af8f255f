import { type Random, randomFrom, seedFrom } from "#app/domain/kernel/random.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import {
  lowerBoundOf,
  type Network,
  networkOf,
  type Project,
  type ProjectFailure,
  type ProjectSchedule,
} from "./project.ts";
import { SerialScheduler } from "./serial-schedule.ts";

type Member = { readonly order: Int32Array; readonly starts: Int32Array; readonly makespan: number };

/** Schedules built for each second of budget, times the number of activities: about what one core does. */
const schedulesPerSecond = 180_000;
const populationSize = 40;

/**
 * A short schedule of a resource-constrained project: activity lists bred with two-point crossover (Hartmann), serial generation,
 * forward-backward improvement of every child (Valls et al.). Budget in schedules, not on the clock; stops early at the lower bound.
 */
export function scheduleProject(project: Project): Result<ProjectSchedule, ProjectFailure> {
  const network = networkOf(project);
  if ("kind" in network) return fail(network);
  const lowerBound = lowerBoundOf(network);
  const best = network.count === 0 ? null : breed(network, lowerBound, Math.ceil(project.seconds * schedulesPerSecond));
  const starts = Object.fromEntries(
    project.activities.map((activity, index) => [activity.id, best?.starts[index] ?? 0]),
  );
  return ok({ makespan: best?.makespan ?? 0, lowerBound, starts });
}

function breed(network: Network, lowerBound: number, budget: number): Member {
  const random = randomFrom(seedFrom(`project ${network.count} ${network.durations.join(",")}`));
  const scheduler = new SerialScheduler(network);
  const latest = latestFinish(network);
  const make = (order: Int32Array): Member => {
    const starts = new Int32Array(network.count);
    scheduler.forward(order, starts);
    const makespan = scheduler.justify(starts, order);
    return { order, starts, makespan };
  };
  const rounds = Math.max(populationSize, Math.ceil(budget / Math.max(1, network.count) / 4));
  let population = Array.from({ length: populationSize }, (_, k) => make(sampled(network, latest, random, k === 0)));
  population.sort((a, b) => a.makespan - b.makespan);
  let sinceBetter = 0;
  let champion = population[0] as Member;
  for (let made = populationSize; made < rounds && champion.makespan > lowerBound; made += 2) {
    const mother = population[Math.floor(random() ** 1.5 * population.length)] as Member;
    const father = population[Math.floor(random() * population.length)] as Member;
    const children = [cross(mother.order, father.order, random), cross(father.order, mother.order, random)].map(
      (order) => make(mutated(order, network, random)),
    );
    for (const child of children) admit(population, child);
    const leader = population[0] as Member;
    sinceBetter = leader.makespan < champion.makespan ? 0 : sinceBetter + 2;
    if (leader.makespan < champion.makespan) champion = leader;
    if (sinceBetter > 1_600) {
      population = Array.from({ length: populationSize - 1 }, () => make(sampled(network, latest, random, false)));
      admit(population, champion);
      sinceBetter = 0;
    }
  }
  return champion;
}

/** Puts a member in its place by makespan and drops the longest; twins of equal starts are refused. */
function admit(population: Member[], member: Member): void {
  if (
    population.some(
      (other) => other.makespan === member.makespan && other.starts.every((start, a) => start === member.starts[a]),
    )
  )
    return;
  const at = population.findIndex((other) => other.makespan >= member.makespan);
  population.splice(at === -1 ? population.length : at, 0, member);
  if (population.length > populationSize) population.pop();
}

/** An order by latest finish, or a biased random one (regret sampling). */
function sampled(network: Network, latest: Float64Array, random: Random, plain: boolean): Int32Array {
  const open = network.before.map((list) => list.length);
  const ready = open.flatMap((count, index) => (count === 0 ? [index] : []));
  const order = new Int32Array(network.count);
  for (let at = 0; at < network.count; at++) {
    const worst = Math.max(...ready.map((a) => latest[a] as number));
    const weights = ready.map((a) => (worst - (latest[a] as number) + 1) ** (plain ? 12 : 2));
    let ticket = plain ? 0 : random() * weights.reduce((sum, weight) => sum + weight, 0);
    let pick = plain ? weights.indexOf(Math.max(...weights)) : 0;
    if (!plain)
      while (pick < ready.length - 1 && ticket >= (weights[pick] as number)) ticket -= weights[pick++] as number;
    const [activity] = ready.splice(pick, 1) as [number];
    order[at] = activity;
    for (const other of network.after[activity] as readonly number[]) {
      open[other] = (open[other] as number) - 1;
      if (open[other] === 0) ready.push(other);
    }
  }
  return order;
}

/** Two-point crossover: the middle comes in the father's order. Keeps precedence when both parents do. */
function cross(mother: Int32Array, father: Int32Array, random: Random): Int32Array {
  const count = mother.length;
  const from = Math.floor(random() * count);
  const to = from + Math.floor(random() * (count - from));
  const head = mother.slice(0, from);
  const taken = new Uint8Array(count);
  for (const a of head) taken[a] = 1;
  const child: number[] = [...head];
  for (const a of father) {
    if (child.length >= to) break;
    if (taken[a] === 0) {
      taken[a] = 1;
      child.push(a);
    }
  }
  for (const a of mother) if (taken[a] === 0) child.push(a);
  return Int32Array.from(child);
}

/** Swaps neighbours now and then where precedence allows. */
function mutated(order: Int32Array, network: Network, random: Random): Int32Array {
  for (let at = 0; at < order.length - 1; at++) {
    if (random() >= 0.05) continue;
    const [a, b] = [order[at] as number, order[at + 1] as number];
    if ((network.after[a] as readonly number[]).includes(b)) continue;
    order[at] = b;
    order[at + 1] = a;
  }
  return order;
}

function latestFinish(network: Network): Float64Array {
  const horizon = network.durations.reduce((sum, duration) => sum + duration, 0);
  const latest = new Float64Array(network.count).fill(horizon);
  for (const a of [...network.order].reverse())
    for (const other of network.after[a] as readonly number[])
      latest[a] = Math.min(latest[a] as number, (latest[other] as number) - (network.durations[other] as number));
  return latest;
}
