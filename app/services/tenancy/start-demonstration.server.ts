import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import type { Database } from "#db/client.server.ts";
import { listWholeLog } from "#db/repositories/governance.server.ts";
import { copyOrganizationRows, deleteOrganizationRows } from "#db/repositories/organization-rows.server.ts";
import {
  copyMemberships,
  findOrganization,
  findTemplate,
  insertOrganization,
} from "#db/repositories/tenancy.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record, recordAll } from "../governance/record.server.ts";
import { guestActor, guestExpiry } from "./start-guest-organization.server.ts";

type NoSample = { readonly kind: "unavailable" };

/**
 * An own copy of the sample organization for a visitor without an account, marked as a demonstration. The sample was
 * seeded once through the real engines; its rows are copied with new ids, so that nothing is computed here.
 */
export async function startDemonstration(
  deps: Pick<Deps, "db" | "now" | "newId">,
  requestId: string,
): Promise<Result<{ readonly slug: string; readonly actor: Actor }, NoSample>> {
  const sample = await findTemplate(deps.db);
  if (sample === null) return fail({ kind: "unavailable" });

  const id = deps.newId() as OrganizationId;
  const slug = `demonstration-${id.replaceAll("-", "").slice(0, 12)}`;
  const actor = guestActor(id, requestId);
  await deps.db.transaction(async (tx) => {
    const at = deps.now();
    const copy = { kind: "demonstration", createdAt: at, expiresAt: guestExpiry(at), version: 1 } as const;
    await insertOrganization(tx, { ...sample, ...copy, id, slug });
    await copyMemberships(tx, sample.id, id);
    await copySample(deps, tx, sample.id, id);
    await record(tx, actor, { action: "organization.start-demonstration", subject: `organization:${id}`, at });
  });
  return ok({ slug, actor });
}

/** The rows of the sample with new ids, and the log that tells how they came to be. */
async function copySample(
  { newId }: Pick<Deps, "newId">,
  tx: Database,
  from: OrganizationId,
  to: OrganizationId,
): Promise<void> {
  const rename = await copyOrganizationRows(tx, from, to, newId);
  const done = (await listWholeLog(tx, from)).map(({ actor, requestId, action, subject, before, after, at }) => ({
    actor: { userId: actor, organizationId: to, requestId },
    change: {
      action: action as `${string}.${string}`,
      subject: String(rename(subject)),
      before: renamedWithin(before, rename),
      after: renamedWithin(after, rename),
      at,
    },
  }));
  await recordAll(tx, done);
}

function renamedWithin(value: unknown, rename: (value: unknown) => unknown): unknown {
  return value === null || value === undefined ? null : JSON.parse(String(rename(JSON.stringify(value))));
}

/** Puts a demonstration back to how it started. Its address, its members and the log stay; the log of the sample comes again behind it. */
export async function resetDemonstration(
  deps: Pick<Deps, "db" | "now" | "newId">,
  actor: Actor,
): Promise<Result<void, NoSample | { readonly kind: "forbidden" }>> {
  const organization = await findOrganization(deps.db, actor.organizationId);
  if (organization?.kind !== "demonstration" || actor.role !== "owner") return fail({ kind: "forbidden" });
  const sample = await findTemplate(deps.db);
  if (sample === null) return fail({ kind: "unavailable" });

  await deps.db.transaction(async (tx) => {
    await deleteOrganizationRows(tx, actor.organizationId, false);
    await copySample(deps, tx, sample.id, actor.organizationId);
    const subject = `organization:${actor.organizationId}`;
    await record(tx, actor, { action: "organization.reset-demonstration", subject, at: deps.now() });
  });
  return ok(undefined);
}
