import type { Sheet } from "../ports/tables.ts";
import type { WaysForward } from "./load-ways-forward.server.ts";

/** Ways forward for a file: one row a way, shares as numbers 0..1, an empty cell where there is no figure. */
export function waysSheet({ lines }: Pick<WaysForward, "lines">): Sheet {
  return {
    name: "Ways forward",
    headers: [
      "Role",
      "People",
      "Hours exposed a year",
      "Exposed",
      "Way to",
      "O*NET-SOC",
      "Listed by O*NET",
      "Exposed there",
      "Exposed there low (80 %)",
      "Exposed there high (80 %)",
      "Chance it is lower",
      "Skill distance",
      "Skill distance in words",
      "Time in common",
      "Median pay change, US",
      "Pays less by more than the bound",
      "Pay change here",
      "People there now",
      "Preparation steps",
      "Skills to add (level now > needed)",
    ],
    rows: lines.flatMap(({ role, ways }) =>
      ways.map((way) => [
        role.title,
        role.headcount,
        Math.round(role.hoursExposed.value),
        rounded(role.score.value),
        way.title,
        way.onet,
        way.relation === "related" ? "yes" : "no",
        rounded(way.score.value),
        rounded(way.score.low),
        rounded(way.score.high),
        rounded(way.lower),
        rounded(way.skillDistance),
        way.nearness,
        rounded(way.inCommon),
        rounded(way.payChange),
        way.paysLess ? "yes" : "no",
        rounded(way.own?.payChange ?? null),
        way.own?.heads ?? null,
        way.preparation,
        (way.gaps ?? [])
          .map(({ skill, now, needed }) => `${skill} ${now.toFixed(1)} > ${needed.toFixed(1)}`)
          .join("; "),
      ]),
    ),
  };
}

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 1000) / 1000;
}
