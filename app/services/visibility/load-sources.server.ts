import { fail, ok } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { citedSources, worthEarning } from "#app/domain/visibility/cited-sources.ts";
import { shareOfAnswers } from "#app/domain/visibility/share-of-answers.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { gatherAnswers, newestOf } from "./gather-answers.server.ts";
import { recentOf } from "./load-probes.server.ts";

const mostSources = 40;
const mostEarned = 8;

/** Who is cited by the newest four weeks of each line of answers: the authority footprint, apart from every score. */
export async function loadSources(deps: Pick<Deps, "db" | "knowledge" | "now">, actor: Actor, line = 0) {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "forbidden" as const });
  const gathered = await gatherAnswers(deps, actor.organizationId);
  const { lines } = gathered;
  const { sourceRules, checkedOn } = deps.knowledge.visibility.probes;
  const named = lines.map(({ engine, source }, at) => ({ at, engine, source }));
  const chosen = lines[line] ?? lines[0];
  const newest = newestOf(gathered, chosen);
  if (chosen === undefined || newest === null) return ok({ lines: named, shown: null, rulesOn: checkedOn as string });
  const { segment, set } = newest;
  const recent = recentOf(segment);
  const sources = citedSources(set.prompts, recent, set.brand.others, sourceRules);
  const { rates, answers, prompts } = shareOfAnswers(set.prompts, recent, []);
  return ok({
    lines: named,
    rulesOn: checkedOn as string,
    shown: {
      at: lines.indexOf(chosen),
      engine: chosen.engine,
      source: chosen.source,
      from: recent[0]?.on ?? segment.from,
      to: segment.to,
      answers,
      prompts,
      citationShare: rates.citationShare,
      earn: worthEarning(sources).slice(0, mostEarned),
      sources: sources.slice(0, mostSources),
      left: Math.max(0, sources.length - mostSources),
    },
  });
}
