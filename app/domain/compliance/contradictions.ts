import { type Facts, type FactValue, type FactValues, isSystemFact } from "./facts.ts";
import { liesIn, readPlace } from "./places.ts";

/** Answers that cannot all be true, about one system or about the organization. `kind` is a code that has words of its own. */
export type Contradiction = {
  readonly kind: string;
  readonly facts: readonly string[];
  readonly system?: string;
};

type Check = {
  readonly kind: string;
  readonly facts: readonly string[];
  /** True when the answers contradict each other; what is not answered contradicts nothing. */
  found(answers: FactValues): boolean;
};

const checks: readonly Check[] = [
  check(
    "more-people-by-place",
    ["org.headcount", "org.headcount_in"],
    ({ "org.headcount": total, "org.headcount_in": places }) => isCount(total) && peopleIn(places) > total,
  ),
  check(
    "more-people-in-one-country",
    ["org.headcount", "org.headcount_eu"],
    ({ "org.headcount": total, "org.headcount_eu": country }) => isCount(total) && isCount(country) && country > total,
  ),
  check(
    "more-people-than-where-most-work",
    ["org.headcount_eu", "org.headcount_in"],
    ({ "org.headcount_eu": most, "org.headcount_in": places }) =>
      isCount(most) && countsIn(places).some(([place, count]) => /^EU-[A-Z]{2}$/.test(place) && count > most),
  ),
  check(
    "people-in-the-eu-where-nobody-works",
    ["org.headcount_eu", "org.workers_in"],
    ({ "org.headcount_eu": most, "org.workers_in": workers }) =>
      isCount(most) && most > 0 && isList(workers) && !reaches(workers, "EU"),
  ),
  check(
    "people-where-nobody-works",
    ["org.headcount_in", "org.workers_in"],
    ({ "org.headcount_in": places, "org.workers_in": workers }) =>
      isList(workers) && countsIn(places).some(([place, count]) => count > 0 && !reaches(workers, place)),
  ),
  check(
    "works-council-without-workers",
    ["org.works_council_de", "org.workers_in"],
    ({ "org.works_council_de": council, "org.workers_in": workers }) =>
      council === true && isList(workers) && !reaches(workers, "EU-DE"),
  ),
  check(
    "representatives-without-workers",
    ["org.worker_reps_es", "org.workers_in"],
    ({ "org.worker_reps_es": reps, "org.workers_in": workers }) =>
      reps === true && isList(workers) && !reaches(workers, "EU-ES"),
  ),
  check(
    "redundancies-without-workers",
    ["org.planned_collective_redundancy_eu", "org.workers_in"],
    ({ "org.planned_collective_redundancy_eu": planned, "org.workers_in": workers }) =>
      planned === true && isList(workers) && !reaches(workers, "EU"),
  ),
  check(
    "layoff-without-workers",
    ["org.planned_mass_layoff_in", "org.workers_in"],
    ({ "org.planned_mass_layoff_in": planned, "org.workers_in": workers }) =>
      isList(workers) && isList(planned) && planned.some((place) => !reaches(workers, readPlace(place))),
  ),
  check(
    "linked-without-layoff",
    ["org.layoff_linked_to_technology", "org.planned_mass_layoff_in"],
    ({ "org.layoff_linked_to_technology": linked, "org.planned_mass_layoff_in": planned }) =>
      linked === true && isList(planned) && planned.length === 0,
  ),
  check(
    "public-and-private",
    ["org.public_body", "org.private_public_services"],
    (answers) => answers["org.public_body"] === true && answers["org.private_public_services"] === true,
  ),
  check(
    "ccpa-without-california",
    ["org.ccpa_business", "org.does_business_in"],
    ({ "org.ccpa_business": business, "org.does_business_in": places }) =>
      business === true && isList(places) && !reaches(places, "US-CA"),
  ),
  check(
    "audit-without-ccpa",
    ["org.ccpa_cyber_audit_scope", "org.ccpa_business"],
    ({ "org.ccpa_cyber_audit_scope": audit, "org.ccpa_business": business }) => audit === true && business === false,
  ),
  check(
    "model-that-is-not-ai",
    ["system.is_ai", "system.roles"],
    ({ "system.is_ai": ai, "system.roles": roles }) => ai === false && isList(roles) && roles.includes("gpai_provider"),
  ),
  ...["special_category_data", "biometric_data", "profiling"].map((field) =>
    onlyWith("particular-data-not-personal", `system.${field}`, "system.personal_data"),
  ),
  ...["eea", "qc", "cn"].map((area) =>
    onlyWith("personal-data-that-leaves-is-none", `system.data_leaves_${area}`, "system.personal_data"),
  ),
  onlyWith("traits-without-biometrics", "system.infers_protected_traits", "system.biometric_data"),
  onlyWith("bias-data-not-sensitive", "system.bias_testing_with_special_data", "system.special_category_data"),
  onlyForUse("live-identification-without-use", "system.real_time_public_space", "biometric.remote_id"),
  onlyForUse("basis-without-prediction", "system.profiling_only_basis", "crime_prediction"),
  check(
    "alone-but-reviewed",
    ["system.influence", "system.human_review"],
    ({ "system.influence": influence, "system.human_review": review }) =>
      influence === "sole" && review === "meaningful",
  ),
  check(
    "large-without-systemic-risk",
    ["system.training_flops", "system.systemic_risk"],
    ({ "system.training_flops": operations, "system.systemic_risk": risk }) =>
      isCount(operations) && operations > 1e25 && risk === false,
  ),
  check(
    "scenes-without-images",
    ["system.deepfake_output", "system.generates"],
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

/** Two yes-no answers of which the first can be yes only when the second is. */
function onlyWith(kind: string, fact: string, needed: string): Check {
  return check(kind, [fact, needed], (answers) => answers[fact] === true && answers[needed] === false);
}

/** A yes that means something only for one use, which is not among the uses answered. */
function onlyForUse(kind: string, fact: string, use: string): Check {
  return check(kind, [fact, "system.uses"], ({ [fact]: answer, "system.uses": uses }) => {
    return answer === true && isList(uses) && !uses.includes(use);
  });
}

function check(kind: string, facts: Check["facts"], found: Check["found"]): Check {
  return { kind, facts, found };
}

function checksOf(systems: boolean): Check[] {
  return checks.filter(({ facts }) => facts.some(isSystemFact) === systems);
}

function named({ kind, facts }: Check): Contradiction {
  return { kind, facts };
}

function isCount(value: FactValue | null | undefined): value is number {
  return typeof value === "number";
}

function isList(value: FactValue | null | undefined): value is readonly string[] {
  return Array.isArray(value);
}

/** Counts by place; a place that is written in two ways (`DE`, `EU-DE`) stands once, since its counts are equal. */
function countsIn(value: FactValue | null | undefined): (readonly [string, number])[] {
  if (typeof value !== "object" || value === null || isList(value)) return [];
  return [...new Map(Object.entries(value).map(([code, count]) => [readPlace(code), count] as const))];
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
