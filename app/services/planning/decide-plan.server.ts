import type { PlanVersionId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { diffPlans } from "#app/domain/planning/diff-plans.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import type { Actor } from "#app/services/actor.ts";
import type { Deps } from "#app/services/deps.ts";
import { record } from "#app/services/governance/record.server.ts";
import {
  decidePlanVersion,
  findPlanOf,
  findPlanVersionNumbered,
  insertPlanVersion,
  nextPlanNumber,
  supersedePlans,
} from "#db/repositories/plans.server.ts";

export type DecideFailure = { readonly kind: "forbidden" | "not-found" | "already-decided" | "infeasible" };
type DecidingDeps = Pick<Deps, "db" | "now" | "newId">;
type Numbered = { readonly number: number };

/** Makes a proposal the plan in force. The one before it is superseded, and stays to go back to. */
export async function approvePlanVersion(
  deps: DecidingDeps,
  actor: Actor,
  asked: Numbered,
): Promise<Result<PlanVersionId, DecideFailure>> {
  return decideProposal(deps, actor, asked, "approved");
}

/** Turns a proposal down. The plan in force stays. */
export async function rejectPlanVersion(
  deps: DecidingDeps,
  actor: Actor,
  asked: Numbered,
): Promise<Result<PlanVersionId, DecideFailure>> {
  return decideProposal(deps, actor, asked, "rejected");
}

async function decideProposal(
  deps: DecidingDeps,
  actor: Actor,
  { number }: Numbered,
  to: "approved" | "rejected",
): Promise<Result<PlanVersionId, DecideFailure>> {
  const { organizationId, userId } = actor;
  if (!mayDo(actor.role, "plan:approve")) return fail({ kind: "forbidden" });
  return deps.db.transaction(async (tx): Promise<Result<PlanVersionId, DecideFailure>> => {
    const version = await findPlanVersionNumbered(tx, organizationId, number);
    if (version === null) return fail({ kind: "not-found" });
    if (to === "approved" && version.plan.status === "infeasible") return fail({ kind: "infeasible" });
    if (version.status !== "proposed") return fail({ kind: "already-decided" });

    const before = to === "approved" ? await findPlanOf(tx, organizationId, "approved") : null;
    if (before !== null) await supersedePlans(tx, organizationId, "approved");
    const at = deps.now();
    await decidePlanVersion(tx, organizationId, version.id, { from: "proposed", to, at, by: userId });
    await record(tx, actor, {
      action: `plan.${to}`,
      subject: `plan-version:${version.id}`,
      ...(to === "approved" ? { before: { number: before?.number ?? null } } : {}),
      after: { number },
      at,
    });
    return ok(version.id);
  });
}

/** Goes back to an earlier plan by a new version equal to it, in force at once: history is appended, so this can be undone too. */
export async function revertToPlanVersion(
  deps: DecidingDeps,
  actor: Actor,
  { number }: Numbered,
): Promise<Result<PlanVersionId, DecideFailure>> {
  const { organizationId, userId } = actor;
  if (!mayDo(actor.role, "plan:approve")) return fail({ kind: "forbidden" });
  const [earlier, current] = await Promise.all([
    findPlanVersionNumbered(deps.db, organizationId, number),
    findPlanOf(deps.db, organizationId, "approved"),
  ]);
  if (earlier === null) return fail({ kind: "not-found" });
  if (earlier.plan.status === "infeasible") return fail({ kind: "infeasible" });
  if (earlier.id === current?.id) return fail({ kind: "already-decided" });

  const id = deps.newId() as PlanVersionId;
  const because = `Back to version ${number}`;
  const at = deps.now();
  await deps.db.transaction(async (tx) => {
    const next = await nextPlanNumber(tx, organizationId);
    await supersedePlans(tx, organizationId, "approved");
    await supersedePlans(tx, organizationId, "proposed");
    await insertPlanVersion(tx, {
      ...earlier,
      id,
      number: next,
      basedOn: current?.id ?? earlier.id,
      status: "approved",
      diff: diffPlans(current?.plan ?? null, earlier.plan, because),
      because,
      causedBy: null,
      createdAt: at,
      createdBy: userId,
      decidedAt: at,
      decidedBy: userId,
    });
    await record(tx, actor, {
      action: "plan.reverted",
      subject: `plan-version:${id}`,
      after: { number: next, to: number },
      at,
    });
  });
  return ok(id);
}
