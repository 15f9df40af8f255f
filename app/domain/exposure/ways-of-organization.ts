import type { RoleExposure } from "./exposure-assessment.ts";
import type { WayForward } from "./find-redeployment.ts";
import { type OwnPlaces, ownPlaces } from "./own-places.ts";

/** A way forward as one organization sees it. */
export type OwnWay = WayForward & { readonly own: OwnPlaces | null };

/** A role whose hours are exposed most, and its best ways forward. */
export type RoleWays = {
  readonly role: Pick<RoleExposure, "id" | "title" | "headcount" | "hoursExposed" | "score" | "state">;
  readonly occupation: string;
  readonly ways: readonly OwnWay[];
};

/** A skill that many would need: for how many people it is among those to raise on one of their ways. */
export type SharedSkill = {
  readonly skill: string;
  readonly people: number;
  readonly roles: number;
  readonly ways: number;
};

const mostRoles = 10;
const waysShown = 3;
const mostSkills = 10;

/** The roles with most exposed hours that this person may see and that can be assessed, most first. */
export function mostExposedRoles(roles: readonly RoleExposure[], hidden: ReadonlySet<number>): readonly RoleExposure[] {
  return roles
    .filter(({ assessable }, at) => assessable && !hidden.has(at))
    .toSorted((a, b) => b.hoursExposed.value - a.hoursExposed.value || (a.id < b.id ? -1 : 1))
    .slice(0, mostRoles);
}

/** One role's line: its best three ways, each with the places that the organization has already. */
export function roleWays(
  role: RoleExposure,
  ways: readonly WayForward[],
  all: readonly RoleExposure[],
  hidden: ReadonlySet<number>,
): RoleWays {
  const { id, title, headcount, hoursExposed, score, state, match } = role;
  return {
    role: { id, title, headcount, hoursExposed, score, state },
    occupation: match?.title ?? "",
    ways: ways.slice(0, waysShown).map((way) => ({ ...way, own: ownPlaces(way.onet, role, all, hidden) })),
  };
}

/**
 * Skills that open ways for most people at once. People of a role count once for a skill, however many of its ways ask for it;
 * below `smallest` people a skill is left out, because it would tell of persons.
 */
export function sharedSkills(lines: readonly RoleWays[], smallest: number): readonly SharedSkill[] {
  const found = new Map<string, { people: number; roles: number; ways: number }>();
  for (const { role, ways } of lines) {
    const asked = new Map<string, number>();
    for (const { skillsToAdd } of ways) for (const skill of skillsToAdd) asked.set(skill, (asked.get(skill) ?? 0) + 1);
    for (const [skill, count] of asked) {
      const { people, roles, ways: before } = found.get(skill) ?? { people: 0, roles: 0, ways: 0 };
      found.set(skill, { people: people + role.headcount, roles: roles + 1, ways: before + count });
    }
  }
  return [...found]
    .map(([skill, counted]) => ({ skill, ...counted }))
    .filter(({ people }) => people >= smallest)
    .sort((a, b) => b.people - a.people || b.ways - a.ways || (a.skill < b.skill ? -1 : 1))
    .slice(0, mostSkills);
}
