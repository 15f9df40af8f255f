import { expect, test } from "vitest";
import { type Command, InputRefused } from "#app/cli/command.ts";
import { command as plan } from "#app/cli/plan.ts";
import { command as schedule } from "#app/cli/schedule.ts";
import { command as validate } from "#app/cli/validate-plan.ts";

/** Pipes one document in and reads one out. */
async function piped(command: Command, input: unknown): Promise<Record<string, unknown>> {
  let out = "";
  await command.run({
    args: [],
    readInput: async () => (typeof input === "string" ? input : JSON.stringify(input)),
    lines: () => {
      throw new Error("reads a whole document");
    },
    write: async (text: string) => {
      out += text;
    },
    progress: () => {},
    knowledge: async () => {
      throw new Error("needs no knowledge");
    },
  } as never);
  return JSON.parse(out);
}

const example = plan.example as { actions: { id: string; deadline: number | null }[]; cash: number[] };

test("the example pipes back in, and the checker agrees with the plan", async () => {
  const answer = await piped(plan, example);
  expect(answer).toMatchObject({ status: "optimal", gap: 0, conflicts: [] });
  const check = await piped(validate, { instance: example, schedule: answer.schedule });
  expect(check).toEqual({ feasible: true, value: answer.value, violations: [] });
});

test("fields the contract makes optional may be missing, and unknown ones are ignored", async () => {
  const { seconds: _seconds, seed: _seed, ...rest } = plan.example as Record<string, unknown>;
  const actions = [
    {
      id: "a",
      mandatory: false,
      modes: [{ duration: 1, hoursPerPeriod: [1, 1], cashAtStart: 0, benefitPerPeriodAfterFinish: 1 }],
    },
  ];
  expect(await piped(plan, { ...rest, actions, seconds: 0.5, note: "x" })).toMatchObject({ status: "optimal" });
});

test.each([
  ["not JSON", "{", "not-json", ""],
  ["a negative number of hours", { ...example, pools: [-1, 5] }, "invalid", "pools.0"],
  ["too little cash", { ...example, cash: [1, 2] }, "too-short", "cash"],
  ["an id twice", { ...example, actions: [example.actions[0], example.actions[0]] }, "duplicate-id", "actions.1.id"],
  [
    "a requirement that is not there",
    { ...example, actions: [{ ...example.actions[0], requires: ["z"] }] },
    "unknown-action",
    "actions.0.requires.0",
  ],
  ["no modes", { ...example, actions: [{ ...example.actions[0], modes: [] }] }, "invalid", "actions.0.modes"],
])("refuses %s and names the field", async (_what, input, code, path) => {
  const refused = await piped(plan, input).catch((cause) => cause);
  expect(refused).toBeInstanceOf(InputRefused);
  expect(refused).toMatchObject({ code, path });
});

test("an impossible plan says what conflicts", async () => {
  const actions = example.actions.map((action) =>
    action.id === "name-an-owner" ? { ...action, deadline: 0 } : action,
  );
  expect(await piped(plan, { ...example, actions })).toMatchObject({
    status: "infeasible",
    schedule: [],
    conflicts: [expect.stringContaining("name-an-owner")],
  });
});

test("the project example is scheduled at its optimum, and a circle is refused", async () => {
  expect(await piped(schedule, schedule.example)).toMatchObject({ makespan: 9 });
  const activities = [
    { id: 1, duration: 1, demands: [1], successors: [2] },
    { id: 2, duration: 1, demands: [1], successors: [1] },
  ];
  const refused = await piped(schedule, { capacities: [1], activities }).catch((cause) => cause);
  expect(refused).toMatchObject({ code: "circular", path: "activities.0" });
});
