import { assessExposure } from "#app/domain/exposure/assess-exposure.ts";
import { matcherOf } from "#app/domain/exposure/match-title.ts";
import type { RoleId } from "#app/domain/kernel/ids.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { occupations } from "#app/knowledge/occupations/index.ts";
import { titles } from "#app/knowledge/occupations/titles.ts";
import { roleWordings } from "./role-wordings.ts";

/** A wording of a role with its distance in exposure from the role's first wording; null when it was not recognised. */
export type WordingGap = { readonly first: string; readonly wording: string; readonly gap: number | null };

/** "The same role in other words scores the same": every further wording of every role against the first. */
export function measureWordings(): readonly WordingGap[] {
  return roleWordings.flatMap(({ wordings }) => {
    const roles = wordings.map((title, at) => ({ id: String(at) as RoleId, title, headcount: 1 }));
    const { roles: scored } = assessExposure(
      { asOf: "2026-11-22" as IsoDate, roles, currency: "EUR", rates: null, scenario: "central" },
      { occupations, titles: matcherOf(titles) },
    );
    const values = new Map(scored.map(({ id, score, assessable }) => [id as string, assessable ? score.value : null]));
    const base = values.get("0") ?? null;
    return wordings.slice(1).map((wording, at) => {
      const value = values.get(String(at + 1)) ?? null;
      return {
        first: wordings[0] ?? "",
        wording,
        gap: base === null || value === null ? null : Math.abs(value - base),
      };
    });
  });
}

const near = 0.05;

/** Share of wordings within five points of the first. */
export function shareNear(gaps: readonly WordingGap[]): number {
  return gaps.filter(({ gap }) => gap !== null && gap <= near).length / gaps.length;
}
