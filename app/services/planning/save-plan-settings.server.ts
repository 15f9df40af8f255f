import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import type { Pin, PlanConstraints } from "#app/domain/planning/plan.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import type { Actor } from "#app/services/actor.ts";
import type { Deps } from "#app/services/deps.ts";
import { record } from "#app/services/governance/record.server.ts";
import { findPlanSettings, insertPlanSettings } from "#db/repositories/plans.server.ts";
import { gatherFacts } from "./gather-plan.server.ts";

type SettingsFailure = { readonly kind: "forbidden" | "conflict" };

/** What a person can set. The rest of the constraints stays as it is. */
export type PlanSettingsForm = Partial<Omit<PlanConstraints, "currency" | "pins">>;

/** Keeps budget, hours, freezes and risk as a new version; refused when somebody saved a newer one meanwhile. */
export async function savePlanSettings(
  deps: Pick<Deps, "db" | "knowledge" | "now" | "newId">,
  actor: Actor,
  command: { readonly basedOn: number; readonly settings: PlanSettingsForm },
): Promise<Result<number, SettingsFailure>> {
  return change(deps, actor, command.basedOn, (before) => ({ ...before, ...command.settings }));
}

/** Keeps an item in or out of the next plan, or lifts that. */
export async function pinPlanItem(
  deps: Pick<Deps, "db" | "knowledge" | "now" | "newId">,
  actor: Actor,
  command: { readonly action: string; readonly pin: Omit<Pin, "action"> | null },
): Promise<Result<number, SettingsFailure>> {
  return change(deps, actor, null, (before) => ({
    ...before,
    pins: [
      ...before.pins.filter((pin) => pin.action !== command.action),
      ...(command.pin === null ? [] : [{ action: command.action, ...command.pin }]),
    ],
  }));
}

async function change(
  deps: Pick<Deps, "db" | "knowledge" | "now" | "newId">,
  actor: Actor,
  basedOn: number | null,
  next: (before: PlanConstraints) => PlanConstraints,
): Promise<Result<number, SettingsFailure>> {
  if (!mayDo(actor.role, "plan:edit")) return fail({ kind: "forbidden" });
  const { organizationId, userId } = actor;
  const { constraints } = await gatherFacts(deps, organizationId);

  const version = await deps.db.transaction(async (tx) => {
    const kept = await findPlanSettings(tx, organizationId);
    const last = kept?.version ?? 0;
    if (basedOn !== null && basedOn !== last) return null;
    const before = kept?.settings ?? constraints;
    const settings = next(before);
    await insertPlanSettings(tx, {
      id: deps.newId(),
      organizationId,
      version: last + 1,
      settings,
      createdAt: deps.now(),
      createdBy: userId,
    });
    const subject = `plan-settings:${last + 1}`;
    await record(tx, actor, { action: "plan.settings-changed", subject, before, after: settings, at: deps.now() });
    return last + 1;
  });
  return version === null ? fail({ kind: "conflict" }) : ok(version);
}
