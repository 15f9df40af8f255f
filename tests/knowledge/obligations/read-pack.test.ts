import { expect, test } from "vitest";
import { obligations as pack } from "#app/knowledge/obligations/index.ts";
import { packFiles } from "#app/knowledge/obligations/pack-files.ts";
import controls from "#app/knowledge/obligations/packs/_controls.json" with { type: "json" };
import definitions from "#app/knowledge/obligations/packs/_definitions.json" with { type: "json" };
import facts from "#app/knowledge/obligations/packs/_facts.json" with { type: "json" };
import { readPack } from "#app/knowledge/obligations/read-pack.ts";

const shared = { version: "1", asOf: pack.asOf, facts, controls, definitions, notCovered: ["Much."] };
const name = "us-il-hb3773.json";

// biome-ignore lint/suspicious/noExplicitAny: a file that is to be broken in any place
type Broken = any;

/** The change that puts a value at a path of the file. */
function put(path: string, value: unknown): (law: Broken) => void {
  const steps = path.split(".");
  const last = steps.pop() ?? "";
  return (law) => {
    steps.reduce((part, step) => part[step], law)[last] = value;
  };
}

/** What is said when the law of Illinois is read after a change to its file. */
function refusal(change: (law: Broken) => unknown, others: Readonly<Record<string, unknown>> = {}): string {
  const law = structuredClone(packFiles[name]);
  const changed = change(law) ?? law;
  try {
    readPack({ ...shared, ...others, instruments: { [name]: changed } });
  } catch (cause) {
    return cause instanceof Error ? cause.message : "";
  }
  return "read";
}

test("reads a law that is as it should be, from its text too", () => {
  expect(refusal(() => undefined)).toBe("read");
  expect(refusal((law) => JSON.stringify(law))).toBe("read");
});

test("refuses broken JSON and a file of another form", () => {
  expect(refusal((law) => JSON.stringify(law).slice(0, -2))).toMatch(/^us-il-hb3773\.json: \(whole file\): not JSON: /);
  expect(refusal(() => [])).toMatch(/^us-il-hb3773\.json: \(whole file\): /);
  expect(refusal((law) => ({ ...law, surprise: 1 }))).toMatch(/^us-il-hb3773\.json: /);
});

test("names the file and the path of what is wrong", () => {
  const cases: readonly [(law: Broken) => unknown, string][] = [
    [(law) => ({ ...law, reviewBy: "soon" }), `${name}: reviewBy: not a day`],
    [(law) => ({ ...law, reviewBy: "2027-02-30" }), `${name}: reviewBy: not a day`],
    [put("history.0.from", "1 May"), `${name}: history.0.from: `],
    [put("obligations.1.history.0.value.kind", "wish"), `${name}: obligations.1.history.0.value.kind: `],
    [put("obligations.0.history", []), `${name}: obligations.0.history: `],
    [put("obligations.0.history.0.cite", []), `${name}: obligations.0.history.0.cite: `],
    [put("obligations.0.applies", { is: "nowhere" }), `${name}: the rule "nowhere" is not defined`],
    [put("applies.all.3.fact", "system.mood"), `${name}: applies.all.3.fact: no fact "system.mood"`],
    [put("applies.all.3.value", "yes"), `${name}: applies.all.3.value: expected true or false`],
    [
      put("applies.all.2.not.value", "some"),
      `${name}: applies.all.2.not.value: "some" is no option of "system.influence"`,
    ],
    [
      put("applies.all.0.any.1.op", "has_any"),
      `${name}: applies.all.0.any.1.op: "has_any" does not suit "org.recruits_in", which is of the kind places`,
    ],
    [
      (law) => void law.obligations[2].history[0].value.controls.push("magic"),
      `${name}: obligations.2.history.0.value.controls.1: no control "magic"`,
    ],
    [
      put("obligations.2.id", "us-il-3773.nodisc"),
      `${name}: obligations.2.id: "us-il-3773.nodisc" stands in us-il-hb3773.json too`,
    ],
    [put("obligations.0.id", "us-il-hb3773"), `${name}: obligations.0.id: "us-il-hb3773" stands in `],
    [
      (law) => void law.obligations[0].history.push({ ...law.obligations[0].history[0], from: "2025-01-01" }),
      `${name}: obligations.0.history.1.from: is not later than the entry before`,
    ],
    [(law) => ({ ...law, id: "us-il" }), `${name}: id: "us-il" is not what the file is called`],
    [
      put("obligations.0.dates", [{ when: "always", rule: { always: true }, date: "2026-13-01" }]),
      `${name}: obligations.0.dates.0.date: not a day`,
    ],
  ];
  for (const [change, said] of cases) expect(refusal(change).slice(0, said.length)).toBe(said);
});

test("refuses shared files that contradict themselves", () => {
  const same = () => undefined;
  expect(refusal(same, { facts: [...facts, facts[0]] })).toBe(
    `_facts.json: ${facts.length}.id: "${facts[0]?.id}" stands here twice`,
  );
  expect(refusal(same, { controls: [...controls, controls[0]] })).toMatch(/^_controls\.json: \d+\.id: /);
  expect(
    refusal(same, {
      definitions: [...definitions, { id: "odd", meaning: "odd", rule: { fact: "org.odd", op: "eq", value: true } }],
    }),
  ).toMatch(/^_definitions\.json: \d+\.rule\.fact: no fact "org\.odd"$/);
  expect(refusal(same, { definitions: [] })).toBe(`${name}: the rule "decisions-about-work" is not defined`);
  const loop = { id: "decisions-about-work", meaning: "itself", rule: { is: "decisions-about-work" } };
  expect(refusal(same, { definitions: [loop] })).toBe(`${name}: the rule "decisions-about-work" is defined by itself`);
  expect(refusal(same, { notCovered: [] })).toMatch(/^_not-covered\.json: /);
});

test("two laws cannot own one duty", () => {
  const law = packFiles[name];
  const double = { ...structuredClone(law as Broken), id: "us-il-other" };
  expect(() => readPack({ ...shared, instruments: { [name]: law, "us-il-other.json": double } })).toThrow(
    `us-il-other.json: obligations.0.id: "us-il-3773.nodisc" stands in ${name} too`,
  );
});
