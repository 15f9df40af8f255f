import type { FactValues } from "#app/domain/compliance/facts.ts";
import type { SystemId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { findSystem, updateSystem } from "#db/repositories/systems.server.ts";
import type { Actor } from "../actor.ts";
import { lookSoon } from "../compliance/look-soon.server.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";
import { checkedDraft, type SystemInvalid } from "./system-input.ts";

/** What changes; what is left out stays. Facts are merged over the kept ones, a null takes an answer back. */
export type SystemChange = {
  readonly id: SystemId;
  readonly version: number;
  readonly name?: string;
  readonly vendor?: string | null;
  readonly purpose?: string | null;
  readonly facts?: FactValues;
};

type Failure = { kind: "forbidden" } | { kind: "not-found" } | { kind: "conflict" } | SystemInvalid;

export async function changeSystem(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  actor: Actor,
  { id, version, facts, ...words }: SystemChange,
): Promise<Result<{ readonly savedAt: Date }, Failure>> {
  if (!mayDo(actor.role, "facts:edit")) return fail({ kind: "forbidden" });
  const before = await findSystem(deps.db, actor.organizationId, id);
  if (before === null || before.deletedAt !== null) return fail({ kind: "not-found" });
  const { name, vendor, purpose, catalogueId } = before;
  const draft = { name, vendor, purpose, catalogueId, ...words, facts: { ...before.facts, ...facts } };
  const checked = checkedDraft(draft, deps.knowledge.obligations.facts);
  if (!checked.ok) return checked;

  const savedAt = deps.now();
  // An answer given anew counts as confirmed, also where it is the same.
  const prefilled = before.prefilled.filter((fact) => !(fact in (facts ?? {})));
  const saved = await deps.db.transaction(async (tx) => {
    if (!(await updateSystem(tx, actor.organizationId, id, { ...checked.value, prefilled }, version, savedAt)))
      return false;
    const was = { name, vendor, purpose, facts: before.facts };
    await record(tx, actor, {
      action: "system.change",
      subject: `system:${id}`,
      before: was,
      after: checked.value,
      at: savedAt,
    });
    await lookSoon(deps, tx, actor.organizationId);
    return true;
  });
  return saved ? ok({ savedAt }) : fail({ kind: "conflict" });
}

/** Takes what the catalogue answered for a system as true of it: nothing is marked as prefilled any more. */
export async function confirmPrefilled(
  deps: Pick<Deps, "db" | "now">,
  actor: Actor,
  id: SystemId,
): Promise<Result<null, { kind: "forbidden" } | { kind: "not-found" } | { kind: "conflict" }>> {
  if (!mayDo(actor.role, "facts:edit")) return fail({ kind: "forbidden" });
  const system = await findSystem(deps.db, actor.organizationId, id);
  if (system === null || system.deletedAt !== null) return fail({ kind: "not-found" });
  const { name, vendor, purpose, catalogueId, facts, prefilled, version } = system;

  const at = deps.now();
  const confirmed = await deps.db.transaction(async (tx) => {
    const draft = { name, vendor, purpose, catalogueId, facts, prefilled: [] };
    if (!(await updateSystem(tx, actor.organizationId, id, draft, version, at))) return false;
    await record(tx, actor, { action: "system.confirm", subject: `system:${id}`, before: { prefilled }, at });
    return true;
  });
  return confirmed ? ok(null) : fail({ kind: "conflict" });
}
