import { fail, ok } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { countAuditEntries } from "#db/repositories/governance.server.ts";
import { listPlanVersions } from "#db/repositories/plans.server.ts";
import { listMembers } from "#db/repositories/tenancy.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { verifyLog } from "./verify-log.server.ts";

/** Who let the plan change, from what, and whether the record of all changes is whole. */
export async function loadGovernance(deps: Pick<Deps, "db">, actor: Actor) {
  if (!mayDo(actor.role, "audit:read")) return fail({ kind: "forbidden" as const });
  const { organizationId } = actor;
  const names = new Map<string, string>(
    (await listMembers(deps.db, organizationId)).map(({ userId, name }) => [userId, name]),
  );
  const versions = await listPlanVersions(deps.db, organizationId);
  const log = await verifyLog(deps, null);
  return ok({
    entries: await countAuditEntries(deps.db, organizationId),
    log: { ok: log.ok, head: log.head },
    versions: versions.map(
      ({ number, status, because, knowledgeVersion, inputHash, createdAt, decidedAt, decidedBy }) => ({
        number,
        status,
        because,
        knowledgeVersion,
        inputHash,
        madeOn: createdAt.toISOString().slice(0, 10),
        decidedOn: decidedAt?.toISOString().slice(0, 10) ?? null,
        decidedBy: names.get(decidedBy ?? "") ?? null,
      }),
    ),
  });
}
