import type { Role } from "../workforce/role.ts";
import type { MatchState, OccupationMatch, TitleMatch } from "./exposure-assessment.ts";
import type { Occupation, OccupationPack } from "./occupation-pack.ts";
import type { MixturePart } from "./score-role.ts";
import { weighStatedTasks } from "./stated-tasks.ts";
import { weighPay } from "./weigh-pay.ts";

/** Where a role belongs, and how sure that is. An empty mixture means that it cannot be assessed. */
export type PlacedRole = {
  readonly state: MatchState;
  readonly match: OccupationMatch | null;
  readonly candidates: readonly OccupationMatch[];
  readonly mixture: readonly MixturePart[];
  /** Whether pay weighed the occupations that the title may be. */
  readonly byPay: boolean;
};

const candidateCount = 3;
/** A first guess below this is no better than naming any occupation. */
const guess = 0.1;

/**
 * Puts a role among the occupations. A person's choice decides alone; otherwise every likely occupation counts with its
 * probability, which widens the interval as long as nobody has confirmed.
 */
export function placeRole(
  role: Role,
  match: (title: string, context: string) => TitleMatch,
  pack: OccupationPack,
): PlacedRole {
  const { found, byPay } = weighPay(match(role.title, contextOf(role)), role, pack);
  const candidates = found.matches.slice(0, candidateCount);
  const chosen = role.onet === undefined ? undefined : pack.byOnet.get(role.onet);
  if (chosen !== undefined) {
    const confirmed = { soc: chosen.soc, onet: chosen.onet, title: chosen.title, probability: 1 };
    return {
      state: "confirmed",
      match: confirmed,
      candidates,
      byPay: false,
      mixture: withTasks(role, mixtureOf([{ occupation: chosen, share: 1 }]), pack),
    };
  }
  const [best] = found.matches;
  if (best === undefined || best.probability < guess)
    return { state: "unmatched", match: null, candidates, mixture: [], byPay: false };
  const parts = found.matches.flatMap(({ onet, probability }) => {
    const occupation = pack.byOnet.get(onet);
    return occupation === undefined ? [] : [{ occupation, share: probability }];
  });
  return {
    state: found.confident ? "matched" : "unconfirmed",
    match: best,
    candidates,
    byPay,
    mixture: withTasks(role, mixtureOf(parts), pack),
  };
}

/** What is known of a role besides its title. */
export function contextOf(role: Role): string {
  return [role.department, role.context, ...(role.tasks ?? []).map(({ text }) => text)]
    .filter((part) => part !== undefined)
    .join(" ");
}

/** Occupations without evidence are left out; when they hold most of the belief, nothing can be said. */
function mixtureOf(
  parts: readonly { readonly occupation: Occupation; readonly share: number }[],
): readonly MixturePart[] {
  const known = parts.filter(({ occupation }) => occupation.assessable);
  const total = known.reduce((sum, { share }) => sum + share, 0);
  const all = parts.reduce((sum, { share }) => sum + share, 0);
  return total < all / 2 || total === 0
    ? []
    : known.map(({ occupation, share }) => ({ occupation, share: share / total }));
}

/** Stated tasks shift the weights of every occupation the role may be. */
function withTasks(role: Role, mixture: readonly MixturePart[], pack: OccupationPack): readonly MixturePart[] {
  const tasks = role.tasks ?? [];
  return tasks.length === 0
    ? mixture
    : mixture.map(({ occupation, share }) => ({ share, occupation: weighStatedTasks(occupation, tasks, pack) }));
}
