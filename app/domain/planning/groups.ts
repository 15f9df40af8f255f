import type { RoleExposure } from "#app/domain/exposure/exposure-assessment.ts";
import type { PlanFacts } from "./facts.ts";
import type { Intervention, InterventionPack, RoleFamily } from "./intervention-pack.ts";

/** The roles of one family that an assessment knows, together. */
export type FamilyGroup = {
  readonly family: RoleFamily;
  readonly roles: readonly RoleExposure[];
  readonly headcount: number;
  readonly hours: number;
  /** Mean augmentable and automatable share, weighted by hours. */
  readonly augmentable: number;
  readonly automatable: number;
};

/** The family of a SOC code: the longest prefix that fits, null when none does. */
export function familyOf(soc: string | null, families: readonly RoleFamily[]): RoleFamily | null {
  let found: RoleFamily | null = null;
  let length = 0;
  for (const family of families)
    for (const prefix of family.soc)
      if (soc?.startsWith(prefix) && prefix.length > length) {
        found = family;
        length = prefix.length;
      }
  return found;
}

/** Role families with people in them, largest first. */
export function familyGroups(facts: PlanFacts, pack: InterventionPack): FamilyGroup[] {
  const groups = pack.families.flatMap((family): FamilyGroup[] => {
    const roles = (facts.exposure?.roles ?? []).filter(
      (role) => familyOf(role.match?.soc ?? null, pack.families)?.id === family.id,
    );
    if (roles.length === 0) return [];
    const hours = roles.reduce((sum, role) => sum + role.hours, 0);
    const mean = (share: "augmentable" | "automatable") =>
      hours === 0 ? 0 : roles.reduce((sum, role) => sum + role.hours * role[share].value, 0) / hours;
    const headcount = roles.reduce((sum, role) => sum + role.headcount, 0);
    return [{ family, roles, headcount, hours, augmentable: mean("augmentable"), automatable: mean("automatable") }];
  });
  return groups.sort((a, b) => b.headcount - a.headcount || (a.family.id < b.family.id ? -1 : 1));
}

/** Whether an intervention is meant for a group because so much of its time is exposed. */
export function asksFor(intervention: Intervention, group: FamilyGroup): boolean {
  return intervention.when.some(
    (trigger) =>
      trigger.on === "family" &&
      group.augmentable + group.automatable >= trigger.augmentable &&
      (trigger.families === undefined || trigger.families.includes(group.family.id)),
  );
}
