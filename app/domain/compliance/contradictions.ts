import { type Facts, type FactValue, type FactValues, isSystemFact } from "./facts.ts";
import { liesIn, readPlace } from "./places.ts";

/** Answers that cannot all be true, in words; about one system, or about the organization. */
export type Contradiction = {
  readonly facts: readonly string[];
  readonly system?: string;
  readonly message: string;
};

type Check = {
  readonly facts: readonly string[];
  readonly message: string;
  /** True when the answers contradict each other; what is not answered contradicts nothing. */
  found(answers: FactValues): boolean;
};

const checks: readonly Check[] = [
  check(
    ["org.headcount", "org.headcount_in"],
    "You employ more people in places than in total.",
    ({ "org.headcount": total, "org.headcount_in": places }) => isCount(total) && peopleIn(places) > total,
  ),
  check(
    ["org.headcount", "org.headcount_eu"],
    "You employ more people in one EU country than in total.",
    ({ "org.headcount": total, "org.headcount_eu": country }) => isCount(total) && isCount(country) && country > total,
  ),
  check(
    ["org.headcount_in", "org.workers_in"],
    "You employ people in a place where nobody works for you.",
    ({ "org.headcount_in": places, "org.workers_in": workers }) =>
      isList(workers) && countsIn(places).some(([place, count]) => count > 0 && !reaches(workers, place)),
  ),
  check(
    ["org.works_council_de", "org.workers_in"],
    "You have a works council in Germany, but nobody works for you there.",
    ({ "org.works_council_de": council, "org.workers_in": workers }) =>
      council === true && isList(workers) && !reaches(workers, "EU-DE"),
  ),
  check(
    ["org.worker_reps_es", "org.workers_in"],
    "You have worker representatives in Spain, but nobody works for you there.",
    ({ "org.worker_reps_es": reps, "org.workers_in": workers }) =>
      reps === true && isList(workers) && !reaches(workers, "EU-ES"),
  ),
  check(
    ["org.planned_collective_redundancy_eu", "org.workers_in"],
    "You plan redundancies in the EU, but nobody works for you there.",
    ({ "org.planned_collective_redundancy_eu": planned, "org.workers_in": workers }) =>
      planned === true && isList(workers) && !reaches(workers, "EU"),
  ),
  check(
    ["org.planned_mass_layoff_in", "org.workers_in"],
    "You plan a layoff in a place where nobody works for you.",
    ({ "org.planned_mass_layoff_in": planned, "org.workers_in": workers }) =>
      isList(workers) && isList(planned) && planned.some((place) => !reaches(workers, readPlace(place))),
  ),
  check(
    ["org.layoff_linked_to_technology", "org.planned_mass_layoff_in"],
    "A layoff is linked to technology, but none is planned.",
    ({ "org.layoff_linked_to_technology": linked, "org.planned_mass_layoff_in": planned }) =>
      linked === true && isList(planned) && planned.length === 0,
  ),
  check(
    ["org.ccpa_cyber_audit_scope", "org.ccpa_business"],
    "You meet the test for the CCPA audit, but the CCPA does not apply to you.",
    ({ "org.ccpa_cyber_audit_scope": audit, "org.ccpa_business": business }) => audit === true && business === false,
  ),
  check(
    ["system.is_ai", "system.roles"],
    "You train a general-purpose model with it, but it is not AI.",
    ({ "system.is_ai": ai, "system.roles": roles }) => ai === false && isList(roles) && roles.includes("gpai_provider"),
  ),
  ...["special_category_data", "biometric_data", "profiling"].map((field) =>
    check(
      [`system.${field}`, "system.personal_data"],
      "It uses particular data about people, but no personal data.",
      (answers) => answers[`system.${field}`] === true && answers["system.personal_data"] === false,
    ),
  ),
  check(
    ["system.influence", "system.human_review"],
    "It decides alone, but a person reviews and can change the outcome.",
    ({ "system.influence": influence, "system.human_review": review }) =>
      influence === "sole" && review === "meaningful",
  ),
  check(
    ["system.training_flops", "system.systemic_risk"],
    "It was trained with more than 10^25 operations, but is said to stay below.",
    ({ "system.training_flops": operations, "system.systemic_risk": risk }) =>
      isCount(operations) && operations > 1e25 && risk === false,
  ),
  check(
    ["system.deepfake_output", "system.generates"],
    "You publish realistic synthetic scenes made with it, but it makes no images, audio or video.",
    ({ "system.deepfake_output": published, "system.generates": made }) =>
      published === true && isList(made) && !made.some((kind) => ["image", "audio", "video"].includes(kind)),
  ),
];

/** Every contradiction in the answers, the organization's first. */
export function findContradictions(facts: Facts): Contradiction[] {
  const found = checksOf(false).filter((one) => one.found(facts.org));
  const ofSystems = (facts.systems ?? []).flatMap((system) =>
    checksOf(true).flatMap((one) => (one.found(system.facts) ? [{ ...named(one), system: system.id }] : [])),
  );
  return [...found.map(named), ...ofSystems];
}

function check(facts: Check["facts"], message: string, found: Check["found"]): Check {
  return { facts, message, found };
}

function checksOf(systems: boolean): Check[] {
  return checks.filter(({ facts }) => facts.some(isSystemFact) === systems);
}

function named({ facts, message }: Check): Contradiction {
  return { facts, message };
}

function isCount(value: FactValue | null | undefined): value is number {
  return typeof value === "number";
}

function isList(value: FactValue | null | undefined): value is readonly string[] {
  return Array.isArray(value);
}

function countsIn(value: FactValue | null | undefined): (readonly [string, number])[] {
  if (typeof value !== "object" || value === null || isList(value)) return [];
  return Object.entries(value).map(([code, count]) => [readPlace(code), count] as const);
}

/** All people in the places listed; a place inside another one that is listed is counted there. */
function peopleIn(value: FactValue | null | undefined): number {
  const counts = countsIn(value);
  const outer = counts.filter(([place]) => !counts.some(([other]) => other !== place && liesIn(place, other)));
  return outer.reduce((sum, [, count]) => sum + count, 0);
}

/** Whether one of the places lies in the area or around it. */
function reaches(places: readonly string[], area: string): boolean {
  return places.map(readPlace).some((place) => liesIn(place, area) || liesIn(area, place));
}
