import { z } from "zod";
import { checkPlan } from "#app/domain/planning/check-plan.ts";
import { type Command, parseOrRefuse, readJson } from "./command.ts";
import { exampleProblem, readProblem } from "./plan-input.ts";

const entry = z.object({ id: z.string(), mode: z.number().int(), start: z.number(), finish: z.number().nullish() });
const input = z.object({ instance: z.unknown(), schedule: z.array(entry) });

export const command: Command = {
  name: "validate-plan",
  summary: "the independent checker of a plan",
  example: { instance: exampleProblem, schedule: [{ id: "name-an-owner", mode: 0, start: 0, finish: 1 }] },
  async run(io) {
    const { instance, schedule } = parseOrRefuse(input, await readJson(io));
    const problem = readProblem(instance, "instance.");
    const durations = new Map(problem.actions.map((action) => [action.id, action.modes.map((mode) => mode.duration)]));
    const complete = schedule.map(({ finish, ...own }) => ({
      ...own,
      finish: finish ?? own.start + (durations.get(own.id)?.[own.mode] ?? 0),
    }));
    await io.write(`${JSON.stringify(checkPlan(problem, complete))}\n`);
  },
};
