import type { MatchState, OccupationMatch, TitleMatch } from "#app/domain/exposure/exposure-assessment.ts";
import { matcherOf } from "#app/domain/exposure/match-title.ts";
import { placeRole } from "#app/domain/exposure/place-role.ts";
import type { TitleModel } from "#app/domain/exposure/title-model.ts";
import type { Role } from "#app/domain/workforce/role.ts";
import type { Deps } from "../deps.ts";

/** What a role's title is taken for, and whether a person has to look. */
export type Recognised = { readonly state: MatchState; readonly match: Pick<OccupationMatch, "onet" | "title"> | null };

type Match = (title: string, context: string) => TitleMatch;

const matches = new WeakMap<TitleModel, Match>();
const mostSeen = 20_000;

/** The model's matcher with what it said of a title before. */
function matchFor(model: TitleModel): Match {
  const known = matches.get(model);
  if (known !== undefined) return known;
  const matcher = matcherOf(model);
  const seen = new Map<string, TitleMatch>();
  const match: Match = (title, context) => {
    const key = `${title}\u0000${context}`;
    const found = seen.get(key) ?? matcher.match(title, context);
    if (seen.size >= mostSeen) seen.clear();
    seen.set(key, found);
    return found;
  };
  matches.set(model, match);
  return match;
}

/** The occupation of a role, found as the exposure assessment finds it. */
export function recogniseTitle(
  { titles, occupations }: Pick<Deps["knowledge"], "titles" | "occupations">,
  role: Role,
): Recognised {
  const { state, match } = placeRole(role, matchFor(titles), occupations);
  return { state, match };
}
