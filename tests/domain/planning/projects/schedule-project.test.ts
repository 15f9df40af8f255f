import fc from "fast-check";
import { expect, test } from "vitest";
import { randomFrom } from "#app/domain/kernel/random.ts";
import type { Activity, Project } from "#app/domain/planning/projects/project.ts";
import { scheduleProject } from "#app/domain/planning/projects/schedule-project.ts";

function aRandomProject(seed: number): Project {
  const random = randomFrom(seed);
  const below = (n: number) => Math.floor(random() * n);
  const count = 2 + below(12);
  const activities = Array.from({ length: count }, (_, index): Activity => {
    const later = Array.from({ length: count - index - 1 }, (_unused, k) => index + 1 + k);
    return {
      id: `t${index}`,
      duration: below(5),
      demands: [below(4), below(4)],
      successors: later.filter(() => random() < 0.25).map((other) => `t${other}`),
    };
  });
  return { capacities: [3, 3], activities, seconds: 0.02 };
}

test("every schedule keeps precedence and capacity, and is no shorter than the bound", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
      const project = aRandomProject(seed);
      const answer = scheduleProject(project);
      if (!answer.ok) return false;
      const { starts, makespan, lowerBound } = answer.value;
      const end = (activity: Activity) => (starts[activity.id] ?? 0) + activity.duration;
      const ordered = project.activities.every((a) => a.successors.every((id) => (starts[id] ?? 0) >= end(a)));
      const within = Array.from({ length: makespan }, (_, t) => t).every((t) =>
        project.capacities.every((capacity, r) => {
          const running = project.activities.filter((a) => (starts[a.id] ?? 0) <= t && t < end(a));
          return running.reduce((sum, a) => sum + (a.demands[r] ?? 0), 0) <= capacity;
        }),
      );
      return ordered && within && makespan >= lowerBound && makespan === Math.max(...project.activities.map(end));
    }),
    { numRuns: 60 },
  );
});

test("packs parallel work as tightly as the resource allows", () => {
  const activities = ["a", "b", "c", "d"].map((id) => ({ id, duration: 3, demands: [2], successors: [] }));
  expect(scheduleProject({ capacities: [4], activities, seconds: 0.1 })).toMatchObject({
    value: { makespan: 6, lowerBound: 6 },
  });
});

test("says which activity makes a project impossible", () => {
  const base = { duration: 1, demands: [1] };
  const failing = (activities: Activity[]) => scheduleProject({ capacities: [1], activities, seconds: 0.1 });
  expect(
    failing([
      { ...base, id: "a", successors: ["b"] },
      { ...base, id: "b", successors: ["a"] },
    ]),
  ).toMatchObject({ failure: { kind: "circular" } });
  expect(failing([{ ...base, id: "a", successors: ["nobody"] }])).toMatchObject({
    failure: { kind: "unknown-successor", activity: "a" },
  });
  expect(failing([{ ...base, id: "a", demands: [2], successors: [] }])).toMatchObject({
    failure: { kind: "too-large", activity: "a" },
  });
});
