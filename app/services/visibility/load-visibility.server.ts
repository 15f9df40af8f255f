import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import type { VisibilityAudit } from "#app/domain/visibility/visibility-audit.ts";
import { findOrganization } from "#db/repositories/tenancy.server.ts";
import {
  type AuditEntry,
  type AuditProgress,
  findLatestAudit,
  listAudits,
} from "#db/repositories/visibility.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";

/** The newest finished audit with the one before it, what runs now, and which address would be audited. */
export async function loadVisibility(
  deps: Pick<Deps, "db">,
  actor: Actor,
): Promise<Result<VisibilityView, { kind: "forbidden" }>> {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "forbidden" });
  const [organization, latest, audits] = await Promise.all([
    findOrganization(deps.db, actor.organizationId),
    findLatestAudit(deps.db, actor.organizationId),
    listAudits(deps.db, actor.organizationId),
  ]);
  const open = audits.find((audit) => audit.status === "queued" || audit.status === "running");
  return ok({
    website: organization?.website ?? null,
    audit: latest === null || latest.result === null ? null : { id: latest.id, result: latest.result },
    running: open === undefined ? null : { id: open.id, progress: open.progress },
    history: audits.map(({ id, homepage, status, createdAt, failure }) => ({
      id,
      homepage,
      status,
      at: createdAt.getTime(),
      failure,
    })),
    mayRun: mayDo(actor.role, "assessment:run"),
  });
}

export type VisibilityView = {
  readonly website: string | null;
  readonly audit: { readonly id: string; readonly result: VisibilityAudit } | null;
  readonly running: { readonly id: string; readonly progress: AuditProgress | null } | null;
  readonly history: readonly (Pick<AuditEntry, "id" | "homepage" | "status" | "failure"> & { readonly at: number })[];
  readonly mayRun: boolean;
};
