import type { FactDefinition, FactValue, FactValues } from "./facts.ts";
import type { ObligationPack } from "./obligation-pack.ts";
import { countedPlaces, placeOptions } from "./place-options.ts";
import { readPlace } from "./places.ts";

/** Whose answer it is (`org`, or the id of a system), the answer so far and its version. */
export type AnswerSlot = {
  readonly subject: string;
  readonly name: string | null;
  readonly value: FactValue | null;
  readonly version: number;
};

export type QuestionView = {
  readonly fact: string;
  readonly label: string;
  readonly question: string;
  readonly why: string;
  readonly kind: FactDefinition["kind"];
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** Codes of places to offer, for places and figures by place. */
  readonly places: readonly string[];
  readonly unit?: string;
  readonly slots: readonly AnswerSlot[];
};

/** A question as a form shows it. `alsoAt` are the organization's own places: they are offered first. */
export function questionView(
  definition: FactDefinition,
  slots: readonly AnswerSlot[],
  pack: ObligationPack,
  alsoAt: readonly string[],
): QuestionView {
  const { id, label, question, why, kind, options = [], unit } = definition;
  const base = { fact: id, label, question, why, kind, options, slots, ...(unit === undefined ? {} : { unit }) };
  const answered = slots.flatMap(({ value }) => (Array.isArray(value) ? (value as string[]) : []));
  if (kind === "places") {
    const own = new Set(alsoAt.map(readPlace));
    const places = placeOptions(pack, [...answered, ...own]);
    return {
      ...base,
      places: [...places.filter((place) => own.has(place)), ...places.filter((place) => !own.has(place))],
    };
  }
  if (kind !== "number-by-place") return { ...base, places: [] };
  const counted = slots.flatMap(({ value }) => (typeof value === "object" && value !== null ? Object.keys(value) : []));
  const places = [...alsoAt, ...counted].map(readPlace).filter((place) => !place.endsWith("-ELSEWHERE"));
  return { ...base, places: [...new Set([...places, ...countedPlaces(pack)])].sort() };
}

/** Where the organization is, works or hires, by what it has answered. */
export function ownPlaces(org: FactValues): string[] {
  return ["org.established_in", "org.workers_in", "org.recruits_in"].flatMap((fact) => {
    const value = org[fact];
    return Array.isArray(value) ? (value as string[]) : [];
  });
}
