import { expect, test } from "vitest";
import { findsRightly, mentionVectors } from "#app/bench/mention-vectors.ts";
import { pageCorpus } from "#app/bench/page-corpus.ts";
import { decidesRightly, readsRightly, robotsVectors } from "#app/bench/robots-vectors.ts";
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

test("the agents that weigh say who runs them and where it is documented, and addresses are whole", () => {
  const scored = agents.filter((agent) => engines.some((engine) => engine.searchAgent === agent.token));
  for (const agent of scored) {
    expect(agent).toMatchObject({
      operator: expect.any(String),
      documentation: expect.any(String),
      obedience: "obeys",
    });
  }
  expect(agents.filter((agent) => agent.ipList !== null).length).toBeGreaterThanOrEqual(18);
});

test("what was recorded of robots.txt and mentions is what they measure now", () => {
  const { sections, files } = visibilityChecks.validation.robots;
  const { verdicts, files: states } = robotsVectors();
  expect(sections.reduce((sum, each) => sum + each.of, 0)).toBe(verdicts.length);
  expect(sections.reduce((sum, each) => sum + each.right, 0)).toBe(verdicts.filter(decidesRightly).length);
  expect(files).toEqual({ kind: "2.3.1", of: states.length, right: states.filter(readsRightly).length });
  const vectors = mentionVectors();
  expect(visibilityChecks.validation.mentions.reduce((sum, each) => sum + each.of, 0)).toBe(vectors.length);
  expect(visibilityChecks.validation.mentions.reduce((sum, each) => sum + each.right, 0)).toBe(
    vectors.filter(findsRightly).length,
  );
  expect(visibilityChecks.validation.pages.pages).toBe(pageCorpus().length);
});
