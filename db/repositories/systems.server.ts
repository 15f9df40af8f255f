import { and, asc, desc, eq, gt, isNotNull, isNull, sql } from "drizzle-orm";
import type { FactValues } from "#app/domain/compliance/facts.ts";
import { inTodaysWords } from "#app/domain/compliance/former-answers.ts";
import type { OrganizationId, SystemId } from "#app/domain/kernel/ids.ts";
import type { Database } from "../client.server.ts";
import { systems } from "../schema/compliance.ts";

/** What an inventory says of an AI system. Facts are keyed by their full name, `system.uses`. */
export type SystemDraft = {
  readonly name: string;
  readonly vendor: string | null;
  readonly purpose: string | null;
  readonly catalogueId: string | null;
  readonly facts: FactValues;
};

export type KeptSystem = SystemDraft & {
  readonly id: SystemId;
  /** Facts that came from the catalogue and that nobody has confirmed or changed. */
  readonly prefilled: readonly string[];
  readonly version: number;
  readonly updatedAt: Date;
  readonly deletedAt: Date | null;
};

function systemOf(row: typeof systems.$inferSelect): KeptSystem {
  const { id, name, vendor, purpose, catalogueId, prefilled, version, updatedAt, deletedAt } = row;
  const facts = inTodaysWords(row.facts as FactValues);
  return { id, name, vendor, purpose, catalogueId, facts, prefilled, version, updatedAt, deletedAt };
}

/** The AI systems in use, by name. */
export async function listSystems(db: Database, organizationId: OrganizationId): Promise<KeptSystem[]> {
  const rows = await db
    .select()
    .from(systems)
    .where(and(eq(systems.organizationId, organizationId), isNull(systems.deletedAt)))
    .orderBy(asc(systems.name), asc(systems.id));
  return rows.map(systemOf);
}

/** Systems removed after `since`, newest first. */
export async function listRemovedSystems(
  db: Database,
  organizationId: OrganizationId,
  since: Date,
): Promise<KeptSystem[]> {
  const rows = await db
    .select()
    .from(systems)
    .where(and(eq(systems.organizationId, organizationId), isNotNull(systems.deletedAt), gt(systems.deletedAt, since)))
    .orderBy(desc(systems.deletedAt));
  return rows.map(systemOf);
}

/** A system, removed ones too, or null. */
export async function findSystem(
  db: Database,
  organizationId: OrganizationId,
  id: SystemId,
): Promise<KeptSystem | null> {
  const [row] = await db
    .select()
    .from(systems)
    .where(and(eq(systems.id, id), eq(systems.organizationId, organizationId)));
  return row === undefined ? null : systemOf(row);
}

export async function insertSystem(
  db: Database,
  organizationId: OrganizationId,
  id: SystemId,
  draft: SystemDraft,
  at: Date,
  prefilled: readonly string[] = [],
): Promise<void> {
  await db.insert(systems).values({ ...draft, prefilled, id, organizationId, createdAt: at, updatedAt: at });
}

/** Changes a system that still has `version` and is not removed; false when somebody was faster. */
export async function updateSystem(
  db: Database,
  organizationId: OrganizationId,
  id: SystemId,
  draft: SystemDraft & { readonly prefilled?: readonly string[] },
  version: number,
  at: Date,
): Promise<boolean> {
  const changed = await db
    .update(systems)
    .set({ ...draft, updatedAt: at, version: version + 1 })
    .where(
      and(
        eq(systems.id, id),
        eq(systems.organizationId, organizationId),
        eq(systems.version, version),
        isNull(systems.deletedAt),
      ),
    )
    .returning({ id: systems.id });
  return changed.length === 1;
}

/** Marks a system as removed, or with null brings back one removed after `since`; false when there is none such. */
export async function markSystemRemoved(
  db: Database,
  organizationId: OrganizationId,
  id: SystemId,
  change: { readonly removedAt: Date } | { readonly removedAt: null; readonly since: Date },
): Promise<boolean> {
  const now = change.removedAt === null ? gt(systems.deletedAt, change.since) : isNull(systems.deletedAt);
  const changed = await db
    .update(systems)
    .set({ deletedAt: change.removedAt, version: sql`${systems.version} + 1` })
    .where(and(eq(systems.id, id), eq(systems.organizationId, organizationId), now))
    .returning({ id: systems.id });
  return changed.length === 1;
}
