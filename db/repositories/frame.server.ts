import { sql } from "drizzle-orm";
import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import type { Database } from "../client.server.ts";

export type WhatWaits = { readonly roles: number; readonly planNumber: number | null; readonly proposals: number };

/** The counts at the edge of the navigation, in one row. */
export async function countWhatWaits(db: Database, organizationId: OrganizationId): Promise<WhatWaits> {
  const row = await db.get<WhatWaits>(sql`
    SELECT
      (SELECT count(*) FROM roles WHERE organization_id = ${organizationId} AND deleted_at IS NULL) AS roles,
      (SELECT max(number) FROM plan_versions WHERE organization_id = ${organizationId} AND status = 'approved') AS planNumber,
      (SELECT count(*) FROM plan_versions WHERE organization_id = ${organizationId} AND status = 'proposed') AS proposals
  `);
  return row ?? { roles: 0, planNumber: null, proposals: 0 };
}
