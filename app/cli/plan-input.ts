import { z } from "zod";
import type { PlanProblem } from "#app/domain/planning/problem.ts";
import { InputRefused, parseOrRefuse } from "./command.ts";

const whole = z.number().int().min(0);
const amount = z.number().min(0);

const mode = z.object({
  duration: z.number().int().min(1),
  hoursPerPeriod: z.array(amount),
  cashAtStart: amount.default(0),
  benefitPerPeriodAfterFinish: z.number().default(0),
});

const action = z.object({
  id: z.string().min(1),
  mandatory: z.boolean().nullish(),
  deadline: whole.nullish(),
  requires: z.array(z.string()).nullish(),
  modes: z.array(mode).min(1),
});

const problem = z.object({
  horizon: z.number().int().min(1).max(520),
  tailPeriods: whole.default(0),
  pools: z.array(amount),
  cash: z.array(z.number()),
  actions: z.array(action).max(5_000),
  seconds: z.number().positive().max(600).nullish(),
  seed: z.number().int().nullish(),
});

/** Reads a planning problem, or refuses it naming the first field that is wrong. `at` leads the path. */
export function readProblem(value: unknown, at = ""): PlanProblem {
  const parsed = parseOrRefuse(problem, value, at);
  const ids = new Set<string>();
  for (const [index, { id, modes, requires }] of parsed.actions.entries()) {
    const path = `${at}actions.${index}`;
    if (ids.has(id)) throw new InputRefused("duplicate-id", `the id ${id} stands twice`, `${path}.id`);
    ids.add(id);
    for (const [k, { hoursPerPeriod }] of modes.entries())
      if (hoursPerPeriod.length > parsed.pools.length)
        throw new InputRefused(
          "unknown-pool",
          "more figures than there are pools",
          `${path}.modes.${k}.hoursPerPeriod`,
        );
    for (const [k, required] of (requires ?? []).entries())
      if (!parsed.actions.some((other) => other.id === required))
        throw new InputRefused("unknown-action", `there is no action ${required}`, `${path}.requires.${k}`);
  }
  if (parsed.cash.length < parsed.horizon)
    throw new InputRefused("too-short", `cash needs ${parsed.horizon} entries, one a period`, `${at}cash`);
  return {
    ...parsed,
    seconds: parsed.seconds ?? 10,
    seed: parsed.seed ?? 1,
    actions: parsed.actions.map((own) => ({
      id: own.id,
      mandatory: own.mandatory ?? false,
      deadline: own.deadline ?? null,
      requires: own.requires ?? [],
      modes: own.modes,
    })),
  };
}

/** A small problem that the help of the planning commands prints. */
export const exampleProblem = {
  horizon: 12,
  tailPeriods: 6,
  pools: [60, 40],
  cash: [6000, 6000, 6000, 12000, 12000, 12000, 18000, 18000, 18000, 24000, 24000, 24000],
  actions: [
    {
      id: "name-an-owner",
      mandatory: true,
      deadline: 3,
      requires: [],
      modes: [{ duration: 1, hoursPerPeriod: [10, 0], cashAtStart: 0, benefitPerPeriodAfterFinish: 100 }],
    },
    {
      id: "ai-literacy",
      mandatory: false,
      deadline: null,
      requires: [],
      modes: [
        { duration: 2, hoursPerPeriod: [30, 0], cashAtStart: 1500, benefitPerPeriodAfterFinish: 400 },
        { duration: 1, hoursPerPeriod: [50, 10], cashAtStart: 6000, benefitPerPeriodAfterFinish: 520 },
      ],
    },
    {
      id: "redesign-invoice-matching",
      mandatory: false,
      deadline: null,
      requires: ["name-an-owner", "ai-literacy"],
      modes: [{ duration: 3, hoursPerPeriod: [20, 35], cashAtStart: 9000, benefitPerPeriodAfterFinish: 2600 }],
    },
  ],
  seconds: 2,
  seed: 1,
};
