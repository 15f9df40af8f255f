import { listActivities } from "#app/domain/exposure/list-occupations.ts";
import type { Command } from "./command.ts";

export const command: Command = {
  name: "tasks",
  summary: "every work activity of every occupation with its exposure",
  example: "",
  async run(io) {
    for (const row of listActivities((await io.knowledge()).occupations)) await io.write(`${JSON.stringify(row)}\n`);
  },
};
