import type { MatchState, OccupationMatch, TitleMatch } from "#app/domain/exposure/exposure-assessment.ts";
import { matcherOf } from "#app/domain/exposure/match-title.ts";
import { contextOf, type PlacedRole, placeRole } from "#app/domain/exposure/place-role.ts";
import type { TitleModel } from "#app/domain/exposure/title-model.ts";
import type { Role } from "#app/domain/workforce/role.ts";
import { inTurns } from "../breathe.ts";
import type { Deps } from "../deps.ts";
import type { TitleMatched } from "../ports/compute.ts";

/** What a role's title is taken for, and whether a person has to look. */
export type Recognised = { readonly state: MatchState; readonly match: Pick<OccupationMatch, "onet" | "title"> | null };

type Match = (title: string, context: string) => TitleMatch;

const seenBy = new WeakMap<TitleModel, Map<string, TitleMatch>>();
const mostSeen = 60_000;

function seenOf(model: TitleModel): Map<string, TitleMatch> {
  const seen = seenBy.get(model) ?? new Map<string, TitleMatch>();
  seenBy.set(model, seen);
  return seen;
}

const keyOf = (title: string, context: string) => `${title}\u0000${context}`;

/** The model's matcher with what it said of a title before. */
function matchFor(model: TitleModel): Match {
  const seen = seenOf(model);
  return (title, context) => {
    const key = keyOf(title, context);
    const found = seen.get(key) ?? matcherOf(model).match(title, context);
    if (seen.size >= mostSeen) seen.clear();
    seen.set(key, found);
    return found;
  };
}

/** Takes over what a thread said of titles. */
export function rememberMatches(model: TitleModel, titles: readonly TitleMatched[]): void {
  const seen = seenOf(model);
  if (seen.size + titles.length > mostSeen) seen.clear();
  for (const { title, context, match } of titles) seen.set(keyOf(title, context), match);
}

const askedAtOnce = 100;
/** So few are matched here: a thread would take longer to answer. */
const few = 20;

/** Has a thread match the titles of `roles` that were not seen yet, so that looking at all of them holds nobody up. */
export async function matchAhead(
  deps: Pick<Deps, "compute"> & { readonly knowledge: Pick<Deps["knowledge"], "titles"> },
  roles: readonly Role[],
): Promise<void> {
  const seen = seenOf(deps.knowledge.titles);
  const unseen = new Map<string, { readonly title: string; readonly context: string }>();
  const turn = inTurns();
  for (const role of roles) {
    await turn();
    const context = contextOf(role);
    const key = keyOf(role.title, context);
    if (!seen.has(key)) unseen.set(key, { title: role.title, context });
  }
  if (unseen.size <= few) return;
  const asked = [...unseen];
  for (let from = 0; from < asked.length; from += askedAtOnce) {
    const some = asked.slice(from, from + askedAtOnce);
    const found = await deps.compute.run(
      "match-titles",
      some.map(([, title]) => title),
    );
    if (seen.size >= mostSeen) seen.clear();
    for (const [at, match] of found.entries()) seen.set(some[at]?.[0] ?? "", match);
  }
}

/** Where a role belongs, as the exposure assessment finds it. */
export function placeTitle(
  { titles, occupations }: Pick<Deps["knowledge"], "titles" | "occupations">,
  role: Role,
): PlacedRole {
  return placeRole(role, matchFor(titles), occupations);
}

/** The occupation of a role, found as the exposure assessment finds it. */
export function recogniseTitle(
  { titles, occupations }: Pick<Deps["knowledge"], "titles" | "occupations">,
  role: Role,
): Recognised {
  const { state, match } = placeRole(role, matchFor(titles), occupations);
  return { state, match };
}
