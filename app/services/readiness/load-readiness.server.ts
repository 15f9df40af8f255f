import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import type { PlanItem } from "#app/domain/planning/plan.ts";
import type { ReadinessInput } from "#app/domain/readiness/answers.ts";
import { weightOf } from "#app/domain/readiness/assess-readiness.ts";
import type { ReadinessAssessment } from "#app/domain/readiness/assessment.ts";
import type { ReadinessPack } from "#app/domain/readiness/pack.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { type KeptReadinessAssessment, listReadinessAssessments } from "#db/repositories/readiness.server.ts";
import { findStoredResults } from "#db/repositories/results.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { gatherInput } from "./readiness-input.server.ts";

export type TopAction = Pick<PlanItem, "id" | "title" | "owner" | "start" | "finish" | "cost" | "monthly">;

export type ReadinessView = {
  readonly decisions: readonly { readonly id: string; readonly title: string }[];
  readonly decision: string;
  readonly pillars: readonly {
    readonly id: string;
    readonly title: string;
    readonly meaning: string;
    readonly weight: number;
  }[];
  /** Null while no result was kept. */
  readonly result: ReadinessAssessment | null;
  readonly earlier: Pick<ReadinessAssessment, "score" | "asOf"> | null;
  /** True when answers or assessments are newer than the result. */
  readonly stale: boolean;
  readonly answered: number;
  readonly questions: number;
  /** Words of the questions that the result names. */
  readonly indicators: Readonly<Record<string, string>>;
  readonly actions: readonly TopAction[];
  readonly currency: string | null;
};

/** The newest result with what a page needs to explain it. */
export async function loadReadiness(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  actor: Actor,
): Promise<Result<ReadinessView, { readonly kind: "forbidden" }>> {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "forbidden" });
  const pack = deps.knowledge.readiness;
  const [latest, before] = await listReadinessAssessments(deps.db, actor.organizationId, 2);
  const wanted = wantedOf(latest, pack);
  const [current, stored] = await Promise.all([
    gatherInput(deps, actor, wanted),
    findStoredResults(deps.db, actor.organizationId),
  ]);
  const own = current.input.answers.map(({ question }) => question);
  const plan = stored.plan?.plan ?? null;
  return ok({
    decisions: pack.decisions.map(({ id, title }) => ({ id, title })),
    decision: wanted.decision,
    pillars: pack.pillars.map(({ id, title, meaning }) => ({ id, title, meaning, weight: weightOf(id, wanted, pack) })),
    result: latest?.assessment ?? null,
    earlier: before === undefined ? null : { score: before.assessment.score, asOf: before.assessment.asOf },
    stale: latest !== undefined && latest.inputHash !== current.inputHash,
    answered: new Set([...own, ...current.input.feeds.map(({ question }) => question)]).size,
    questions: pack.questions.length,
    indicators: Object.fromEntries(pack.questions.map(({ id, indicator }) => [id, indicator])),
    actions: topActions(plan?.items ?? []),
    currency: plan?.currency ?? null,
  });
}

/** The decision and weights that hold: those of the newest result, or the pack's first decision. */
export function wantedOf(
  latest: KeptReadinessAssessment | undefined,
  pack: ReadinessPack,
): Pick<ReadinessInput, "decision" | "weights"> {
  return { decision: latest?.input.decision ?? pack.decisions[0]?.id ?? "", weights: latest?.input.weights ?? {} };
}

/** What the plan does for readiness first: what clears a blocker, then what is worth most a month. */
function topActions(items: readonly PlanItem[]): readonly TopAction[] {
  return [...items]
    .sort(
      (a, b) =>
        Number(b.serves.blockers.length > 0) - Number(a.serves.blockers.length > 0) ||
        b.monthly.value - a.monthly.value,
    )
    .slice(0, 3)
    .map(({ id, title, owner, start, finish, cost, monthly }) => ({ id, title, owner, start, finish, cost, monthly }));
}
