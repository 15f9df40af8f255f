import { facts, organization, systems } from "#app/demonstration/organization.ts";
import { answers, decision } from "#app/demonstration/readiness.ts";
import { roles } from "#app/demonstration/roles.ts";
import type { FactValues } from "#app/domain/compliance/facts.ts";

/** Fact names as the contract has them: without the `org.` or `system.` of the vocabulary. */
function short(values: FactValues): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([fact, value]) => [fact.slice(fact.indexOf(".") + 1), value]));
}

/** The demonstration organization as input of `assess`: complete, and equal to what the pages show of it. */
export const assessExample = {
  name: organization.name,
  asOf: "2026-11-22",
  currency: organization.currency,
  website: organization.website,
  roles: roles.map((role, at) => ({ id: `role-${at + 1}`, ...role })),
  org: short(facts),
  systems: systems.map(({ name, facts: own }, at) => ({ id: `system-${at + 1}`, name, ...short(own) })),
  readiness: {
    decision,
    answers: Object.entries(answers).map(([question, { level, evidence }]) => ({ question, level, evidence })),
  },
  constraints: { riskAversion: 0.5 },
};
