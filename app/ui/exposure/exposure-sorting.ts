import type { ExposureLine } from "#app/domain/exposure/exposure-view.ts";
import type { Sorting } from "../tables/table-state.ts";

/** How the table of roles is sorted and what its filter looks at, for the page and its download. */
export const exposureSorting: Sorting<ExposureLine> = {
  by: {
    title: (line) => line.title,
    people: (line) => line.headcount,
    score: (line) => line.figures?.score.value ?? null,
    automatable: (line) => line.figures?.automatable ?? null,
    augmentable: (line) => line.figures?.augmentable ?? null,
    hours: (line) => line.figures?.hoursExposed.value ?? null,
    payroll: (line) => line.figures?.payrollExposed?.value ?? null,
    state: (line) => line.state,
  },
  texts: (line) => [line.title, line.occupation ?? "", line.department ?? "", line.site ?? "", line.level ?? ""],
};
