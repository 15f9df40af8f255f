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
  const saved = await deps.db.transaction(async (tx) => {
    if (!(await updateSystem(tx, actor.organizationId, id, checked.value, version, savedAt))) return false;
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
