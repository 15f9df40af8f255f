import { roles as sample } from "#app/demonstration/roles.ts";
import { assessExposure } from "#app/domain/exposure/assess-exposure.ts";
import { titleMatcher } from "#app/domain/exposure/match-title.ts";
import type { RoleId } from "#app/domain/kernel/ids.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import type { Role } from "#app/domain/workforce/role.ts";
import { occupations } from "#app/knowledge/occupations/index.ts";
import { titles } from "#app/knowledge/occupations/titles.ts";
import { rosterFigures } from "./bench-roster.ts";
import { compareSearchers } from "./compare-searchers.ts";
import type { Figure } from "./figures.ts";

const rosterRows = 100_000;
const distinctTitles = 5_000;

/** Speed of the title model, of one organization, and of a roster of 100,000 rows with 5,000 distinct titles. */
export async function figures({ data }: { readonly data: string | null }): Promise<readonly Figure[]> {
  const index = timed(() => titleMatcher(titles));
  const matcher = index.value;
  const names = occupations.occupations.map(({ title }) => title);
  const distinct = Array.from(
    { length: distinctTitles },
    (_, at) => `${names[at % names.length]} ${Math.floor(at / names.length) || ""}`,
  );
  const matched = timed(() => distinct.slice(0, 1_000).map((title) => matcher.match(title)));
  const sampleRoles = sample.map((role, at): Role => ({ ...role, id: `role-${at}` as RoleId }));
  const organization = timed(() => assess(sampleRoles, matcher));
  const roster = Array.from(
    { length: rosterRows },
    (_, at): Role => ({ id: String(at) as RoleId, title: distinct[at % distinct.length] ?? "", headcount: 1 }),
  );
  const large = timed(() => assess(roster, matcher));
  return [
    { name: "title index built, ms", value: index.ms, basis: "measured" },
    { name: "titles matched a second", value: 1_000_000 / matched.ms, basis: "measured" },
    ...compareSearchers(matcher, data),
    { name: `organization of ${sampleRoles.length} roles assessed, ms`, value: organization.ms, basis: "measured" },
    { name: `roster of ${rosterRows} rows, ${distinctTitles} titles, s`, value: large.ms / 1000, basis: "measured" },
    { name: "roster coverage", value: large.value.totals?.coverage ?? 0, basis: "measured" },
    ...(await rosterFigures()),
  ];
}

function assess(roles: readonly Role[], matcher: ReturnType<typeof titleMatcher>) {
  return assessExposure(
    { asOf: "2026-11-22" as IsoDate, roles, currency: "EUR", rates: null, scenario: "central" },
    { occupations, titles: matcher },
  );
}

function timed<Value>(run: () => Value): { readonly value: Value; readonly ms: number } {
  const from = performance.now();
  const value = run();
  return { value, ms: performance.now() - from };
}
