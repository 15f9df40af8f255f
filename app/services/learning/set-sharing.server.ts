import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { findSharing, putSharing } from "#db/repositories/outcomes.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";

/** Switches on or off that measured outcomes inform others, and are informed by theirs. */
export async function setSharing(
  deps: Pick<Deps, "db" | "now">,
  actor: Actor,
  { shares }: { readonly shares: boolean },
): Promise<Result<void, { readonly kind: "forbidden" }>> {
  if (!mayDo(actor.role, "organization:edit")) return fail({ kind: "forbidden" });
  const { organizationId } = actor;
  const before = await findSharing(deps.db, organizationId);
  if ((before !== null) === shares) return ok(undefined);
  const at = deps.now();
  await deps.db.transaction(async (tx) => {
    await putSharing(tx, organizationId, shares ? at : null);
    await record(tx, actor, {
      action: "outcome.share",
      subject: `organization:${organizationId}`,
      before: { shares: before !== null },
      after: { shares },
      at,
    });
  });
  return ok(undefined);
}
