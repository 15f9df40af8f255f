import { expect, test } from "vitest";
import { partsOf } from "#app/domain/compliance/applies.ts";
import { judgeRule, subjectOf } from "#app/domain/compliance/judge-rule.ts";
import type { Rule } from "#app/domain/compliance/obligation-pack.ts";
import { readFacts } from "#app/domain/compliance/read-facts.ts";
import { classesOf, exitOf, standingUnder, subjectOfSystem } from "#app/domain/compliance/risk-classes.ts";
import { riskClasses } from "#app/knowledge/obligations/classes.ts";
import { obligations as pack } from "#app/knowledge/obligations/index.ts";
import annexIII from "#app/knowledge/obligations/packs/_annex-iii.json" with { type: "json" };
import classes from "#app/knowledge/obligations/packs/_classes.json" with { type: "json" };
import definitions from "#app/knowledge/obligations/packs/_definitions.json" with { type: "json" };
import { readClasses } from "#app/knowledge/obligations/read-classes.ts";
import { factsThat } from "#tests/builders/facts-that.ts";
import stories from "#tests/cases/compliance/classes.json" with { type: "json" };

const [annex] = riskClasses.annexIII.history;
if (annex === undefined) throw new Error("Annex III has no entry");
const exit = annex.value;

const all = riskClasses.laws.flatMap((law) =>
  law.history.flatMap(({ value }) => value.classes.map((one) => ({ law, one, id: `${law.instrument} ${one.id}` }))),
);

test("every class can be met and missed, and holds nobody whom its law does not", () => {
  const is = (rule: Rule, wanted = true) => ({ rule, wanted });
  expect(all.filter(({ one }) => factsThat([is(one.rule)], pack.facts) === null).map(({ id }) => id)).toEqual([]);
  expect(all.filter(({ one }) => factsThat([is(one.rule, false)], pack.facts) === null).map(({ id }) => id)).toEqual(
    [],
  );
  const outside = all.filter(({ law, one }) => factsThat([is(one.rule), is(law.scope, false)], pack.facts) !== null);
  expect(outside.map(({ id }) => id)).toEqual([]);
});

test("the points of Annex III name the uses that make a system high-risk, each once", () => {
  const uses = exit.points.flatMap((point) => point.uses);
  expect(new Set(uses).size).toBe(uses.length);
  const listed = definitions.find(({ id }) => id === "ai-act.annex-iii-uses")?.rule as { value: string[] };
  expect([...uses].sort()).toEqual([...listed.value].sort());
});

test("the exit is its four tests, its influence and its profiling, and nothing else", () => {
  const { tests, influence, profiling, rule } = exit.exit;
  const leaves = (of: Rule): string[] => ("fact" in of ? [of.fact] : partsOf(of).flatMap(leaves));
  const parts = [...tests, influence, profiling].flatMap((one) => leaves(one.rule));
  expect([...new Set(leaves(rule))].sort()).toEqual([...parts].sort());
});

test("every entry says where it stands, how it was checked and when it is looked at again", () => {
  for (const { instrument, history, checked, reviewBy } of riskClasses.laws) {
    expect([instrument, history.every(({ cite }) => cite.length > 0), checked.note.length > 10]).toEqual([
      instrument,
      true,
      true,
    ]);
    expect(reviewBy > pack.asOf).toBe(true);
  }
});

test.each(stories)("$name", ({ source, asOf, org, system, expect: wanted, exit: wantedExit }) => {
  const facts = readFacts({ org, systems: [{ id: "one", ...system }] }, pack.facts);
  if (!facts.ok) throw new Error(`${source}: ${facts.failure.path}: ${facts.failure.message}`);
  const [one] = facts.value.systems ?? [];
  if (one === undefined) throw new Error("no system");
  const subject = subjectOfSystem(facts.value.org, one);
  const found = classesOf(riskClasses.laws, subject, asOf as typeof pack.asOf);
  for (const [law, expected] of Object.entries(wanted)) {
    const finding = found.find(({ instrument }) => instrument === law);
    const ids = (answer: string) =>
      finding?.classes.filter((one) => one.answer === answer).map((one) => one.class.id) ?? [];
    const { held = [], open = [], standing } = expected as { held?: string[]; open?: string[]; standing: string };
    expect([law, ids("yes"), ids("unknown"), finding && standingUnder(finding)]).toEqual([law, held, open, standing]);
  }
  if (wantedExit !== undefined) {
    const { points, answer, tests, profiling } = exitOf(exit, one.facts, subject);
    expect({
      points: points.map(({ point }) => point),
      tests: tests.map((test) => test.answer).join(" "),
      profiling: profiling.answer,
      leaves: answer,
    }).toEqual(wantedExit);
  }
});

test("a class says which answers would change it, and they do", () => {
  const org = { "org.established_in": ["EU-DE"] };
  const facts = {
    "system.is_ai": true,
    "system.used_in": ["EU-DE"],
    "system.uses": ["recruit.screening"],
    "system.eu_art6_3_narrow_procedural": true,
    "system.profiling": true,
    "system.influence": "supports",
  };
  const high = all.find(({ id }) => id === "eu-ai-act high-risk-annex-iii");
  const law = classesOf(riskClasses.laws, subjectOfSystem(org, { id: "one", facts }), pack.asOf)[0];
  const finding = law?.classes.find((one) => one.class.id === "high-risk-annex-iii");
  expect(finding?.answer).toBe("yes");
  expect(finding?.because.map(({ fact }) => fact)).toContain("system.profiling");
  expect(finding?.wouldChange.map(({ fact, to }) => [fact, to])).toEqual([["system.profiling", "not: yes"]]);
  const after = { org, systems: [{ id: "one", facts: { ...facts, "system.profiling": false } }] };
  expect(high && judgeRule(high.one.rule, subjectOf(after)).answer).toBe("no");
});

test("refuses files that name a law, a duty or a test nobody knows, with file and path", () => {
  type Files = Parameters<typeof readClasses>[0];
  const refusal = (files: Partial<Files>) => {
    try {
      readClasses({ classes, annexIII, definitions, ...files }, pack);
    } catch (cause) {
      return cause instanceof Error ? cause.message : "";
    }
    return "read";
  };
  const broken = (change: (first: Record<string, unknown>) => void) => {
    const copy = structuredClone(classes) as unknown as Record<string, unknown>[];
    if (copy[0]) change(copy[0]);
    return { classes: copy };
  };
  expect(refusal({})).toBe("read");
  expect(refusal(broken((law) => Object.assign(law, { instrument: "xx" })))).toBe(
    '_classes.json: 0.instrument: no law "xx"',
  );
  expect(refusal({ classes: JSON.stringify(classes).replace("eu-ai-act.art5-1-a", "eu-ai-act.gone") })).toBe(
    '_classes.json: 0.history.0.value.classes.0.duties: no duty "eu-ai-act.gone"',
  );
  expect(refusal({ annexIII: JSON.stringify(annexIII).replace("ai-act.preparatory-task", "nowhere") })).toBe(
    '_annex-iii.json: the rule "nowhere" is not defined',
  );
  expect(refusal({ classes: "[" })).toMatch(/^_classes\.json: \(whole file\): not JSON/);
});
