import type { Command } from "./command.ts";

/**
 * Every headless command, by name. The summary stands here so that `help` loads nothing else;
 * a command's file is imported when it is run.
 */
export const commands: Readonly<Record<string, { summary: string; load: () => Promise<{ command: Command }> }>> = {
  titles: { summary: "job titles to occupations, with probabilities (NDJSON)", load: () => import("./titles.ts") },
  occupations: { summary: "every occupation with its exposure (NDJSON)", load: () => import("./occupations.ts") },
  tasks: { summary: "every activity of every occupation with its exposure (NDJSON)", load: () => import("./tasks.ts") },
  exposure: { summary: "the automation exposure of one organization", load: () => import("./exposure.ts") },
};
