import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import type { Database } from "#db/client.server.ts";
import type { Deps } from "../deps.ts";
import { enqueue } from "../enqueue.server.ts";

/** Answers given within these minutes are looked at together. */
const minutes = 2;

/**
 * Asks for a look at the duties after an answer changed, in the transaction that changes it. Several changes within two minutes
 * ask for the same look.
 */
export async function lookSoon(deps: Pick<Deps, "now">, tx: Database, organizationId: OrganizationId): Promise<void> {
  const slot = Math.floor(deps.now().getTime() / (minutes * 60_000)) + 1;
  const id = `compliance.look/${organizationId}/${slot}`;
  const runAt = new Date(slot * minutes * 60_000);
  await enqueue({ now: deps.now, newId: () => id }, tx, "compliance.look", { organizationId }, { runAt, id });
}
