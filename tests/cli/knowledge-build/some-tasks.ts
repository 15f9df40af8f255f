import { indexActivities } from "#app/cli/knowledge-build/activity-priors.ts";
import type { TaskReaders } from "#app/cli/knowledge-build/label-tasks.ts";
import type { Task } from "#app/cli/knowledge-build/read-tasks.ts";
import { readByNeighbours, readByWords, taskWords } from "#app/cli/knowledge-build/text-priors.ts";

let count = 0;

/** A task of one's own words, unlabelled unless said. */
export function aTask(over: Partial<Task> = {}): Task {
  count += 1;
  const onet = over.onet ?? "43-0000.00";
  const dwas = over.dwas ?? ["4.A.1.a.1.I01.D01"];
  return {
    id: count,
    soc: onet.slice(0, 7),
    text: "Write the weekly letter",
    iwas: [...new Set(dwas.map((dwa) => dwa.slice(0, dwa.lastIndexOf("."))))],
    core: true,
    rated: null,
    human: -1,
    rubric1: -1,
    rubric2: -1,
    automation1: null,
    automation2: null,
    automationHuman: null,
    observed: null,
    ...over,
    onet,
    dwas,
  };
}

export function readersOf(tasks: readonly Task[]): TaskReaders {
  const words = taskWords(tasks);
  return {
    activities: indexActivities(tasks),
    words: readByWords(words),
    neighbours: readByNeighbours(tasks, words),
  };
}
