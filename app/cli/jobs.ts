import { once } from "node:events";
import { handlers } from "#app/jobs/handlers.server.ts";
import { startWorker } from "#app/jobs/start-worker.server.ts";
import type { Command } from "./command.ts";
import { composeHouse } from "./compose-house.ts";

/**
 * The job loop by itself, beside web processes with `JOBS=separate` on the same libSQL server. SIGTERM and SIGINT tell the
 * running job to stop and wait for it; a second signal ends the process at once, and the job's lease runs out.
 */
export const command: Command = {
  name: "jobs",
  summary: "runs jobs until SIGTERM: jobs, with the variables of the web process",
  example: {},
  async run(io) {
    const composed = await composeHouse();
    const asked = new AbortController();
    const signal = Promise.race(
      ["SIGTERM", "SIGINT"].map((name) => once(process, name, { signal: asked.signal }).then(() => name)),
    );
    const worker = startWorker(composed.deps, handlers);
    io.progress(`running jobs of ${composed.place}; stop with SIGTERM or Ctrl-C`);
    const name = await signal;
    // The handlers go, so that a second signal is answered by the system.
    asked.abort();
    io.progress(`${name}: stopping …`);
    await worker.stop();
    await composed.close();
    await io.write(`${JSON.stringify({ place: composed.place, stoppedBy: name })}\n`);
  },
};
