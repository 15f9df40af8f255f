import { type Allowance, monthlyAllowances } from "#app/domain/billing/plans.ts";
import { monthOf, type RoomVerdict, roomFor } from "#app/domain/billing/usage.ts";
import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import type { Result } from "#app/domain/kernel/result.ts";
import { fail, ok } from "#app/domain/kernel/result.ts";
import type { Database } from "#db/client.server.ts";
import { addUsage, findUsage } from "#db/repositories/billing.server.ts";
import type { Deps } from "../deps.ts";
import { loadEntitlements } from "./load-entitlements.server.ts";

/** The plan does not hold what was asked for; the page says the plan, its limit, what is used and where plans are. */
export type OverLimit = {
  readonly kind: "over-limit";
  readonly allowance: Allowance;
  readonly limit: number;
  readonly used: number;
  /** The plan's name as the price list has it. */
  readonly plan: string;
};

/** Whether `adding` more of an allowance fits the organization's plan; nothing is counted. */
export async function checkRoom(
  deps: Pick<Deps, "knowledge" | "now">,
  db: Database,
  organizationId: OrganizationId,
  allowance: Allowance,
  adding: number,
): Promise<RoomVerdict> {
  const entitlements = await loadEntitlements(deps, db, organizationId);
  const usage = await findUsage(db, organizationId, monthOf(deps.now()));
  return roomFor(entitlements, usage, allowance, adding);
}

/**
 * Takes `amount` of an allowance if it fits, in the caller's transaction: of a monthly one it counts it, of the others (roles,
 * members, workspaces) the rows that the caller adds are the count. Every service that uses something limited calls it first.
 */
export async function takeAllowance(
  deps: Pick<Deps, "knowledge" | "now">,
  tx: Database,
  organizationId: OrganizationId,
  allowance: Allowance,
  amount: number,
): Promise<Result<{ readonly left: number }, OverLimit>> {
  const verdict = await checkRoom(deps, tx, organizationId, allowance, amount);
  if (!verdict.fits) {
    const { limit, used } = verdict;
    const sold = deps.knowledge.pricePlans.plans.find(({ id }) => id === verdict.plan);
    return fail({ kind: "over-limit", allowance, limit, used, plan: sold?.name ?? verdict.plan });
  }
  if (monthlyAllowances.has(allowance)) await addUsage(tx, organizationId, allowance, monthOf(deps.now()), amount);
  return ok({ left: verdict.left });
}
