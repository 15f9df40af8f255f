import { addDays } from "#app/domain/kernel/iso-date.ts";
import { fail, ok } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import {
  type AnswerLine,
  changeBetweenPeriods,
  periodDays,
  type Segment,
  weeklyRates,
} from "#app/domain/visibility/answer-lines.ts";
import { type Metric, promptsForHeadline, shareOfAnswers } from "#app/domain/visibility/share-of-answers.ts";
import type { PromptSet } from "#db/repositories/probes.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { gatherAnswers } from "./gather-answers.server.ts";
import { loadProbeRun } from "./load-probe-run.server.ts";

/** What the probes page shows: each line of answers with its newest figures, its trend and its breaks, and how asking goes. */
export async function loadProbes(
  deps: Pick<Deps, "db" | "knowledge" | "ai" | "now">,
  actor: Actor,
  metric: Metric = "mention",
) {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "forbidden" as const });
  const { organizationId } = actor;
  const gathered = await gatherAnswers(deps, organizationId);
  const { set, sets, lines, unread } = gathered;
  const run = await loadProbeRun(deps, organizationId, set);
  return ok({
    set: set === null ? null : { id: set.id, version: set.version, prompts: set.prompts, at: set.createdAt.getTime() },
    metric,
    lines: lines.flatMap((line) => lineView(line, sets, metric) ?? []),
    unread,
    run,
    mayRun: mayDo(actor.role, "assessment:run"),
    promptsForHeadline,
  });
}

function lineView(line: AnswerLine, sets: readonly PromptSet[], metric: Metric) {
  const known = line.segments.flatMap((segment) => {
    const set = sets.find(({ id }) => id === segment.promptSetId);
    return set === undefined ? [] : [{ segment, set }];
  });
  const newest = known.at(-1);
  if (newest === undefined) return null;
  const { segment, set } = newest;
  const others = set.brand.others.map(({ name }) => name);
  const changes = (["mention", "citation", "recommendation"] as const).map((each) => ({
    metric: each,
    change: changeBetweenPeriods(set.prompts, segment, each),
  }));
  return {
    engine: line.engine,
    source: line.source,
    model: segment.model,
    setVersion: set.version,
    from: addDays(segment.to, 1 - periodDays),
    to: segment.to,
    share: shareOfAnswers(set.prompts, recentOf(segment), others),
    changes,
    /** One list of points for each segment: where one ends and the next begins, the series breaks. */
    trend: known.map(({ segment: each, set: its }) => ({
      model: each.model,
      setVersion: its.version,
      points: weeklyRates(its.prompts, each.answers, metric),
    })),
  };
}

/** The newest four weeks of a segment. */
export function recentOf({ answers, to }: Pick<Segment, "answers" | "to">): Segment["answers"] {
  const since = addDays(to, -periodDays);
  return answers.filter(({ on }) => on > since);
}
