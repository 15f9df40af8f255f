import { createHash } from "node:crypto";
import { assessExposure } from "#app/domain/exposure/assess-exposure.ts";
import type { TitleMatch } from "#app/domain/exposure/exposure-assessment.ts";
import { inputDescription } from "#app/domain/exposure/input-description.ts";
import { matcherOf, type TitleMatcher } from "#app/domain/exposure/match-title.ts";
import { suppressedIds } from "#app/domain/tenancy/small-groups.ts";
import { byTitle, type Role } from "#app/domain/workforce/role.ts";
import { occupations } from "#app/knowledge/occupations/index.ts";
import { titles } from "#app/knowledge/occupations/titles.ts";
import type { Ask, RosterAssessed, RosterToAssess, TitleMatched } from "#app/services/ports/compute.ts";
import { serve } from "./serve.ts";

/** Characters from which a piece is handed over. */
const piece = 64 * 1024;
/** Matches that are handed over at once. */
const matchesAtOnce = 200;

/**
 * Assesses a roster too large to be handed over whole: its roles come in turns, and what is kept of the result goes back as text in
 * pieces, so that the owner never holds it, and so does what the titles were taken for. Null when the owner has a result of the same input already.
 */
export async function run(given: RosterToAssess, ask: Ask<"assess-roster">): Promise<RosterAssessed | null> {
  const roles: Role[] = [];
  for (let after = ""; ; ) {
    const some = (await ask({ kind: "roles", after })) as readonly Role[];
    const last = some.at(-1);
    if (last === undefined) break;
    after = last.id;
    roles.push(...some);
  }
  roles.sort(byTitle);
  const input = { ...given, roles, apart: suppressedIds(roles) };
  const inputHash = createHash("sha256")
    .update(inputDescription(input, occupations.version, titles.version))
    .digest("hex");
  if (!(await ask({ kind: "hash", inputHash }))) return null;
  const matched: TitleMatched[] = [];
  const matcher = rememberingMatcher(matched);
  const assessment = assessExposure(input, { occupations, titles: matcher });
  for (let from = 0; from < matched.length; from += matchesAtOnce) {
    await ask({ kind: "matched", titles: matched.slice(from, from + matchesAtOnce) });
  }
  await handOver("input", input, ask);
  await handOver("result", assessment, ask);
  const { asOf, totals, knowledge } = assessment;
  return {
    asOf,
    inputHash,
    version: knowledge.version,
    score: totals?.score ?? null,
    coverage: totals?.coverage ?? 0,
  };
}

/** The matcher, each title once. What it said goes into `matched`. */
function rememberingMatcher(matched: TitleMatched[]): Pick<TitleMatcher, "match"> {
  const matcher = matcherOf(titles);
  const known = new Map<string, TitleMatch>();
  return {
    match(title, context = "") {
      const key = `${title}\u0000${context}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      const match = matcher.match(title, context);
      known.set(key, match);
      matched.push({ title, context, match });
      return match;
    },
  };
}

/** Hands a value over as JSON in pieces that together are the whole, each of which ends between two roles. */
async function handOver(
  of: "input" | "result",
  { roles, ...rest }: { readonly roles: readonly unknown[] },
  ask: Ask<"assess-roster">,
): Promise<void> {
  await ask({ kind: "piece", of, text: `${JSON.stringify(rest).slice(0, -1)},"roles":[` });
  let text = "";
  for (const [at, role] of roles.entries()) {
    text += `${at === 0 ? "" : ","}${JSON.stringify(role)}`;
    if (text.length < piece) continue;
    await ask({ kind: "piece", of, text });
    text = "";
  }
  await ask({ kind: "piece", of, text: `${text}]}` });
}

serve("assess-roster", run);
