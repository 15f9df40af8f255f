import { isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { fail, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { experimentMeasures } from "#app/domain/visibility/judge-experiment.ts";
import { findExperiment, tieOutcome } from "#db/repositories/experiments.server.ts";
import { findPlanOf } from "#db/repositories/plans.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { type RecordedOutcome, recordOutcome } from "../learning/record-outcome.server.ts";
import { gatherAnswers } from "./gather-answers.server.ts";
import { answersFrom, readingOf } from "./load-experiments.server.ts";

type Failure =
  | { readonly kind: "forbidden" | "not-found" | "not-done" | "recorded-already" | "stated-after" | "other-measure" }
  | Extract<Awaited<ReturnType<typeof recordOutcome>>, { ok: false }>["failure"];

/**
 * Records what an experiment measured, in percentage points with its standard error, as the outcome of a plan's item that forecasts
 * the same measure. An effect that cannot be told from nothing is recorded too: leaving it out would teach only good news.
 */
export async function recordExperiment(
  deps: Pick<Deps, "db" | "knowledge" | "compute" | "now" | "newId">,
  actor: Actor,
  { id, itemId }: { readonly id: string; readonly itemId: string },
): Promise<Result<RecordedOutcome, Failure>> {
  if (!mayDo(actor.role, "outcome:record")) return fail({ kind: "forbidden" });
  const { organizationId } = actor;
  const [row, plan] = await Promise.all([
    findExperiment(deps.db, organizationId, id),
    findPlanOf(deps.db, organizationId, "approved"),
  ]);
  const item = plan?.plan.items.find((each) => each.id === itemId);
  if (row === null || plan === null || item === undefined) return fail({ kind: "not-found" });
  if (row.outcomeId !== null) return fail({ kind: "recorded-already" });
  if (isoDateOf(row.statedAt) > row.changedOn) return fail({ kind: "stated-after" });
  if (item.forecast.measure !== experimentMeasures[row.metric]) return fail({ kind: "other-measure" });
  const gathered = await gatherAnswers(deps, organizationId, answersFrom([row]));
  const { state, effect, readUntil } = readingOf(row, gathered, isoDateOf(deps.now()));
  if (state !== "done" || effect === null) return fail({ kind: "not-done" });

  const outcome = {
    planVersionId: plan.id,
    itemId,
    observed: { perCent: round(effect.value * 100) },
    standardError: { perCent: round(effect.standardError * 100) },
    observedOn: readUntil,
    basis: "measured",
    note: `Experiment “${row.name}”`,
    replaces: null,
  } as const;
  try {
    return await recordOutcome(deps, actor, outcome, async (tx, outcomeId) => {
      if (!(await tieOutcome(tx, organizationId, id, outcomeId))) throw new RecordedMeanwhile();
    });
  } catch (cause) {
    if (cause instanceof RecordedMeanwhile) return fail({ kind: "recorded-already" });
    throw cause;
  }
}

/** Somebody recorded the same experiment a moment ago: its second outcome is taken back. */
class RecordedMeanwhile extends Error {}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
