import { expect, test } from "vitest";
import { checkers } from "#app/domain/visibility/checks/checks.ts";
import { visibilityChecks } from "#app/knowledge/visibility-checks/index.ts";

const { checks, agents, engines } = visibilityChecks;

test("every check of the pack can be made, and every checker is in the pack", () => {
  expect(checks.map((check) => check.id).sort()).toEqual(Object.keys(checkers).sort());
});

test("weights add up to 100, and folklore weighs nothing", () => {
  expect(checks.reduce((sum, check) => sum + check.weight, 0)).toBe(100);
  for (const check of checks.filter((each) => each.grade === "folklore")) expect(check.weight + check.penalty).toBe(0);
});

test("every check names a source and is reviewed within the year", () => {
  for (const check of checks) {
    expect(check.sources.length).toBeGreaterThan(0);
    expect(check.reviewBy > visibilityChecks.checkedOn).toBe(true);
    expect(check.reviewBy <= "2027-11-22").toBe(true);
  }
});

test("agents are named once, and every engine's search agent is a search agent", () => {
  const tokens = agents.map((agent) => agent.token.toLowerCase());
  expect(new Set(tokens).size).toBe(tokens.length);
  expect(agents.length).toBeGreaterThanOrEqual(160);
  for (const engine of engines)
    expect(agents.find((agent) => agent.token === engine.searchAgent)?.purpose).toBe("search");
});

test("what is a policy choice is told apart from what decides citations", () => {
  const purpose = (token: string) => agents.find((agent) => agent.token === token)?.purpose;
  expect(["GPTBot", "ClaudeBot", "CCBot"].map(purpose)).toEqual(["training", "training", "training"]);
  expect(["Google-Extended", "Applebot-Extended"].map(purpose)).toEqual(["opt-out", "opt-out"]);
  expect(["ChatGPT-User", "Claude-User", "Perplexity-User"].map(purpose)).toEqual(Array(3).fill("user-triggered"));
  expect(agents.find((agent) => agent.token === "Claude-User")?.obedience).toBe("obeys");
});
