import { listOccupations } from "#app/domain/exposure/list-occupations.ts";
import type { Command } from "./command.ts";

export const command: Command = {
  name: "occupations",
  summary: "every occupation with its exposure",
  example: "",
  async run(io) {
    for (const row of listOccupations((await io.knowledge()).occupations)) await io.write(`${JSON.stringify(row)}\n`);
  },
};
