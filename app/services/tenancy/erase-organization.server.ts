import type { UserId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { findOrganization, listErasing, updateOrganization } from "#db/repositories/tenancy.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";
import { undoDays } from "./remove-expired.server.ts";

type Failure = { readonly kind: "forbidden" | "not-found" | "conflict" | "name-differs" };

/**
 * Closes an organization at once and erases it thirty days later (`remove-expired`). `name` is what the person typed to
 * show that they mean this one.
 */
export async function askForErasure(
  deps: Pick<Deps, "db" | "now">,
  actor: Actor,
  name: string,
): Promise<Result<void, Failure>> {
  if (!mayDo(actor.role, "data:erase")) return fail({ kind: "forbidden" });
  return deps.db.transaction(async (tx) => {
    const organization = await findOrganization(tx, actor.organizationId);
    if (organization === null) return fail({ kind: "not-found" });
    if (organization.name.trim() !== name.trim()) return fail({ kind: "name-differs" });
    const at = deps.now();
    if (!(await updateOrganization(tx, organization.id, organization.version, { deletedAt: at })))
      return fail({ kind: "conflict" });
    await record(tx, actor, { action: "organization.ask-for-erasure", subject: `organization:${organization.id}`, at });
    return ok(undefined);
  });
}

/** The organizations a person owns that wait for their erasure, and until when it can be undone. */
export async function loadErasing(deps: Pick<Deps, "db">, userId: UserId) {
  const rows = await listErasing(deps.db, userId);
  return rows.map(({ slug, name, deletedAt }) => ({
    slug,
    name,
    until: new Date(deletedAt.getTime() + undoDays * 86_400_000).toISOString(),
  }));
}

/** Opens an organization again whose erasure was asked for. Only an owner's account can: nobody else enters it any more. */
export async function undoErasure(
  deps: Pick<Deps, "db" | "now">,
  user: { readonly userId: UserId; readonly requestId: string },
  slug: string,
): Promise<Result<void, Failure>> {
  const found = (await listErasing(deps.db, user.userId)).find((row) => row.slug === slug);
  if (!found) return fail({ kind: "not-found" });
  return deps.db.transaction(async (tx) => {
    const organization = await findOrganization(tx, found.id);
    if (organization === null) return fail({ kind: "not-found" });
    if (!(await updateOrganization(tx, found.id, organization.version, { deletedAt: null })))
      return fail({ kind: "conflict" });
    const actor = { ...user, organizationId: found.id };
    await record(tx, actor, {
      action: "organization.undo-erasure",
      subject: `organization:${found.id}`,
      at: deps.now(),
    });
    return ok(undefined);
  });
}
