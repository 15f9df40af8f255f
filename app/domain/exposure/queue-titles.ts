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
export function queueTitles(roles: readonly Role[], place: Place): TitleQueue {
  const gatherer = titleGatherer(place);
  for (const role of roles) gatherer.add(role);
  return gatherer.queue();
}

type Place = (role: Role) => PlacedRole;
type Placed = { readonly role: Role; readonly placed: PlacedRole };
type Group = { heads: number; roles: number; largest: Placed; waiting: Placed | null };

/** The same role by role, for rosters that are gone through in turns. */
export function titleGatherer(place: Place): { add(role: Role): void; queue(): TitleQueue } {
  const groups = new Map<string, Group>();
  const keys = new Map<string, string>();
  let heads = 0;
  let recognised = 0;

  function add(role: Role): void {
    const key = keys.get(role.title) ?? normaliseTitle(role.title).join(" ");
    keys.set(role.title, key);
    const here: Placed = { role, placed: place(role) };
    const asked = waits(here.placed.state);
    heads += role.headcount;
    if (!asked) recognised += role.headcount;
    const group = groups.get(key) ?? { heads: 0, roles: 0, largest: here, waiting: null };
    groups.set(key, group);
    group.heads += role.headcount;
    group.roles += 1;
    if (role.headcount > group.largest.role.headcount) group.largest = here;
    if (asked && (group.waiting === null || role.headcount > group.waiting.role.headcount)) group.waiting = here;
  }
  return { add, queue: () => queueOf(groups, heads, recognised) };
}

function queueOf(groups: ReadonlyMap<string, Group>, heads: number, recognised: number): TitleQueue {
  const titles = [...groups].map(([key, group]): QueuedTitle => {
    const { role: shown, placed } = group.waiting ?? group.largest;
    const { state, match, candidates } = placed;
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
