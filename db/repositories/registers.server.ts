import { and, desc, eq, gt, isNotNull, isNull, sql } from "drizzle-orm";
import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import type { Incident } from "#app/domain/work-products/incidents.ts";
import type { LiteracyRecord } from "#app/domain/work-products/literacy.ts";
import type { Database } from "../client.server.ts";
import { incidents, literacyRecords } from "../schema/work-products.ts";

type Kept = {
  readonly id: string;
  readonly version: number;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly deletedAt: Date | null;
};
type Register = typeof incidents | typeof literacyRecords;

/** Of what a list shows: what is there, or what was removed since a moment and can come back. */
export type Standing = "there" | { readonly removedSince: Date };

function standing(register: Register, of: Standing) {
  if (of === "there") return isNull(register.deletedAt);
  return and(isNotNull(register.deletedAt), gt(register.deletedAt, of.removedSince));
}

export type KeptIncident = Incident & Kept & { readonly learnt: string | null };
export type IncidentDraft = Omit<Incident, "closedAt"> & { readonly learnt: string | null };

function incidentOf(row: typeof incidents.$inferSelect): KeptIncident {
  const { organizationId: _, noticedAt, closedAt, ...rest } = row;
  return { ...rest, noticedAt: noticedAt.toISOString(), closedAt: closedAt?.toISOString() ?? null };
}

/** Incidents, the one noticed last first. */
export async function listIncidents(
  db: Database,
  organizationId: OrganizationId,
  of: Standing = "there",
): Promise<KeptIncident[]> {
  const rows = await db
    .select()
    .from(incidents)
    .where(and(eq(incidents.organizationId, organizationId), standing(incidents, of)))
    .orderBy(desc(incidents.noticedAt), desc(incidents.id));
  return rows.map(incidentOf);
}

/** An incident, a removed one too, or null. */
export async function findIncident(db: Database, organizationId: OrganizationId, id: string) {
  const [row] = await db
    .select()
    .from(incidents)
    .where(and(eq(incidents.organizationId, organizationId), eq(incidents.id, id)));
  return row === undefined ? null : incidentOf(row);
}

export async function insertIncident(
  db: Database,
  organizationId: OrganizationId,
  draft: IncidentDraft & Pick<Kept, "id" | "createdAt" | "createdBy">,
): Promise<void> {
  await db.insert(incidents).values({ ...draft, noticedAt: new Date(draft.noticedAt), organizationId });
}

/** Changes an incident that still has `version`; false when somebody was faster. */
export async function updateIncident(
  db: Database,
  organizationId: OrganizationId,
  id: string,
  version: number,
  change: IncidentDraft | { readonly closedAt: Date | null },
): Promise<boolean> {
  const set = "closedAt" in change ? change : { ...change, noticedAt: new Date(change.noticedAt) };
  const changed = await db
    .update(incidents)
    .set({ ...set, version: version + 1 })
    .where(
      and(
        eq(incidents.organizationId, organizationId),
        eq(incidents.id, id),
        eq(incidents.version, version),
        isNull(incidents.deletedAt),
      ),
    )
    .returning({ id: incidents.id });
  return changed.length === 1;
}

export type KeptLiteracy = LiteracyRecord & Kept & { readonly email: string | null };
export type LiteracyDraft = LiteracyRecord & { readonly email: string | null };

function literacyOf({ organizationId: _, ...row }: typeof literacyRecords.$inferSelect): KeptLiteracy {
  return row;
}

/** Records of AI literacy, the one held last first. */
export async function listLiteracy(
  db: Database,
  organizationId: OrganizationId,
  of: Standing = "there",
): Promise<KeptLiteracy[]> {
  const rows = await db
    .select()
    .from(literacyRecords)
    .where(and(eq(literacyRecords.organizationId, organizationId), standing(literacyRecords, of)))
    .orderBy(desc(literacyRecords.heldOn), literacyRecords.who, literacyRecords.id);
  return rows.map(literacyOf);
}

/** A record, a removed one too, or null. */
export async function findLiteracy(db: Database, organizationId: OrganizationId, id: string) {
  const [row] = await db
    .select()
    .from(literacyRecords)
    .where(and(eq(literacyRecords.organizationId, organizationId), eq(literacyRecords.id, id)));
  return row === undefined ? null : literacyOf(row);
}

export async function insertLiteracy(
  db: Database,
  organizationId: OrganizationId,
  draft: LiteracyDraft & Pick<Kept, "id" | "createdAt" | "createdBy">,
): Promise<void> {
  await db.insert(literacyRecords).values({ ...draft, organizationId });
}

/** Changes a record that still has `version`; false when somebody was faster. */
export async function updateLiteracy(
  db: Database,
  organizationId: OrganizationId,
  id: string,
  version: number,
  draft: LiteracyDraft,
): Promise<boolean> {
  const changed = await db
    .update(literacyRecords)
    .set({ ...draft, version: version + 1 })
    .where(
      and(
        eq(literacyRecords.organizationId, organizationId),
        eq(literacyRecords.id, id),
        eq(literacyRecords.version, version),
        isNull(literacyRecords.deletedAt),
      ),
    )
    .returning({ id: literacyRecords.id });
  return changed.length === 1;
}

const registers = { incident: incidents, literacy: literacyRecords } as const;

/** Marks an entry as removed, or brings back one removed after `since`; false when there is none such. */
export async function markEntryRemoved(
  db: Database,
  organizationId: OrganizationId,
  register: keyof typeof registers,
  id: string,
  change: { readonly removedAt: Date } | { readonly removedAt: null; readonly since: Date },
): Promise<boolean> {
  const table = registers[register];
  const now = change.removedAt === null ? gt(table.deletedAt, change.since) : isNull(table.deletedAt);
  const changed = await db
    .update(table)
    .set({ deletedAt: change.removedAt, version: sql`${table.version} + 1` })
    .where(and(eq(table.organizationId, organizationId), eq(table.id, id), now))
    .returning({ id: table.id });
  return changed.length === 1;
}
