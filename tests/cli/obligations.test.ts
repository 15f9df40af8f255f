import { expect, test } from "vitest";
import { z } from "zod";
import { InputRefused } from "#app/cli/command.ts";
import { command } from "#app/cli/obligations.ts";
import type { FactKind } from "#app/domain/compliance/facts.ts";
import type { InstrumentStatus, ObligationPack } from "#app/domain/compliance/obligation-pack.ts";
import { obligations } from "#app/knowledge/obligations/index.ts";
import { anInstrument, anObligation, anObligationPack } from "#tests/builders/obligations.ts";

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

async function run(input: unknown, pack: ObligationPack = obligations): Promise<unknown> {
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
    knowledge: async () => ({ obligations: pack }) as never,
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

test("a null answer is as one left out, whatever the fact", async () => {
  const nothing = { asOf: "2026-11-22", org: {}, systems: [{ id: "a" }] };
  const fields = (group: string) =>
    Object.fromEntries(
      obligations.facts.filter(({ id }) => id.startsWith(group)).map(({ id }) => [id.slice(group.length), null]),
    );
  const nulls = { ...nothing, org: fields("org."), systems: [{ id: "a", ...fields("system.") }] };
  expect(await run(nulls)).toEqual(await run(nothing));
  const strange = { ...nothing, colour: 1, org: { colour: "blue" }, systems: [{ id: "a", colour: [{}] }] };
  expect(await run(strange)).toEqual(await run(nothing));
  expect(await run({ asOf: "2026-11-22" })).toEqual(await run({ asOf: "2026-11-22", org: null, systems: null }));
});

test("refuses a wrong kind of answer to any fact, and says where it stands", async () => {
  const wrong: Record<FactKind, readonly unknown[]> = {
    "yes-no": ["yes", 1, []],
    number: ["80", -1, true, [80]],
    date: [20250101, "2025-13", "2025-02-30", "soon"],
    choice: ["somewhat", 3, []],
    list: [3, [3], [""], { a: 1 }],
    places: [3, [null], [" "], { DE: 1 }],
    "number-by-place": [80, ["DE"], { DE: "80" }, { DE: -1 }, { DE: 49, "EU-DE": 50 }],
  };
  for (const { id, kind } of obligations.facts) {
    const [group, field = ""] = id.split(".");
    for (const value of wrong[kind]) {
      const of = { [field]: value };
      const input = group === "org" ? { org: of } : { systems: [{ id: "good" }, of] };
      const refused = await run({ asOf: "2026-11-22", ...input }).catch((cause: unknown) => cause);
      const path = group === "org" ? id : `systems.1.${field}`;
      expect([value, refused instanceof InputRefused && refused.path]).toEqual([value, path]);
    }
  }
});

test("every state and status comes out of the packs as the contract writes it, but for those that no law is in", async () => {
  const chosen = { does_business_in: ["US-TX"], established_in: ["UK", "FR"], recruits_in: ["FR"], workers_in: ["FR"] };
  const tool = {
    id: "a",
    is_ai: true,
    personal_data: true,
    people_affected_in: ["UK"],
    used_in: ["FR"],
    roles: ["deployer"],
  };
  const hires = { ...tool, uses: ["recruit.screening"], influence: "material", first_placed: "2028", profiling: true };
  const answer = contract.parse(await run({ asOf: "2026-11-22", org: chosen, systems: [hires] }));
  const states = new Set(answer.obligations.map((one) => one.state));
  expect([...states].sort()).toEqual(["in_force", "upcoming", "voluntary", "watch"]);
  const statuses = new Set(answer.instruments.map((one) => one.status));
  expect([...statuses].sort()).toEqual(contract.shape.instruments.element.shape.status.options.toSorted());
  const stayed = answer.instruments.find(({ id }) => id === "us-co-sb24-205");
  expect(stayed).toMatchObject({
    applies: "no",
    status: "stayed",
    because: [{ fact: "instrument.status", value: "stayed" }],
  });
});

test("a duty under each status has the state that the contract gives it", async () => {
  const expected: Record<InstrumentStatus, string> = {
    ...{ in_force: "in_force", phased: "in_force", future: "in_force", transposition: "in_force", stayed: "stayed" },
    ...{ pending: "in_force", not_law: "in_force", no_company_duties: "in_force" },
  };
  const publicBody = { fact: "org.public_body", op: "eq", value: true } as const;
  const laws = Object.keys(expected).map((status) => {
    const { history, ...law } = anInstrument([anObligation(publicBody, { id: `${status}.duty` })], {
      id: status,
    });
    const [entry] = history;
    if (entry === undefined) throw new Error("a law without terms");
    return { ...law, history: [{ ...entry, value: { ...entry.value, status: status as InstrumentStatus } }] };
  });
  const answer = await run({ asOf: "2026-11-22", org: { public_body: true }, systems: [] }, anObligationPack(laws));
  const { obligations: duties } = contract.pick({ obligations: true }).parse(answer);
  expect(Object.fromEntries(duties.map(({ instrument, state }) => [instrument, state]))).toEqual(expected);
});

test("a duty is upcoming until the day before it starts, and in force from that day", async () => {
  const input = (asOf: string) => ({ asOf, org: { recruits_in: ["EU-DE"], workers_in: ["EU-DE"] }, systems: [] });
  const stateOn = async (asOf: string) => {
    const { obligations: found } = contract.parse(await run(input(asOf)));
    return found.find(({ id }) => id === "eu-ptd.art5");
  };
  expect(await stateOn("2026-06-06")).toMatchObject({ state: "upcoming", appliesFrom: "2026-06-07", systems: [] });
  expect(await stateOn("2026-06-07")).toMatchObject({ state: "in_force", appliesFrom: "2026-06-07", perSystem: [] });
  expect(await stateOn("2026-06-08")).toMatchObject({ state: "in_force", appliesFrom: "2026-06-07" });
});

test("a duty of systems names those it holds for and those where it is open, each with its own date", async () => {
  const tool = { is_ai: true, roles: ["provider"], generates: ["text"], placed_on_market_in: ["EU"] };
  const answer = contract.parse(
    await run({
      asOf: "2026-11-22",
      org: { public_body: false },
      systems: [
        { ...tool, id: "old", first_placed: "2025" },
        { ...tool, id: "new", first_placed: "2026-09-01" },
        { ...tool, id: "open", roles: null },
        { ...tool, id: "other", generates: ["code"] },
      ],
    }),
  );
  const marking = answer.obligations.find(({ id }) => id === "eu-ai-act.art50-2");
  expect(marking).toMatchObject({
    applies: "yes",
    appliesFrom: "2026-08-02",
    state: "in_force",
    systems: ["old", "new"],
  });
  expect(marking?.perSystem.map((one) => ({ ...one }))).toEqual([
    { system: "old", applies: "yes", appliesFrom: "2026-12-02", state: "upcoming" },
    { system: "new", applies: "yes", appliesFrom: "2026-08-02", state: "in_force" },
    { system: "open", applies: "unknown", appliesFrom: "2026-08-02", state: "in_force" },
  ]);
});

test("names answers that contradict each other and codes that nobody knows, and answers all the same", async () => {
  const clean = (await run(command.example)) as Record<string, unknown>;
  expect(Object.keys(clean)).toEqual(["asOf", "pack", "instruments", "obligations", "notApplicable", "questions"]);
  const answer = await run({
    asOf: "2026-11-22",
    org: { headcount: 10, headcount_in: { DE: 12 }, workers_in: ["Germany"] },
    systems: [{ id: "a", influence: "sole", human_review: "meaningful", uses: ["recruiting"] }],
  });
  contract.parse(answer);
  expect(answer).toMatchObject({
    contradictions: [
      { facts: ["org.headcount", "org.headcount_in"], message: "You employ more people in places than in total." },
      { facts: ["org.headcount_in", "org.workers_in"] },
      { facts: ["system.influence", "system.human_review"], system: "a" },
    ],
    unrecognised: [
      { fact: "org.workers_in", value: "Germany" },
      { fact: "system.uses", value: "recruiting", system: "a" },
    ],
  });
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
