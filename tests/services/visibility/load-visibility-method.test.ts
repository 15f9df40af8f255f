import { expect, test } from "vitest";
import { loadVisibilityMethod } from "#app/services/visibility/load-visibility-method.ts";
import { aVisibilityDesk } from "#tests/builders/visibility-desk.ts";

test("the method shows every check once, weighing or folklore, and rates with their interval", async () => {
  await using desk = await aVisibilityDesk();
  const method = loadVisibilityMethod(desk.deps, desk.actor);
  if (!method.ok) throw new Error(method.failure.kind);
  const { weighing, folklore, agents, measured } = method.value;
  expect(weighing.length + folklore.length).toBe(desk.deps.knowledge.visibility.checks.length);
  expect(weighing.every(({ weight, penalty }) => weight + penalty > 0)).toBe(true);
  expect(agents.length).toBe(desk.deps.knowledge.visibility.agents.length);
  for (const { of, right, share } of [measured.robots, measured.facts, measured.called, measured.mentions]) {
    expect(right).toBeLessThanOrEqual(of);
    expect(share.low).toBeLessThanOrEqual(share.value);
    expect(share.high).toBeGreaterThanOrEqual(share.value);
  }
});
