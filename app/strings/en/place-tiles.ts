import { catalogue } from "../catalogue.ts";

/** The tiles of places that duties come from. */
export const placeTilesText = catalogue({
  place: "Place",
  duties: "Duties",
  inForce: "In force",
  upcoming: "Upcoming",
  laws: "Laws, standards and guidelines we know",
  world: "Countries and unions",
  states: "States of the US",
  tile: { zero: "{name}: no duty", one: "{name}: {count} duty", other: "{name}: {count} duties" },
});
