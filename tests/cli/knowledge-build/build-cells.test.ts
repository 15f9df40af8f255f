import { expect, test } from "vitest";
import { buildCells, type LabelledTask } from "#app/cli/knowledge-build/build-cells.ts";
import type { Belief } from "#app/cli/knowledge-build/label-tasks.ts";
import type { Task } from "#app/cli/knowledge-build/read-tasks.ts";
import { aTask } from "./some-tasks.ts";

const write = "4.A.1.a.1.I01";
const lift = "4.A.3.a.1.I01";
const indexOf = new Map([
  [write, 0],
  [lift, 1],
]);

function labelled(over: Partial<Task>, belief: Belief, automation = 0.5): LabelledTask {
  const task = aTask(over);
  const observed = task.observed !== null;
  return {
    task,
    belief: { belief, alone: belief, similar: [0.5, 0.25, 0.25] },
    automation: { mean: automation, sd: 0.1, observed },
  };
}

const tasks = [
  labelled({ dwas: [`${write}.D01`], human: 1, rubric1: 2, rubric2: 0 }, [0, 1, 0]),
  labelled({ dwas: [`${write}.D02`], human: 0, rubric1: 2, rubric2: 0, core: false }, [1, 0, 0]),
  labelled({ dwas: [`${lift}.D01`], rubric1: 0, observed: { automation: 0.8, evidence: 20 } }, [1, 0, 0]),
];

test("each source is kept as it speaks alone, with the tasks behind it", () => {
  const [writing, lifting] = buildCells(tasks, indexOf, null, { tasks: "core", published: 0 });
  expect(writing?.evidence.raters).toEqual([
    { source: "human-raters", score: 2 / 3, tasks: 2 },
    { source: "model-rubric-1", score: 0.5, tasks: 2 },
    { source: "model-rubric-2", score: 0, tasks: 2 },
  ]);
  expect(writing?.evidence.similar).toBeCloseTo(0.375);
  expect(writing?.evidence.observed).toBeNull();
  expect(lifting?.evidence.raters.map(({ source }) => source)).toEqual(["model-rubric-1"]);
  expect(lifting?.evidence.observed).toEqual({ automation: 0.8, tasks: 1 });
});

test("core tasks count twice a supplemental one, and published weights come in by their part", () => {
  const weights = (published: number, by: "core" | "equal" = "core") =>
    buildCells(tasks, indexOf, new Map([[lift, 3]]), { tasks: by, published }).map(({ weight }) => weight);
  expect(weights(0)).toEqual([0.6, 0.4]);
  expect(weights(0, "equal")).toEqual([2 / 3, 1 / 3]);
  expect(weights(1)).toEqual([0, 1]);
  const [first = 0, second = 0] = weights(0.25);
  expect(first).toBeCloseTo(0.45);
  expect(first + second).toBeCloseTo(1);
});

test("the order of tasks does not matter", () => {
  const options = { tasks: "core", published: 0.25 } as const;
  expect(buildCells([...tasks].reverse(), indexOf, null, options)).toEqual(buildCells(tasks, indexOf, null, options));
});
