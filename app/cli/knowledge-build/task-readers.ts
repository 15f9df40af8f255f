import { indexActivities } from "./activity-priors.ts";
import type { TaskReaders } from "./label-tasks.ts";
import type { Task } from "./read-tasks.ts";
import { readByNeighbours, readByWords, taskWords } from "./text-priors.ts";

/** What tasks have in common, by activity and by words. */
export function readersOf(tasks: readonly Task[]): TaskReaders {
  const words = taskWords(tasks);
  return {
    activities: indexActivities(tasks),
    words: readByWords(words),
    neighbours: readByNeighbours(tasks, words),
  };
}
