import { seedDemonstration } from "#app/demonstration/seed-demonstration.server.ts";
import type { Command } from "./command.ts";
import { composeHouse } from "./compose-house.ts";

/** Puts the demonstration into the database of the environment, as the web process does when it starts. */
export const command: Command = {
  name: "seed",
  summary: "the demonstration into the database of the environment",
  example: {},
  async run(io) {
    const composed = await composeHouse();
    try {
      io.progress("seeding, which assesses a whole organization twice …");
      const seeded = await seedDemonstration(composed.deps, composed);
      await io.write(`${JSON.stringify({ place: composed.place, demonstration: seeded })}\n`);
    } finally {
      await composed.close();
    }
  },
};
