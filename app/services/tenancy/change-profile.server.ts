import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { findOrganization, updateOrganization } from "#db/repositories/tenancy.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";
import type { Profile } from "./create-organization.server.ts";

type Failure = { readonly kind: "forbidden" | "not-found" | "conflict" };

export type ProfileView = Profile & { readonly version: number };

export async function loadProfile(deps: Pick<Deps, "db">, actor: Actor): Promise<Result<ProfileView, Failure>> {
  if (!mayDo(actor.role, "organization:read")) return fail({ kind: "forbidden" });
  const found = await findOrganization(deps.db, actor.organizationId);
  if (found === null) return fail({ kind: "not-found" });
  const { name, sector, headcount, country, places, currency, website, version } = found;
  return ok({ name, sector, headcount, country, places, currency, website, version });
}

/** Changes what the organization says of itself, unless somebody changed it since `version` was read. */
export async function changeProfile(
  deps: Pick<Deps, "db" | "now">,
  actor: Actor,
  { version, ...profile }: ProfileView,
): Promise<Result<void, Failure>> {
  if (!mayDo(actor.role, "organization:edit")) return fail({ kind: "forbidden" });
  return deps.db.transaction(async (tx) => {
    const before = await loadProfile({ db: tx }, actor);
    if (!before.ok) return before;
    if (!(await updateOrganization(tx, actor.organizationId, version, profile))) return fail({ kind: "conflict" });
    const subject = `organization:${actor.organizationId}`;
    const { version: _, ...was } = before.value;
    await record(tx, actor, {
      action: "organization.change-profile",
      subject,
      before: was,
      after: profile,
      at: deps.now(),
    });
    return ok(undefined);
  });
}
