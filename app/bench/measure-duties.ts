import { assessExposure } from "#app/domain/exposure/assess-exposure.ts";
import { matcherOf } from "#app/domain/exposure/match-title.ts";
import type { RoleId } from "#app/domain/kernel/ids.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { occupations } from "#app/knowledge/occupations/index.ts";
import { titles } from "#app/knowledge/occupations/titles.ts";
import { dutyWordings } from "./duty-wordings.ts";
import type { WordingGap } from "./measure-wordings.ts";

/** The time the reworded duty takes: as much as one duty of a description does that has two. */
const timeShare = 0.5;

/** "The same role in other words scores the same", for its duties: each further wording of a duty against the first, in the same role. */
export function measureDutyWordings(): readonly (WordingGap & { readonly at: number })[] {
  const knowledge = { occupations, titles: matcherOf(titles) };
  return dutyWordings.flatMap(({ title, wordings }) => {
    const roles = wordings.map((text, at) => ({
      id: String(at) as RoleId,
      title,
      headcount: 1,
      tasks: [{ text, timeShare }],
    }));
    const { roles: scored } = assessExposure(
      { asOf: "2026-11-22" as IsoDate, roles, currency: "EUR", rates: null, scenario: "central" },
      knowledge,
    );
    const values = scored.map(({ assessable, score }) => (assessable ? score.value : null));
    const [first = null, ...others] = values;
    return others.map((value, at) => ({
      at,
      first: wordings[0] ?? "",
      wording: wordings[at + 1] ?? "",
      gap: first === null || value === null ? null : Math.abs(value - first),
    }));
  });
}
