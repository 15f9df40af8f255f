import fc from "fast-check";
import { expect, test } from "vitest";
import { lawSideStories, writtenStories } from "#app/bench/compliance-cases.ts";
import { assessCompliance } from "#app/domain/compliance/assess-compliance.ts";
import type { Facts, FactValue } from "#app/domain/compliance/facts.ts";
import type { Answer } from "#app/domain/compliance/findings.ts";
import { judgeRule, subjectOf } from "#app/domain/compliance/judge-rule.ts";
import { readFacts } from "#app/domain/compliance/read-facts.ts";
import { obligations as pack } from "#app/knowledge/obligations/index.ts";

const organizations: readonly Facts[] = [...writtenStories(), ...lawSideStories()].map((story) => {
  const facts = readFacts(story, pack.facts);
  if (!facts.ok) throw new Error(story.name);
  return facts.value;
});

const rules = pack.instruments.flatMap(({ id, applies, obligations }) => [
  { id, applies },
  ...obligations.map((one) => ({ id: one.id, applies: one.applies })),
]);

type Judged = { readonly answer: Answer; readonly yes: readonly string[] };

/** The answer to every rule, and the systems that make it a *yes*. */
function judge(facts: Facts): Map<string, Judged> {
  const subject = subjectOf(facts);
  return new Map(
    rules.map(({ id, applies }) => {
      const { answer, perSystem } = judgeRule(applies, subject);
      return [id, { answer, yes: perSystem.filter((one) => one.answer === "yes").map(({ seen }) => seen.id) }];
    }),
  );
}

/** What is settled by `less` and comes out otherwise by `more`. */
function unsettled(less: Map<string, Judged>, more: Map<string, Judged>): string[] {
  return [...less].flatMap(([id, { answer, yes }]) => {
    const now = more.get(id);
    const moved = answer !== "unknown" && now?.answer !== answer;
    return moved || yes.some((system) => !now?.yes.includes(system)) ? [id] : [];
  });
}

/** An answer less exact: a place by its country, a day by its year or month, figures by place for the country. */
function coarser(value: FactValue | null): FactValue | null {
  if (typeof value === "string" && /^\d{4}-\d{2}/.test(value)) return value.slice(0, value.length - 3);
  if (Array.isArray(value)) {
    const codes = value as readonly string[];
    return codes.map((code) => (/^[A-Z]{2}-/.test(code) ? code.slice(0, 2) : code));
  }
  return value;
}

function withEach(facts: Facts, change: (value: FactValue | null) => FactValue | null): Facts {
  const changed = (values: Facts["org"]) =>
    Object.fromEntries(Object.entries(values).map(([fact, value]) => [fact, change(value)]));
  return {
    org: changed(facts.org),
    systems: facts.systems?.map((system) => ({ ...system, facts: changed(system.facts) })) ?? null,
  };
}

test("what is settled stays settled, whatever else is answered", () => {
  fc.assert(
    fc.property(fc.constantFrom(...organizations), fc.infiniteStream(fc.boolean()), (facts, chances) => {
      const fewer = withEach(facts, (value) => (chances.next().value === true ? value : null));
      expect(unsettled(judge(fewer), judge(facts))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("what is settled by a coarse answer stays settled by a finer one", () => {
  fc.assert(
    fc.property(fc.constantFrom(...organizations), fc.infiniteStream(fc.boolean()), (facts, chances) => {
      const vague = withEach(facts, (value) => (chances.next().value === true ? value : coarser(value)));
      expect(unsettled(judge(vague), judge(facts))).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test("what is settled before anybody named the systems stays settled once they are named", () => {
  const moved = organizations.flatMap((facts) => unsettled(judge({ ...facts, systems: null }), judge(facts)));
  expect(moved).toEqual([]);
});

test("another system takes no duty away, from the organization or from a system", () => {
  fc.assert(
    fc.property(fc.constantFrom(...organizations), fc.constantFrom(...organizations), (facts, others) => {
      const more = (others.systems ?? []).map((system, at) => ({ ...system, id: `more-${at}` }));
      const before = [...judge(facts)].filter(([, { answer }]) => answer === "yes");
      const after = judge({ ...facts, systems: [...(facts.systems ?? []), ...more] });
      expect(unsettled(new Map(before), after)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test("a duty applies only under a law that does, and may only under one that may", () => {
  const outside = organizations.flatMap((facts) => {
    const judged = judge(facts);
    return pack.instruments.flatMap(({ id, obligations }) =>
      obligations.filter((duty) => {
        const [law, found] = [judged.get(id)?.answer, judged.get(duty.id)?.answer];
        return (found === "yes" && law !== "yes") || (found === "unknown" && law === "no");
      }),
    );
  });
  expect([...new Set(outside.map(({ id }) => id))]).toEqual([]);
});

test("neither the order of systems nor that of answers and codes changes what is found", () => {
  fc.assert(
    fc.property(fc.constantFrom(...organizations), fc.constantFrom(...organizations), (one, other) => {
      const more = (other.systems ?? []).map((system, at) => ({ ...system, id: `more-${at}` }));
      const facts: Facts = { org: one.org, systems: [...(one.systems ?? []), ...more] };
      const turned = withEach({ org: reversed(facts.org), systems: [...(facts.systems ?? [])].reverse() }, (value) =>
        Array.isArray(value) ? [...(value as readonly string[])].reverse() : value,
      );
      expect(gist(turned)).toEqual(gist(facts));
    }),
    { numRuns: 12 },
  );
});

test("the same facts, day and pack give the same bytes, whatever was assessed before", () => {
  fc.assert(
    fc.property(fc.constantFrom(...organizations), fc.constantFrom(...organizations), (facts, other) => {
      const before = JSON.stringify(assessCompliance(facts, pack, pack.asOf));
      assessCompliance(other, pack, pack.asOf);
      expect(JSON.stringify(assessCompliance(structuredClone(facts), pack, pack.asOf))).toBe(before);
      expect(JSON.stringify(assessCompliance(facts, structuredClone(pack), pack.asOf))).toBe(before);
    }),
    { numRuns: 8 },
  );
});

test("answers about one system take no duty from another", () => {
  fc.assert(
    fc.property(fc.constantFrom(...organizations), fc.infiniteStream(fc.boolean()), (facts, chances) => {
      const [first, ...others] = facts.systems ?? [];
      if (first === undefined) return;
      const open = Object.entries(first.facts).filter(() => chances.next().value === true);
      const less: Facts = { ...facts, systems: [{ ...first, facts: Object.fromEntries(open) }, ...others] };
      const before = [...judge(less)].flatMap(([id, { yes }]) => yes.map((system) => ({ id, system })));
      const after = judge(facts);
      const lost = before.filter(({ id, system }) => system !== first.id && !after.get(id)?.yes.includes(system));
      expect(lost).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

function reversed(values: Facts["org"]): Facts["org"] {
  return Object.fromEntries(Object.entries(values).reverse());
}

/** All that an assessment decides, in an order of its own. */
function gist(facts: Facts) {
  const { obligations, notApplicable, instruments, questions } = assessCompliance(facts, pack, pack.asOf);
  return {
    duties: obligations.map(({ id, applies, appliesFrom, state, earliestPossible, systems, perSystem }) => ({
      ...{ id, applies, appliesFrom, state, earliestPossible },
      systems: [...systems].sort(),
      perSystem: [...perSystem].sort((a, b) => (a.system < b.system ? -1 : 1)),
    })),
    none: notApplicable.map(({ id }) => id),
    laws: instruments.map(({ id, applies, status }) => ({ id, applies, status })),
    questions: questions.map(({ fact, decides, decidesDates, systems = [] }) => ({
      ...{ fact, decides, decidesDates },
      systems: [...systems].sort(),
    })),
  };
}
