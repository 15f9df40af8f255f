import { expect, test } from "vitest";
import type { CommandIo } from "#app/cli/command.ts";
import { command } from "#app/cli/learn.ts";

async function learn(lines: readonly unknown[]) {
  let written = "";
  const io: CommandIo = {
    args: [],
    readInput: async () => "",
    lines: async function* () {
      for (const line of lines) yield typeof line === "string" ? line : JSON.stringify(line);
    },
    write: async (text) => {
      written += text;
    },
    progress: () => undefined,
    knowledge: () => Promise.reject(new Error("no knowledge is needed for a stated prior")),
  };
  await command.run(io);
  return JSON.parse(written);
}

const prior = { prior: { mean: 0.2, sd: 0.3 } };
const outcome = {
  action: "a",
  organization: "o",
  effect: 0.6,
  standardError: 0.2,
  basis: "measured",
  at: "2026-10-01",
};

test("answers each action over all organizations and for each one, with 90 % intervals", async () => {
  const { actions, predictive } = await learn([prior, outcome, { ...outcome, organization: "p", effect: 0.1 }]);
  expect(actions.map((row: { organization: string | null }) => row.organization)).toEqual([null, "o", "p"]);
  expect(actions[0]).toMatchObject({ action: "a", n: 2 });
  expect(actions[1].mean).toBeGreaterThan(actions[2].mean);
  for (const row of [...actions, ...predictive]) {
    expect(row.low).toBeLessThan(row.mean);
    expect(row.mean).toBeLessThan(row.high);
  }
  expect(predictive[1].high - predictive[1].low).toBeGreaterThan(actions[1].high - actions[1].low);
});

test("the order of lines does not matter", async () => {
  const lines = [1, 2, 3, 4].map((n) => ({ ...outcome, organization: `o${n % 2}`, effect: n / 10 }));
  expect(await learn([prior, ...lines])).toEqual(await learn([prior, ...[...lines].reverse()]));
});

test("takes priors by action, and answers with none when there is no outcome", async () => {
  const { actions } = await learn([{ prior: { a: { mean: 1, sd: 0.01 } } }, outcome]);
  expect(actions[0].mean).toBeCloseTo(1, 1);
  expect(await learn([prior])).toMatchObject({ actions: [], predictive: [] });
});

test.each([
  [[outcome], "no-prior"],
  [[prior, { ...outcome, standardError: 0 }], "not-an-outcome"],
  [[prior, { ...outcome, at: "yesterday" }], "not-a-day"],
  [[prior, "{"], "not-json"],
  [[], "empty"],
])("refuses what it cannot read: %j", async (lines, code) => {
  await expect(learn(lines)).rejects.toMatchObject({ name: "InputRefused", code });
});
