import { assessCompliance } from "#app/domain/compliance/assess-compliance.ts";
import type { Facts } from "#app/domain/compliance/facts.ts";
import { judgeRule, subjectOf } from "#app/domain/compliance/judge-rule.ts";
import type { ObligationPack } from "#app/domain/compliance/obligation-pack.ts";
import { readFacts } from "#app/domain/compliance/read-facts.ts";
import { type Random, randomFrom } from "#app/domain/kernel/random.ts";
import { lawSideStories } from "./compliance-cases.ts";

/** How often something that must always hold was looked at, and how often it did not hold. */
export type PropertyCount = { readonly name: string; readonly looked: number; readonly broken: number };

const runs = 3;

/** What must hold of every organization, tried on the stories with answers left out by chance. */
export function countProperties(pack: ObligationPack): PropertyCount[] {
  const organizations = lawSideStories().flatMap((story) => {
    const facts = readFacts(story, pack.facts);
    return facts.ok ? [facts.value] : [];
  });
  const tried = organizations.flatMap((facts, at) =>
    Array.from({ length: runs }, (_, run) => ({ facts, fewer: leaveOut(facts, randomFrom(at * runs + run)) })),
  );
  const settled = tried.flatMap(({ facts, fewer }) => compare(answersTo(fewer, pack), answersTo(facts, pack)));
  const turned = organizations.flatMap((facts) => compareAll(answersTo(facts, pack), answersTo(turn(facts), pack)));
  const repeated = organizations.map((facts) => {
    const before = JSON.stringify(assessCompliance(facts, pack, pack.asOf));
    return JSON.stringify(assessCompliance(structuredClone(facts), pack, pack.asOf)) === before;
  });
  return [
    count("what is settled stays settled by more answers, for each law, duty and system", settled),
    count("the order of systems and answers changes no answer", turned),
    count("the same facts, day and pack give the same bytes", repeated),
  ];
}

function count(name: string, held: readonly boolean[]): PropertyCount {
  return { name, looked: held.length, broken: held.filter((one) => !one).length };
}

/** The answer to every rule, for the whole and for each system. */
function answersTo(facts: Facts, pack: ObligationPack): Map<string, string> {
  const subject = subjectOf(facts);
  const found = new Map<string, string>();
  for (const { id, applies, obligations } of pack.instruments) {
    for (const rule of [{ id, applies }, ...obligations]) {
      found.set(rule.id, judgeRule(rule.applies, subject).answer);
      for (const system of subject.systems ?? []) {
        found.set(`${rule.id} ${system.id}`, system.evaluator.answer(rule.applies));
      }
    }
  }
  return found;
}

function compare(fewer: Map<string, string>, more: Map<string, string>): boolean[] {
  return [...fewer].filter(([, answer]) => answer !== "unknown").map(([id, answer]) => more.get(id) === answer);
}

function compareAll(one: Map<string, string>, other: Map<string, string>): boolean[] {
  return [...one].map(([id, answer]) => other.get(id) === answer);
}

function leaveOut(facts: Facts, random: Random): Facts {
  const some = (values: Facts["org"]) => Object.fromEntries(Object.entries(values).filter(() => random() < 0.6));
  return {
    org: some(facts.org),
    systems: facts.systems?.map((system) => ({ ...system, facts: some(system.facts) })) ?? null,
  };
}

function turn(facts: Facts): Facts {
  const turned = (values: Facts["org"]) => Object.fromEntries(Object.entries(values).reverse());
  return {
    org: turned(facts.org),
    systems: facts.systems?.map((system) => ({ ...system, facts: turned(system.facts) })).reverse() ?? null,
  };
}
