import type { FactValues } from "#app/domain/compliance/facts.ts";
import type { RoleId, SystemId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import type { EvidenceGrade } from "#app/domain/readiness/answers.ts";
import type { Level } from "#app/domain/readiness/pack.ts";
import type { RoleDraft } from "#app/domain/workforce/role-draft.ts";
import { insertSystem, type SystemDraft } from "#db/repositories/systems.server.ts";
import { insertRoles } from "#db/repositories/workforce.server.ts";
import type { Actor } from "../actor.ts";
import { inventoryFact } from "../compliance/load-facts.server.ts";
import { saveFacts } from "../compliance/save-facts.server.ts";
import type { Deps } from "../deps.ts";
import { type PlanSettingsForm, savePlanSettings } from "../planning/save-plan-settings.server.ts";
import { saveAnswers } from "../readiness/save-answers.server.ts";

export type ReadinessGiven = {
  readonly level: Level | "unknown" | "na";
  readonly evidence: EvidenceGrade;
  readonly note?: string;
};

/** A whole organization as somebody would type it in. What is left out was not answered. */
export type OrganizationDescription = {
  /** With an id of their own, or else they get one. */
  readonly roles: readonly (RoleDraft & { readonly id?: RoleId })[];
  /** Facts of the organization, by their full name (`org.headcount`). */
  readonly facts: FactValues;
  /** Null: nobody has said which AI systems there are. */
  readonly systems: readonly (SystemDraft & { readonly id?: SystemId })[] | null;
  readonly readiness: Readonly<Record<string, ReadinessGiven>>;
  readonly plan: PlanSettingsForm | null;
};

export type EntryRefused = { readonly kind: "entry-refused"; readonly path: string; readonly because: string };

function refused(path: string, failure: { readonly kind: string }): EntryRefused {
  const because =
    "errors" in failure
      ? JSON.stringify(failure.errors)
      : "question" in failure
        ? String(failure.question)
        : failure.kind;
  return { kind: "entry-refused", path, because };
}

/**
 * Keeps a whole description of an organization that has nothing yet: what the demonstration and the headless assessment
 * start from. No plan of ours limits it.
 */
export async function enterOrganization(
  deps: Pick<Deps, "db" | "knowledge" | "now" | "newId">,
  actor: Actor,
  description: OrganizationDescription,
): Promise<Result<void, EntryRefused>> {
  const { organizationId } = actor;
  const at = deps.now();
  await deps.db.transaction(async (tx) => {
    const roles = description.roles.map(({ id, ...draft }) => ({ id: id ?? (deps.newId() as RoleId), draft }));
    await insertRoles(tx, organizationId, roles, at);
    for (const { id, ...system } of description.systems ?? []) {
      await insertSystem(tx, organizationId, id ?? (deps.newId() as SystemId), system, at);
    }
  });

  const facts = Object.entries(description.facts).map(([fact, value]) => ({ fact, value, version: 0 }));
  const none = description.systems?.length === 0;
  const inventory = none ? [{ fact: inventoryFact, value: true, version: 0 }] : [];
  const kept = await saveFacts(deps, actor, [...facts, ...inventory]);
  if (!kept.ok) return fail(refused("facts", kept.failure));

  const given = Object.entries(description.readiness).map(([question, { level, evidence, note }]) => ({
    question,
    level,
    evidence,
    note: note ?? null,
    version: 0,
  }));
  const answered = await saveAnswers(deps, actor, given);
  if (!answered.ok) return fail(refused("readiness", answered.failure));

  if (description.plan !== null) {
    const planned = await savePlanSettings(deps, actor, { basedOn: 0, settings: description.plan });
    if (!planned.ok) return fail(refused("constraints", planned.failure));
  }
  return ok(undefined);
}
