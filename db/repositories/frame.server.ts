import { eq, sql } from "drizzle-orm";
import type { OrganizationId, PlanVersionId } from "#app/domain/kernel/ids.ts";
import type { Database } from "../client.server.ts";
import { prepared } from "../prepared.server.ts";
import { toolReports } from "../schema/inventory.ts";
import { outcomes } from "../schema/outcomes.ts";
import { planVersions } from "../schema/plans.ts";
import { organizations } from "../schema/tenancy.ts";
import { roles } from "../schema/workforce.ts";

export type WhatWaits = {
  readonly roles: number;
  /** The version in force. */
  readonly plan: { readonly id: PlanVersionId; readonly number: number } | null;
  readonly proposals: number;
  /** Reports of staff about AI tools that nobody has decided. */
  readonly reports: number;
  /** Items of plans whose outcome was recorded. */
  readonly recorded: readonly string[];
};

const nothing: WhatWaits = { roles: 0, plan: null, proposals: 0, reports: 0, recorded: [] };

const waits = prepared((db) =>
  db
    .select({
      roles: sql<number>`(SELECT count(*) FROM ${roles} WHERE organization_id = organizations.id AND deleted_at IS NULL)`,
      plan: sql<string | null>`(
        SELECT json_object('id', id, 'number', number) FROM ${planVersions}
        WHERE organization_id = organizations.id AND status = 'approved' ORDER BY number DESC LIMIT 1
      )`,
      proposals: sql<number>`(
        SELECT count(*) FROM ${planVersions} WHERE organization_id = organizations.id AND status = 'proposed'
      )`,
      reports: sql<number>`(
        SELECT count(*) FROM ${toolReports} WHERE organization_id = organizations.id AND state = 'waiting'
      )`,
      recorded: sql<string>`(
        SELECT json_group_array(DISTINCT item_id) FROM ${outcomes} WHERE organization_id = organizations.id
      )`,
    })
    .from(organizations)
    .where(eq(organizations.id, sql.placeholder("organizationId")))
    .prepare(),
);

/** The counts at the edge of the navigation, in one row. */
export async function countWhatWaits(db: Database, organizationId: OrganizationId): Promise<WhatWaits> {
  const row = await waits(db).get({ organizationId });
  if (row === undefined) return nothing;
  const { roles, proposals, reports } = row;
  return { roles, reports, plan: JSON.parse(row.plan ?? "null"), proposals, recorded: JSON.parse(row.recorded) };
}
