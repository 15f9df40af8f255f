import type { FactValues } from "#app/domain/compliance/facts.ts";
import { placeName } from "#app/strings/place-name.ts";

/** The document about statements on technology in layoff filings. */
export const layoffProduct = "layoff-statement";

export type LayoffForm = {
  readonly places: readonly string[];
  readonly people: string;
  readonly linked: "yes" | "no" | "unknown" | "";
  readonly technology: string;
};

/** What a form says, as the places of the document and, in codes, as facts to judge by. */
export function typedOf({ places, people, linked, technology }: LayoffForm, locale: string): Record<string, string> {
  return {
    place_codes: places.join(","),
    linked,
    where_a_layoff_is_planned: places.map((place) => placeName(place, locale)).join(", "),
    how_many_people: people.trim(),
    whether_technology_is_a_cause: linked === "unknown" ? "" : linked,
    which_technology: technology.trim(),
  };
}

/** The facts that a form states for its document only; undefined where it names no place. */
export function statedOf(typed: Readonly<Record<string, string>>): FactValues | undefined {
  const places = (typed.place_codes ?? "").split(",").filter(Boolean);
  if (places.length === 0) return undefined;
  const linked = typed.linked === "yes" ? true : typed.linked === "no" ? false : null;
  return { "org.planned_mass_layoff_in": places, "org.layoff_linked_to_technology": linked };
}
