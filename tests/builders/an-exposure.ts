import { assessExposure } from "#app/domain/exposure/assess-exposure.ts";
import type { ExposureInput } from "#app/domain/exposure/exposure-input.ts";
import { matcherOf } from "#app/domain/exposure/match-title.ts";
import type { RoleId } from "#app/domain/kernel/ids.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import type { Role } from "#app/domain/workforce/role.ts";
import { occupations } from "#app/knowledge/occupations/index.ts";
import { titles } from "#app/knowledge/occupations/titles.ts";

let count = 0;

/** A role, valid by default. */
export function aRole(over: Partial<Omit<Role, "id">> & { id?: string } = {}): Role {
  count += 1;
  return { title: "Payroll clerk", headcount: 10, ...over, id: (over.id ?? `role-${count}`) as RoleId };
}

/** The real packs, and a matcher over them. */
export const exposureKnowledge = { occupations, titles: matcherOf(titles) };

/** An assessment of roles by the real packs. */
export function assessed(roles: readonly Role[], over: Partial<ExposureInput> = {}) {
  const input = { asOf: "2026-11-22" as IsoDate, roles, currency: "EUR", rates: null, scenario: "central" as const };
  return assessExposure({ ...input, ...over }, exposureKnowledge);
}
