import fc from "fast-check";
import { expect, test } from "vitest";
import { scoreOf } from "#app/cli/knowledge-build/build-cells.ts";
import { defaultLabelOptions, labelTasks } from "#app/cli/knowledge-build/label-tasks.ts";
import type { Task } from "#app/cli/knowledge-build/read-tasks.ts";
import { aTask, readersOf } from "./some-tasks.ts";

const label = fc.integer({ min: -1, max: 2 });
const someTasks = fc.array(
  fc
    .record({
      human: label,
      rubric1: label,
      rubric2: label,
      text: fc.constantFrom("Write letters to clients", "Lift crates from trucks", "Write crates of letters"),
      dwas: fc.constantFrom(["4.A.1.a.1.I01.D01"], ["4.A.1.a.1.I01.D02"], ["4.A.2.b.1.I03.D01", "4.A.1.a.1.I02.D01"]),
    })
    .map((over) => aTask(over)),
  { minLength: 3, maxLength: 30 },
);

function beliefsOf(tasks: readonly Task[]) {
  return labelTasks(tasks, defaultLabelOptions, readersOf(tasks));
}

test("every belief is a distribution over the three classes", () => {
  fc.assert(
    fc.property(someTasks, (tasks) => {
      for (const { belief, alone, similar } of beliefsOf(tasks)) {
        for (const shares of [belief, alone, similar]) {
          expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
          for (const share of shares) expect(share).toBeGreaterThanOrEqual(0);
        }
      }
    }),
    { numRuns: 40 },
  );
});

test("the order of tasks does not matter", () => {
  fc.assert(
    fc.property(someTasks, (tasks) => {
      const forth = beliefsOf(tasks).map(({ belief }) => scoreOf(belief));
      const back = beliefsOf([...tasks].reverse())
        .map(({ belief }) => scoreOf(belief))
        .reverse();
      forth.forEach((score, at) => {
        expect(score).toBeCloseTo(back[at] ?? Number.NaN, 6);
      });
    }),
    { numRuns: 40 },
  );
});

/** Forty letters that all raters call exposed, forty loads that none does, and one task of each kind without labels. */
function lettersAndLoads(): readonly Task[] {
  const letters = { text: "Write letters to clients", dwas: ["4.A.1.a.1.I01.D01"] };
  const loads = { text: "Lift heavy crates from trucks", dwas: ["4.A.3.a.1.I01.D01"] };
  return [
    ...Array.from({ length: 40 }, () => aTask({ ...letters, human: 1, rubric1: 1, rubric2: 1 })),
    ...Array.from({ length: 40 }, () => aTask({ ...loads, human: 0, rubric1: 0, rubric2: 0 })),
    aTask(letters),
    aTask(loads),
  ];
}

test("an unlabelled task goes to what tasks of its activity and words are", () => {
  const beliefs = beliefsOf(lettersAndLoads());
  expect(scoreOf(beliefs[80]?.belief ?? [1, 0, 0])).toBeGreaterThan(0.8);
  expect(scoreOf(beliefs[81]?.belief ?? [0, 1, 0])).toBeLessThan(0.2);
});

test("a label against all similar tasks is pulled toward them and does not reach them", () => {
  const odd = aTask({ text: "Write letters to clients", human: 0, rubric1: 0, rubric2: 0 });
  const found = beliefsOf([...lettersAndLoads(), odd]).at(-1);
  const alone = scoreOf(found?.alone ?? [0, 0, 0]);
  const similar = scoreOf(found?.similar ?? [0, 0, 0]);
  const believed = scoreOf(found?.belief ?? [0, 0, 0]);
  expect(alone).toBeLessThan(believed);
  expect(believed).toBeLessThan(similar);
});

test("withheld human labels leave no trace", () => {
  const tasks = lettersAndLoads();
  const other = tasks.map((task) => ({ ...task, human: task.human === 1 ? 0 : 1 }));
  const blind = (of: readonly Task[]) => labelTasks(of, defaultLabelOptions, readersOf(of), () => false);
  expect(blind(tasks)).toEqual(blind(other));
});
