import type { RoleId } from "../kernel/ids.ts";
import type { Role } from "../workforce/role.ts";
import type { MatchState, OccupationMatch } from "./exposure-assessment.ts";
import { normaliseTitle } from "./normalise-title.ts";
import type { PlacedRole } from "./place-role.ts";

/** Equal titles of an organization as one thing to decide: a decision holds for all of them. */
export type QueuedTitle = {
  /** The title as choices are kept under. */
  readonly key: string;
  /** As most people have it. */
  readonly title: string;
  readonly heads: number;
  readonly roles: number;
  readonly roleId: RoleId;
  readonly state: MatchState;
  readonly match: OccupationMatch | null;
  readonly candidates: readonly OccupationMatch[];
};

export type TitleQueue = {
  /** Largest headcount first. */
  readonly titles: readonly QueuedTitle[];
  readonly heads: number;
  /** Share of heads whose title is confirmed or recognised, 0..1. */
  readonly recognised: number;
};

/** Whether a person is asked. */
export function waits(state: MatchState): boolean {
  return state === "unconfirmed" || state === "unmatched";
}

/** Groups roles by equal titles, each placed as its largest role is. */
export function queueTitles(roles: readonly Role[], place: (role: Role) => PlacedRole): TitleQueue {
  const groups = new Map<string, { heads: number; roles: number; largest: Role; waiting: Role | null }>();
  let heads = 0;
  let recognised = 0;
  for (const role of roles) {
    const key = normaliseTitle(role.title).join(" ");
    const asked = waits(place(role).state);
    heads += role.headcount;
    if (!asked) recognised += role.headcount;
    const group = groups.get(key) ?? { heads: 0, roles: 0, largest: role, waiting: null };
    groups.set(key, group);
    group.heads += role.headcount;
    group.roles += 1;
    if (role.headcount > group.largest.headcount) group.largest = role;
    if (asked && (group.waiting === null || role.headcount > group.waiting.headcount)) group.waiting = role;
  }
  const titles = [...groups].map(([key, group]): QueuedTitle => {
    const shown = group.waiting ?? group.largest;
    const { state, match, candidates } = place(shown);
    return {
      key,
      title: shown.title,
      heads: group.heads,
      roles: group.roles,
      roleId: shown.id,
      state,
      match,
      candidates,
    };
  });
  titles.sort((a, b) => b.heads - a.heads || (a.key < b.key ? -1 : 1));
  return { titles, heads, recognised: heads === 0 ? 0 : recognised / heads };
}
