import { roles as sample } from "#app/demonstration/roles.ts";
import { assessExposure } from "#app/domain/exposure/assess-exposure.ts";
import { titleMatcher } from "#app/domain/exposure/match-title.ts";
import type { RoleId } from "#app/domain/kernel/ids.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import type { Role } from "#app/domain/workforce/role.ts";
import { occupations } from "#app/knowledge/occupations/index.ts";
import { titles } from "#app/knowledge/occupations/titles.ts";
import { type ListRun, listTable, runLists } from "./bench-lists.ts";
import { type Run, rosterFigures, rosterTable, runRosters } from "./bench-roster.ts";
import { compareSearchers } from "./compare-searchers.ts";
import type { Figure, FigureTable } from "./figures.ts";

let rosters: readonly Run[] = [];
let lists: readonly ListRun[] = [];

/** Speed of the title model beside two searchers, of one organization, of rosters from file to page, and of the list pages. */
export async function figures({ data }: { readonly data: string | null }): Promise<readonly Figure[]> {
  const index = timed(() => titleMatcher(titles));
  const matcher = index.value;
  const roles = sample.map((role, at): Role => ({ ...role, id: `role-${at}` as RoleId }));
  const organization = timed(() =>
    assessExposure(
      { asOf: "2026-11-22" as IsoDate, roles, currency: "EUR", rates: null, scenario: "central" },
      { occupations, titles: matcher },
    ),
  );
  const compared = compareSearchers(matcher, data);
  rosters = await runRosters();
  lists = await runLists();
  return [
    { name: "title index built, ms", value: index.ms, basis: "measured" },
    ...compared,
    { name: `organization of ${roles.length} roles assessed, ms`, value: organization.ms, basis: "measured" },
    ...rosterFigures(rosters),
    ...lists.map(
      ({ page, p95 }): Figure => ({
        name: `list of 20,000 roles, ${page}: p95, ms`,
        value: p95,
        target: "<= 200",
        basis: "measured",
      }),
    ),
  ];
}

/** By phase and by page, of the run that `figures` made. */
export async function tables(): Promise<readonly FigureTable[]> {
  return [rosterTable(rosters), listTable(lists)];
}

function timed<Value>(run: () => Value): { readonly value: Value; readonly ms: number } {
  const from = performance.now();
  const value = run();
  return { value, ms: performance.now() - from };
}
