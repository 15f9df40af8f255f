import { run as solvePlan } from "#app/workers/plan.ts";
import { type Command, readJson } from "./command.ts";
import { exampleProblem, readProblem } from "./plan-input.ts";

export const command: Command = {
  name: "plan",
  summary: "which actions to do, how and when, with a certified bound",
  example: exampleProblem,
  async run(io) {
    const problem = readProblem(await readJson(io));
    io.progress(`planning ${problem.actions.length} actions over ${problem.horizon} periods`);
    await io.write(`${JSON.stringify(await solvePlan(problem))}\n`);
  },
};
