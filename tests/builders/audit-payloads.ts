import { asc, eq } from "drizzle-orm";
import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import type { Database } from "#db/client.server.ts";
import { auditLog, auditPayloads } from "#db/schema/governance.ts";

/** What the log holds of an organization, oldest first. */
export function findAuditPayloads(db: Database, organizationId: OrganizationId) {
  return db
    .select({ action: auditLog.action, before: auditPayloads.before, after: auditPayloads.after })
    .from(auditLog)
    .leftJoin(auditPayloads, eq(auditPayloads.entryId, auditLog.id))
    .where(eq(auditLog.organizationId, organizationId))
    .orderBy(asc(auditLog.seq));
}
