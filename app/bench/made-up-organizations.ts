import type { FactDefinition, Facts, FactValue } from "#app/domain/compliance/facts.ts";
import type { ObligationPack } from "#app/domain/compliance/obligation-pack.ts";
import type { Random } from "#app/domain/kernel/random.ts";
import { systemCatalogue } from "#app/knowledge/system-catalogue/index.ts";

const places = ["EU-DE", "EU-FR", "US-IL", "US-CA", "US-NY-NYC", "CA-ON", "GB", "SG"];
const days = ["2024-05-14", "2025-11-02", "2026-08-02", "2027-12-01", "2027-12-02", "2028-09-30"];
const counts = [0, 4, 5, 24, 25, 49, 50, 150, 2000, 60_000_000, 600_000_000, 2e25, 2e26];

/** An organization that has answered what most do, with systems as the catalogue describes them. */
export function partlyAnswered(random: Random, systems: number): Facts {
  const some = () => places.filter(() => random() < 0.4);
  const org: Record<string, FactValue> = {
    "org.established_in": some(),
    "org.workers_in": some(),
    "org.recruits_in": some(),
    "org.does_business_in": some(),
    "org.headcount": Math.floor(random() * 2000),
    "org.public_body": random() < 0.1,
  };
  return {
    org,
    systems: Array.from({ length: systems }, (_, at) => {
      const template = oneOf(systemCatalogue.systems, random);
      const where = some();
      return {
        id: `s${at}`,
        facts: { ...template.facts, "system.used_in": where, "system.people_affected_in": where },
      };
    }),
  };
}

/** An organization that has answered every question, about itself and each of its systems. */
export function fullyAnswered(random: Random, systems: number, pack: ObligationPack): Facts {
  const answers = (group: string) =>
    Object.fromEntries(
      pack.facts.filter(({ id }) => id.startsWith(group)).map((fact) => [fact.id, anAnswer(fact, random)]),
    );
  return {
    org: answers("org."),
    systems: Array.from({ length: systems }, (_, at) => ({ id: `s${at}`, facts: answers("system.") })),
  };
}

function anAnswer({ kind, options = [] }: FactDefinition, random: Random): FactValue {
  const values = options.map(({ value }) => value);
  switch (kind) {
    case "yes-no":
      return random() < 0.5;
    case "number":
      return oneOf(counts, random);
    case "date":
      return oneOf(days, random);
    case "choice":
      return oneOf(values, random);
    case "list":
      return values.filter(() => random() < 0.1);
    case "places":
      return places.filter(() => random() < 0.3);
    case "number-by-place":
      return Object.fromEntries(places.map((place) => [place, oneOf(counts, random)]));
  }
}

function oneOf<Item>(items: readonly Item[], random: Random): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error("nothing to choose from");
  return item;
}
