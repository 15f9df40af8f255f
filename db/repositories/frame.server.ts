import { eq, sql } from "drizzle-orm";
import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import type { Database } from "../client.server.ts";
import { prepared } from "../prepared.server.ts";
import { planVersions } from "../schema/plans.ts";
import { organizations } from "../schema/tenancy.ts";
import { roles } from "../schema/workforce.ts";

export type WhatWaits = { readonly roles: number; readonly planNumber: number | null; readonly proposals: number };

const waits = prepared((db) =>
  db
    .select({
      roles: sql<number>`(SELECT count(*) FROM ${roles} WHERE organization_id = organizations.id AND deleted_at IS NULL)`,
      planNumber: sql<number | null>`(
        SELECT max(number) FROM ${planVersions} WHERE organization_id = organizations.id AND status = 'approved'
      )`,
      proposals: sql<number>`(
        SELECT count(*) FROM ${planVersions} WHERE organization_id = organizations.id AND status = 'proposed'
      )`,
    })
    .from(organizations)
    .where(eq(organizations.id, sql.placeholder("organizationId")))
    .prepare(),
);

/** The counts at the edge of the navigation, in one row. */
export async function countWhatWaits(db: Database, organizationId: OrganizationId): Promise<WhatWaits> {
  return (await waits(db).get({ organizationId })) ?? { roles: 0, planNumber: null, proposals: 0 };
}
