import { expect, test } from "vitest";
import { z } from "zod";
import { InputRefused } from "#app/cli/command.ts";
import { command } from "#app/cli/obligations.ts";
import { obligations } from "#app/knowledge/obligations/index.ts";

const because = z.array(z.object({ fact: z.string(), value: z.unknown(), rule: z.string() })).min(1);
const change = z.array(z.object({ fact: z.string(), to: z.string() }));
const day = z.iso.date().nullable();
const state = z.enum(["in_force", "upcoming", "stayed", "voluntary", "watch"]);
const yesOrOpen = z.enum(["yes", "unknown"]);

const contract = z.object({
  asOf: z.iso.date(),
  instruments: z
    .array(
      z.object({
        id: z.string(),
        applies: z.enum(["yes", "no", "unknown"]),
        status: z.enum([
          "in_force",
          "phased",
          "future",
          "transposition",
          "stayed",
          "pending",
          "not_law",
          "no_company_duties",
        ]),
        because,
        wouldChange: change,
      }),
    )
    .length(90),
  obligations: z.array(
    z.object({
      id: z.string(),
      instrument: z.string(),
      applies: yesOrOpen,
      systems: z.array(z.string()),
      perSystem: z.array(z.object({ system: z.string(), applies: yesOrOpen, appliesFrom: day, state })),
      appliesFrom: day,
      state,
      kind: z.string(),
      citation: z.string(),
      because,
      evidence: z.array(z.string()),
      controls: z.array(z.string()),
      verification: z.enum(["secondary text quoting the law", "secondary summary", "memory"]),
    }),
  ),
  notApplicable: z.array(z.object({ id: z.string(), instrument: z.string(), because, wouldChange: change })),
  questions: z.array(z.object({ fact: z.string(), question: z.string(), decides: z.number() })),
});

async function run(input: unknown): Promise<unknown> {
  let written = "";
  await command.run({
    args: [],
    readInput: async () => (typeof input === "string" ? input : JSON.stringify(input)),
    lines: () => {
      throw new Error("reads a whole document");
    },
    write: async (text) => {
      written += text;
    },
    progress: () => {},
    knowledge: async () => ({ obligations }) as never,
  });
  return JSON.parse(written);
}

test("answers its own example in the form of the contract, with the dates the law gives", async () => {
  const answer = contract.parse(await run(command.example));
  const found = Object.fromEntries(answer.obligations.map((one) => [one.id, one]));
  expect(found["eu-ai-act.art26-1"]).toMatchObject({
    applies: "yes",
    appliesFrom: "2027-12-02",
    state: "upcoming",
    systems: ["cv-screening"],
  });
  expect(found["us-il-3773.notice"]).toMatchObject({ applies: "yes", state: "in_force", appliesFrom: "2026-01-01" });
  expect(found["ca-on.ai-statement"]).toMatchObject({ applies: "yes", state: "in_force" });
  expect(found["ca-on.pay"]).toMatchObject({ applies: "yes", systems: [], perSystem: [] });
  expect(answer.obligations.length + answer.notApplicable.length).toBe(354);
});

test("takes null and absent for not answered, one text for a list, and passes over what it does not know", async () => {
  const input = {
    asOf: "2026-11-22",
    org: { headcount: null, workers_in: "DE", colour: "blue" },
    systems: [],
    extra: 1,
  };
  const answer = contract.parse(await run(input));
  expect(answer.obligations.find(({ id }) => id === "eu-ptd.art7")?.applies).toBe("yes");
  expect(answer.obligations.find(({ id }) => id === "eu-ptd.art9")?.applies).toBe("unknown");
});

test("names the field that is wrong", async () => {
  const refusals: [unknown, string][] = [
    [{ asOf: "2026-02-30" }, "asOf"],
    [{ asOf: "2026-11-22", org: { headcount: -4 } }, "org.headcount"],
    [{ asOf: "2026-11-22", org: { headcount_in: { DE: "many" } } }, "org.headcount_in"],
    [{ asOf: "2026-11-22", org: [], systems: [] }, "org"],
    [{ asOf: "2026-11-22", systems: {} }, "systems"],
    [{ asOf: "2026-11-22", systems: [{ id: "a", influence: "strong" }] }, "systems.0.influence"],
    [{ asOf: "2026-11-22", systems: [{ id: "a" }, { id: "a" }] }, "systems.1.id"],
    [{ asOf: "2026-11-22", systems: [{ first_placed: "last year" }] }, "systems.0.first_placed"],
    [[], ""],
    ["{", ""],
  ];
  for (const [input, path] of refusals) {
    const refused = await run(input).catch((cause: unknown) => cause);
    expect([input, refused instanceof InputRefused && refused.path]).toEqual([input, path]);
  }
});
