import type { TitleMatch } from "#app/domain/exposure/exposure-assessment.ts";
import { matcherOf } from "#app/domain/exposure/match-title.ts";
import { titles } from "#app/knowledge/occupations/titles.ts";
import type { TitleToMatch } from "#app/services/ports/compute.ts";
import { serve } from "./serve.ts";

/** The occupations of titles, in their order. */
export function run(given: readonly TitleToMatch[]): readonly TitleMatch[] {
  const matcher = matcherOf(titles);
  return given.map(({ title, context }) => matcher.match(title, context));
}

serve("match-titles", run);
