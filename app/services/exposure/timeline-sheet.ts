import type { Timeline } from "#app/domain/exposure/exposure-assessment.ts";
import type { Sheet } from "../ports/tables.ts";

/** A timeline by quarter for a file: whole hours and money, an empty cell where pay is not known. */
export function timelineSheet({ points }: Pick<Timeline, "points">, currency: string): Sheet {
  return {
    name: "Timeline",
    headers: [
      "Quarter",
      "Hours",
      "Hours low (80 %)",
      "Hours high (80 %)",
      "Automatable hours",
      "Augmentable hours",
      `Pay (${currency})`,
      `Pay low (80 %, ${currency})`,
      `Pay high (80 %, ${currency})`,
    ],
    rows: points.map(({ quarter, hours, automatable, augmentable, pay }) => [
      quarter,
      Math.round(hours.value),
      Math.round(hours.low),
      Math.round(hours.high),
      whole(automatable?.value),
      whole(augmentable?.value),
      whole(pay?.value),
      whole(pay?.low),
      whole(pay?.high),
    ]),
  };
}

function whole(amount: number | undefined): number | null {
  return amount === undefined ? null : Math.round(amount);
}
