import type { Sorting } from "../tables/table-state.ts";

type Line = {
  readonly title: string;
  readonly headcount: number | null;
  readonly pay: { readonly amount: number } | null;
  readonly department: string | null;
  readonly site: string | null;
  readonly country: string | null;
  readonly state: string;
  readonly occupation: string | null;
};

/** How the roster is sorted and what its filter looks at, the same for the page and its downloads. */
export const roleSorting: Sorting<Line> = {
  by: {
    title: (line) => line.title,
    headcount: (line) => line.headcount,
    pay: (line) => line.pay?.amount ?? null,
    department: (line) => line.department,
    site: (line) => line.site,
    country: (line) => line.country,
    state: (line) => line.state,
  },
  texts: (line) => [line.title, line.department ?? "", line.site ?? "", line.country ?? "", line.occupation ?? ""],
};
