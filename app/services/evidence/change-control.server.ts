import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { findControl, saveControl } from "#db/repositories/evidence.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";

export type ControlDescription = {
  readonly control: string;
  /** 0 when nobody has described it yet. */
  readonly version: number;
  readonly owner: string | null;
  readonly how: string | null;
  readonly note: string | null;
};

type Failure = { readonly kind: "forbidden" | "not-found" | "conflict" };

/** Says who sees to a control and how it is run. */
export async function changeControl(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  actor: Actor,
  { control, version, owner, how, note }: ControlDescription,
): Promise<Result<void, Failure>> {
  if (!mayDo(actor.role, "facts:edit")) return fail({ kind: "forbidden" });
  if (!deps.knowledge.obligations.controls.some(({ id }) => id === control)) return fail({ kind: "not-found" });
  const at = deps.now();
  const after = { owner, how, note };
  const saved = await deps.db.transaction(async (tx) => {
    const before = await findControl(tx, actor.organizationId, control);
    const words = { ...after, changedBy: actor.userId, changedAt: at };
    if (!(await saveControl(tx, actor.organizationId, control, words, version))) return false;
    const was = before === null ? null : { owner: before.owner, how: before.how, note: before.note };
    await record(tx, actor, { action: "control.change", subject: `control:${control}`, before: was, after, at });
    return true;
  });
  return saved ? ok(undefined) : fail({ kind: "conflict" });
}
