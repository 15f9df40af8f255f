import { expect, test } from "vitest";
import { z } from "zod";
import { type Command, InputRefused } from "#app/cli/command.ts";
import { command as exposure, readExposureInput } from "#app/cli/exposure.ts";
import { command as occupationsCommand } from "#app/cli/occupations.ts";
import { command as tasks } from "#app/cli/tasks.ts";
import { command as titles } from "#app/cli/titles.ts";
import { loadKnowledge } from "#app/knowledge/load-knowledge.ts";

const knowledge = loadKnowledge();

async function run(command: Command, input: string): Promise<string[]> {
  const written: string[] = [];
  await command.run({
    args: [],
    readInput: async () => input,
    async *lines() {
      for (const line of input.split("\n")) if (line.trim() !== "") yield line;
    },
    write: async (text) => {
      written.push(text);
    },
    progress: () => {},
    knowledge: () => knowledge,
  });
  return written
    .join("")
    .split("\n")
    .filter((line) => line !== "");
}

const share = z.number().min(0).max(1);
const estimate = z.object({ value: z.number(), low: z.number(), high: z.number() });
const interval = z.object({ score: share, low: share, high: share });

test("titles answers every row in order, from NDJSON and from an array", async () => {
  const row = z.object({
    id: z.string(),
    matches: z
      .array(
        z.object({
          soc: z.string().regex(/^\d\d-\d{4}$/),
          onet: z.string().regex(/^\d\d-\d{4}\.\d\d$/),
          title: z.string(),
          probability: share,
        }),
      )
      .max(5),
    confident: z.boolean(),
  });
  const streamed = await run(titles, titles.example as string);
  expect(streamed.map((line) => row.parse(JSON.parse(line)).id)).toEqual(["1", "2", "3"]);
  const array = `[${(titles.example as string).trim().split("\n").join(",\n")}]`;
  expect(await run(titles, array)).toEqual(streamed);
});

test("titles names the line that it refuses", async () => {
  await expect(run(titles, '{"id":"1","title":"Cook"}\n{"id":"2"}')).rejects.toMatchObject({ path: "line 2: title" });
  await expect(run(titles, '{"id":"1","title"')).rejects.toBeInstanceOf(InputRefused);
});

test("occupations gives each occupation three shares that sum to 1", async () => {
  const lines = (await run(occupationsCommand, "")).map((line) => JSON.parse(line));
  const row = z.object({
    onet: z.string(),
    soc: z.string(),
    title: z.string(),
    exposure: interval,
    automatable: share,
    augmentable: share,
    human: share,
    assessable: z.boolean(),
  });
  expect(lines.length).toBeGreaterThanOrEqual(890);
  for (const line of lines) {
    const {
      automatable,
      augmentable,
      human,
      exposure: { score, low, high },
    } = row.parse(line);
    expect(automatable + augmentable + human).toBeCloseTo(1);
    expect(low).toBeLessThanOrEqual(score);
    expect(score).toBeLessThanOrEqual(high);
  }
});

test("tasks gives every activity of every occupation with its sources", async () => {
  const row = z.object({
    onet: z.string(),
    activity: z.string().regex(/^4\.A\./),
    weight: share,
    exposure: interval,
    automatable: share,
    augmentable: share,
    human: share,
    sources: z.array(z.string()).min(1),
    raters: z.array(z.object({ source: z.string(), score: share, tasks: z.number().int().positive() })),
    observed: z.object({ automation: share, tasks: z.number().int().positive() }).nullable(),
  });
  const lines = await run(tasks, "");
  expect(lines.length).toBeGreaterThan(14_000);
  for (const line of lines.slice(0, 2_000)) row.parse(JSON.parse(line));
});

test("exposure answers its own example as the contract says", async () => {
  const [line = ""] = await run(exposure, JSON.stringify(exposure.example));
  const role = z.object({
    id: z.string(),
    match: z.object({
      soc: z.string(),
      onet: z.string(),
      title: z.string(),
      probability: share,
      confirmed: z.boolean(),
    }),
    score: estimate,
    automatable: estimate,
    augmentable: estimate,
    human: estimate,
    hoursExposed: estimate,
    payrollExposed: estimate.nullable(),
    drivers: z.array(z.unknown()).length(5),
    redeployment: z.array(z.object({ onet: z.string(), title: z.string() })),
  });
  const contract = z.object({
    score: estimate,
    coverage: share,
    unconfirmed: z.array(z.string()),
    roles: z.array(role).length(4),
    timeline: z.array(z.object({ quarter: z.string().regex(/^\d{4}-Q[1-4]$/), hours: estimate })).length(13),
    knowledge: z.object({ pack: z.string(), version: z.string() }),
  });
  const result = contract.parse(JSON.parse(line));
  expect(result.unconfirmed).toEqual(["warehouse", "payables"]);
  expect(result.roles.find(({ id }) => id === "hr")?.payrollExposed).toBeNull();
});

test.each([
  [{}, "asOf"],
  [{ asOf: "2026-13-01", roles: [] }, "asOf"],
  [{ asOf: "2026-11-22", roles: [] }, "roles"],
  [{ asOf: "2026-11-22", roles: [{ id: "a", title: "Cook", headcount: -1 }] }, "roles.0.headcount"],
  [{ asOf: "2026-11-22", roles: [{ id: "a", title: "Cook", headcount: 1, onet: "cook" }] }, "roles.0.onet"],
])("exposure refuses %j and names the field", (input, path) => {
  let refused: unknown = null;
  try {
    readExposureInput(input);
  } catch (cause) {
    refused = cause;
  }
  expect(refused).toMatchObject({ name: "InputRefused", path });
});

test("exposure refuses an occupation that the pack does not have", async () => {
  const input = { asOf: "2026-11-22", roles: [{ id: "a", title: "Cook", headcount: 1, onet: "99-9999.00" }] };
  await expect(run(exposure, JSON.stringify(input))).rejects.toMatchObject({
    code: "unknown-occupation",
    path: "roles.0.onet",
  });
});

test("null and absent mean not answered", () => {
  const bare = readExposureInput({ asOf: "2026-11-22", roles: [{ id: "a", title: "Cook", headcount: 1 }] });
  const nulls = readExposureInput({
    asOf: "2026-11-22",
    rates: null,
    roles: [
      {
        id: "a",
        title: "Cook",
        headcount: 1,
        annualPay: null,
        gates: { physicalPresence: null },
        tasks: null,
        future: 1,
      },
    ],
  });
  expect({ ...nulls, roles: nulls.roles.map(({ gates: _, ...role }) => role) }).toEqual(bare);
});
