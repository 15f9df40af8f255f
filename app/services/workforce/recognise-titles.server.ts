import type { MatchState, OccupationMatch, TitleMatch } from "#app/domain/exposure/exposure-assessment.ts";
import { type TitleMatcher, titleMatcher } from "#app/domain/exposure/match-title.ts";
import type { TitleModel } from "#app/domain/exposure/title-model.ts";
import type { Role } from "#app/domain/workforce/role.ts";

/** What a role's title is taken for, and whether a person has to look. */
export type Recognised = { readonly state: MatchState; readonly match: Pick<OccupationMatch, "onet" | "title"> | null };

type Kept = { readonly matcher: TitleMatcher; readonly seen: Map<string, TitleMatch> };

const kept = new WeakMap<TitleModel, Kept>();
const mostSeen = 20_000;

/** One matcher a model, because its index takes a tenth of a second to build, and what it said of a title before. */
function keptFor(model: TitleModel): Kept {
  const known = kept.get(model);
  if (known !== undefined) return known;
  const made: Kept = { matcher: titleMatcher(model), seen: new Map() };
  kept.set(model, made);
  return made;
}

/** The occupation of a role: as a person confirmed it, else as the model is sure of it, else as a question. */
export function recogniseTitle(model: TitleModel, role: Pick<Role, "title" | "onet">): Recognised {
  if (role.onet !== undefined) {
    const title = model.names[model.onets.indexOf(role.onet)] ?? role.onet;
    return { state: "confirmed", match: { onet: role.onet, title } };
  }
  const { matcher, seen } = keptFor(model);
  const found = seen.get(role.title) ?? matcher.match(role.title);
  if (seen.size >= mostSeen) seen.clear();
  seen.set(role.title, found);
  const [best] = found.matches;
  if (best === undefined) return { state: "unmatched", match: null };
  return { state: found.confident ? "matched" : "unconfirmed", match: { onet: best.onet, title: best.title } };
}
