import { z } from "zod";
import { scheduleProject } from "#app/domain/planning/projects/schedule-project.ts";
import { type Command, InputRefused, parseOrRefuse, readJson } from "./command.ts";

const count = z.number().int().min(0);
const activity = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  duration: count.max(10_000),
  demands: z.array(count),
  successors: z.array(z.union([z.string(), z.number()]).transform(String)).default([]),
});
const input = z.object({
  capacities: z.array(count),
  activities: z.array(activity).max(5_000),
  seconds: z.number().positive().max(600).default(10),
});

const words = {
  circular: "the activity waits for itself",
  "too-large": "the activity demands more than the capacity",
  "unknown-successor": "a successor of the activity does not exist",
} as const;

export const command: Command = {
  name: "schedule",
  summary: "a short schedule of a resource-constrained project",
  example: {
    capacities: [4, 3],
    activities: [
      { id: "start", duration: 0, demands: [0, 0], successors: ["survey", "order"] },
      { id: "survey", duration: 3, demands: [2, 1], successors: ["install"] },
      { id: "order", duration: 4, demands: [3, 0], successors: ["install"] },
      { id: "install", duration: 2, demands: [2, 2], successors: ["end"] },
      { id: "end", duration: 0, demands: [0, 0], successors: [] },
    ],
    seconds: 1,
  },
  async run(io) {
    const project = parseOrRefuse(input, await readJson(io));
    const schedule = scheduleProject(project);
    if (!schedule.ok) {
      const { kind, activity: id } = schedule.failure;
      const at = project.activities.findIndex((own) => own.id === id);
      throw new InputRefused(kind, `${words[kind]}: ${id}`, `activities.${at}`);
    }
    await io.write(`${JSON.stringify(schedule.value)}\n`);
  },
};
