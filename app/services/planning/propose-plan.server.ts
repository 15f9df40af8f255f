import type { OrganizationId, OutcomeId, PlanVersionId } from "#app/domain/kernel/ids.ts";
import { ok, type Result } from "#app/domain/kernel/result.ts";
import { diffPlans } from "#app/domain/planning/diff-plans.ts";
import type { Deps } from "#app/services/deps.ts";
import { record } from "#app/services/governance/record.server.ts";
import { insertPlanVersion, nextPlanNumber, supersedePlans } from "#db/repositories/plans.server.ts";
import { type GatherFailure, gatherPlan } from "./gather-plan.server.ts";

export type ProposePlan = {
  readonly organizationId: OrganizationId;
  /** What led to it, in words that the versions page shows. */
  readonly because: string;
  readonly causedBy: OutcomeId | null;
  /** A user's id, or `groundwork` when nobody asked. */
  readonly requestedBy: string;
  readonly requestId: string;
};

/**
 * Composes a plan from what is known now and appends it as a proposal, in the place of an older proposal. Answers null when
 * nothing would change against the plan in force.
 */
export async function proposePlan(
  deps: Pick<Deps, "db" | "knowledge" | "compute" | "now" | "newId">,
  command: ProposePlan,
): Promise<Result<PlanVersionId | null, GatherFailure>> {
  const gathered = await gatherPlan(deps, command.organizationId);
  if (!gathered.ok) return gathered;
  const { inputs, current } = gathered.value;

  const plan = await deps.compute.run("compose-plan", inputs);
  const diff = diffPlans(current?.plan ?? null, plan, command.because);
  if (current !== null && plan.status !== "infeasible" && diff.changes.length === 0) return ok(null);

  const id = deps.newId() as PlanVersionId;
  const { organizationId, because, causedBy, requestedBy, requestId } = command;
  await deps.db.transaction(async (tx) => {
    const number = await nextPlanNumber(tx, organizationId);
    await supersedePlans(tx, organizationId, "proposed");
    const { current: _current, ...input } = inputs;
    await insertPlanVersion(tx, {
      id,
      organizationId,
      number,
      basedOn: current?.id ?? null,
      status: "proposed",
      plan,
      diff,
      because,
      causedBy,
      knowledgeVersion: plan.knowledgeVersion,
      inputHash: plan.inputHash,
      input,
      seed: plan.seed,
      asOf: plan.asOf,
      createdAt: deps.now(),
      createdBy: requestedBy,
      decidedAt: null,
      decidedBy: null,
    });
    const doer = { userId: requestedBy, organizationId, requestId };
    await record(tx, doer, {
      action: "plan.proposed",
      subject: `plan-version:${id}`,
      after: { number, because },
      at: deps.now(),
    });
  });
  return ok(id);
}
