import type { ExposureLine } from "#app/domain/exposure/exposure-view.ts";
import type { Sheet } from "../ports/tables.ts";

const headers = [
  "Title",
  "Occupation",
  "State",
  "People",
  "Department",
  "Site",
  "Level",
  "Exposed",
  "Exposed low (80 %)",
  "Exposed high (80 %)",
  "Automatable",
  "Augmentable",
  "Human",
  "Hours exposed a year",
];

/** The table of roles for a file: shares as numbers 0..1, an empty cell where there is no figure. */
export function exposureSheet(lines: readonly ExposureLine[], currency: string): Sheet {
  return {
    name: "Exposure",
    headers: [...headers, `Payroll exposed (${currency})`],
    rows: lines.map(({ title, occupation, state, headcount, department, site, level, figures }) => [
      title,
      occupation,
      state,
      headcount,
      department,
      site,
      level,
      rounded(figures?.score.value),
      rounded(figures?.score.low),
      rounded(figures?.score.high),
      rounded(figures?.automatable),
      rounded(figures?.augmentable),
      rounded(figures?.human),
      whole(figures?.hoursExposed.value),
      whole(figures?.payrollExposed?.value),
    ]),
  };
}

function rounded(share: number | undefined): number | null {
  return share === undefined ? null : Math.round(share * 1000) / 1000;
}

function whole(amount: number | undefined): number | null {
  return amount === undefined ? null : Math.round(amount);
}
