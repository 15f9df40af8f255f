import { expect, test } from "vitest";
import { usualMarket } from "#app/bench/learning-market.ts";
import { live } from "#app/bench/learning-policies.ts";

const small = { ...usualMarket, organizations: 30, actions: 12, quarters: 8, budget: 6 };
const worlds = [1, 2, 3, 4];

test("90 % intervals cover between 85 and 95 % of true effects in the biased, silent market", () => {
  const runs = worlds.map((seed) => live("ours", small, seed).covered ?? { inside: 0, of: 1 });
  const share = runs.reduce((sum, { inside }) => sum + inside, 0) / runs.reduce((sum, { of }) => sum + of, 0);
  expect(share).toBeGreaterThan(0.85);
  expect(share).toBeLessThan(0.95);
});

test("pooling beats a fixed expert plan and each organization alone, and liars cost little", () => {
  const gained = (policy: Parameters<typeof live>[0], liars = 0) =>
    worlds.reduce((sum, seed) => sum + live(policy, { ...small, liars }, seed).gained.reduce((a, b) => a + b, 0), 0);
  const ours = gained("ours");
  const oracle = gained("oracle");
  const regret = (value: number) => (oracle - value) / (oracle - gained("random"));
  expect(ours).toBeGreaterThan(gained("no pooling"));
  expect(ours).toBeGreaterThan(gained("fixed expert"));
  expect(regret(gained("ours", 0.2))).toBeLessThan(regret(ours) + 0.05);
});
