import { assessCompliance } from "#app/domain/compliance/assess-compliance.ts";
import type { Facts, FactValue } from "#app/domain/compliance/facts.ts";
import { judgeRule, subjectOf } from "#app/domain/compliance/judge-rule.ts";
import { type Random, randomFrom } from "#app/domain/kernel/random.ts";
import { obligations as pack } from "#app/knowledge/obligations/index.ts";
import { systemCatalogue } from "#app/knowledge/system-catalogue/index.ts";
import type { Figure, FigureModule } from "./figures.ts";

const places = ["EU-DE", "EU-FR", "US-IL", "US-CA", "US-NY-NYC", "CA-ON", "GB", "SG"];

/** Organizations with 20 systems of the catalogue each: all duties judged, and the whole assessment with reasons and questions. */
export const figures: FigureModule["figures"] = async ({ full }) => {
  const organizations = Array.from({ length: full ? 1000 : 100 }, (_, at) => anOrganization(randomFrom(at)));
  const duties = pack.instruments.flatMap(({ obligations }) => obligations);
  const judged = timesOf(organizations, (facts) => {
    const subject = subjectOf(facts);
    for (const { applies } of duties) judgeRule(applies, subject);
  });
  const assessed = timesOf(organizations, (facts) => assessCompliance(facts, pack, pack.asOf));
  return [
    { name: "organizations, 20 systems each", value: organizations.length, basis: "measured" },
    ...quantiles("all duties judged, ms", judged),
    ...quantiles("whole assessment with reasons and questions, ms", assessed),
  ];
};

function timesOf(organizations: readonly Facts[], run: (facts: Facts) => void): number[] {
  for (const facts of organizations.slice(0, 10)) run(facts);
  const times = organizations.map((facts) => {
    const start = performance.now();
    run(facts);
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b);
}

function quantiles(name: string, ascending: readonly number[]): Figure[] {
  return [0.5, 0.99].map((share) => ({
    name: `${name}, p${share * 100}`,
    value: ascending[Math.floor(share * (ascending.length - 1))] ?? Number.NaN,
    basis: "measured",
  }));
}

function anOrganization(random: Random): Facts {
  const some = () => places.filter(() => random() < 0.4);
  const org: Record<string, FactValue> = {
    "org.established_in": some(),
    "org.workers_in": some(),
    "org.recruits_in": some(),
    "org.does_business_in": some(),
    "org.headcount": Math.floor(random() * 2000),
    "org.public_body": random() < 0.1,
  };
  const systems = Array.from({ length: 20 }, (_, at) => {
    const template = systemCatalogue.systems[Math.floor(random() * systemCatalogue.systems.length)];
    const where = some();
    return { id: `s${at}`, facts: { ...template?.facts, "system.used_in": where, "system.people_affected_in": where } };
  });
  return { org, systems };
}
