import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import type { Database } from "#db/client.server.ts";
import { organizations } from "#db/schema/tenancy.ts";

export type OrganizationRow = typeof organizations.$inferSelect;

let count = 0;

/** An organization's row, valid by default. */
export function anOrganization(over: Partial<OrganizationRow> = {}): OrganizationRow {
  count += 1;
  return {
    id: `organization-${count}` as OrganizationId,
    slug: `acme-${count}`,
    name: `Acme ${count}`,
    kind: "own",
    practiceId: null,
    sector: "logistics",
    headcount: 340,
    country: "DE",
    places: ["EU-DE"],
    currency: "EUR",
    website: null,
    createdAt: new Date("2026-11-22T09:00:00Z"),
    expiresAt: null,
    deletedAt: null,
    version: 1,
    ...over,
  };
}

/** The same, stored. */
export async function anOrganizationRow(db: Database, over: Partial<OrganizationRow> = {}): Promise<OrganizationRow> {
  const row = anOrganization(over);
  await db.insert(organizations).values(row);
  return row;
}
