import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { noteChanges as keepNotes } from "#db/repositories/radar.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";

type Command = {
  readonly changes: readonly string[];
  /** False takes the note back. */
  readonly noted: boolean;
};

/** A person takes note of changes, or takes that back. `conflict`: none of them was left to move, somebody was faster. */
export async function noteChanges(
  deps: Pick<Deps, "db" | "now">,
  actor: Actor,
  { changes, noted }: Command,
): Promise<Result<{ readonly count: number }, { readonly kind: "forbidden" | "conflict" }>> {
  if (!mayDo(actor.role, "assessment:run")) return fail({ kind: "forbidden" });
  const at = deps.now();
  const moved = await deps.db.transaction(async (tx) => {
    const ids = await keepNotes(tx, actor.organizationId, changes, noted ? { by: actor.userId, at } : null);
    if (ids.length === 0) return ids;
    await record(tx, actor, {
      action: noted ? "compliance.note-changes" : "compliance.take-note-back",
      subject: `duty-change:${ids.length === 1 ? ids[0] : "several"}`,
      after: { changes: ids },
      at,
    });
    return ids;
  });
  return moved.length === 0 ? fail({ kind: "conflict" }) : ok({ count: moved.length });
}
