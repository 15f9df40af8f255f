import { createHash, randomBytes } from "node:crypto";
import { beginning, link, payloadHash } from "#app/domain/governance/hash-chain.ts";
import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import type { Database } from "#db/client.server.ts";
import { findChainHead, insertAuditEntries } from "#db/repositories/governance.server.ts";

/** Who did it. `organizationId` is null for what concerns an account or a practice and no organization. */
type Doer = { readonly userId: string; readonly organizationId: OrganizationId | null; readonly requestId: string };

/** What was done. `subject` names the thing by id ("role:…"): names and addresses belong in `before` and `after`. */
type Change = {
  readonly action: `${string}.${string}`;
  readonly subject: string;
  readonly before?: unknown;
  readonly after?: unknown;
  /** When it happened; left out, it is now. */
  readonly at?: Date;
};

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/**
 * Appends to the audit log inside the transaction that makes the change, so that neither commits without the other.
 * Call it once for each changing action, last in the transaction.
 */
export function record(tx: Database, actor: Doer, change: Change): Promise<void> {
  return recordAll(tx, [{ actor, change }]);
}

/** The same for several entries, in their order. */
export async function recordAll(
  tx: Database,
  done: readonly { readonly actor: Doer; readonly change: Change }[],
): Promise<void> {
  const head = await findChainHead(tx);
  let [seq, previous] = [head?.seq ?? 0, head?.hash ?? beginning];
  const entries = done.map(({ actor, change }) => {
    const salt = randomBytes(16).toString("hex");
    const before = change.before ?? null;
    const after = change.after ?? null;
    seq += 1;
    const entry = link(sha256, previous, {
      seq,
      at: (change.at ?? new Date()).toISOString(),
      organizationId: actor.organizationId,
      actor: actor.userId,
      action: change.action,
      subject: change.subject,
      requestId: actor.requestId,
      payloadHash: payloadHash(sha256, salt, before, after),
    });
    previous = entry.hash;
    return { entry, payload: { salt, before, after } };
  });
  await insertAuditEntries(tx, entries);
}
