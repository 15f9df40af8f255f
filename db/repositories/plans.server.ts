import { and, desc, eq, max, sql } from "drizzle-orm";
import type { OrganizationId, PlanVersionId, PosteriorId } from "#app/domain/kernel/ids.ts";
import type { Posterior } from "#app/domain/learning/posterior.ts";
import type { PlanConstraints, PlanItem } from "#app/domain/planning/plan.ts";
import type { Database } from "../client.server.ts";
import { prepared } from "../prepared.server.ts";
import { posteriors } from "../schema/outcomes.ts";
import { planSettings, planVersions } from "../schema/plans.ts";

export type PlanVersion = typeof planVersions.$inferSelect;

/** A version without its plan, for lists. */
export type PlanVersionHead = Omit<PlanVersion, "plan" | "diff" | "input"> & { readonly summary: string | null };

export type PlanSettings = { readonly version: number; readonly settings: PlanConstraints };

export async function insertPlanVersion(db: Database, row: PlanVersion): Promise<void> {
  await db.insert(planVersions).values(row);
}

export async function nextPlanNumber(db: Database, organizationId: OrganizationId): Promise<number> {
  const [row] = await db
    .select({ last: max(planVersions.number) })
    .from(planVersions)
    .where(eq(planVersions.organizationId, organizationId));
  return (row?.last ?? 0) + 1;
}

export async function findPlanVersion(
  db: Database,
  organizationId: OrganizationId,
  id: PlanVersionId,
): Promise<PlanVersion | null> {
  const [row] = await db
    .select()
    .from(planVersions)
    .where(and(eq(planVersions.organizationId, organizationId), eq(planVersions.id, id)));
  return row ?? null;
}

export async function findPlanVersionNumbered(
  db: Database,
  organizationId: OrganizationId,
  number: number,
): Promise<PlanVersion | null> {
  if (!Number.isSafeInteger(number)) return null;
  const [row] = await db
    .select()
    .from(planVersions)
    .where(and(eq(planVersions.organizationId, organizationId), eq(planVersions.number, number)));
  return row ?? null;
}

/** The newest version of a status: there is at most one approved and at most one proposed. */
export async function findPlanOf(
  db: Database,
  organizationId: OrganizationId,
  status: "approved" | "proposed",
): Promise<PlanVersion | null> {
  const [row] = await db
    .select()
    .from(planVersions)
    .where(and(eq(planVersions.organizationId, organizationId), eq(planVersions.status, status)))
    .orderBy(desc(planVersions.number))
    .limit(1);
  return row ?? null;
}

/** The newest version that another has replaced and whose plan was possible: what is shown while nothing else can be. */
export async function findEarlierPlan(db: Database, organizationId: OrganizationId): Promise<PlanVersion | null> {
  const [row] = await db
    .select()
    .from(planVersions)
    .where(
      and(
        eq(planVersions.organizationId, organizationId),
        eq(planVersions.status, "superseded"),
        sql`json_extract(${planVersions.plan}, '$.status') <> 'infeasible'`,
      ),
    )
    .orderBy(desc(planVersions.number))
    .limit(1);
  return row ?? null;
}

/** One item of a version, null when the version is not this organization's or has no such item. */
export async function findPlanItem(
  db: Database,
  organizationId: OrganizationId,
  id: PlanVersionId,
  itemId: string,
): Promise<PlanItem | null> {
  const version = await findPlanVersion(db, organizationId, id);
  return version?.plan.items.find((item) => item.id === itemId) ?? null;
}

/** All versions, newest first. */
export async function listPlanVersions(db: Database, organizationId: OrganizationId): Promise<PlanVersionHead[]> {
  const rows = await db
    .select()
    .from(planVersions)
    .where(eq(planVersions.organizationId, organizationId))
    .orderBy(desc(planVersions.number));
  return rows.map(({ plan: _plan, diff, input: _input, ...head }) => ({ ...head, summary: diff?.summary ?? null }));
}

/** Moves a version from one status to another; false when it no longer has the first. */
export async function decidePlanVersion(
  db: Database,
  organizationId: OrganizationId,
  id: PlanVersionId,
  decision: {
    readonly from: PlanVersion["status"];
    readonly to: PlanVersion["status"];
    readonly at: Date;
    readonly by: string;
  },
): Promise<boolean> {
  const moved = await db
    .update(planVersions)
    .set({ status: decision.to, decidedAt: decision.at, decidedBy: decision.by })
    .where(
      and(
        eq(planVersions.organizationId, organizationId),
        eq(planVersions.id, id),
        eq(planVersions.status, decision.from),
      ),
    )
    .returning({ id: planVersions.id });
  return moved.length > 0;
}

/** Marks every version of a status superseded, so that another can take its place. */
export async function supersedePlans(
  db: Database,
  organizationId: OrganizationId,
  status: "approved" | "proposed",
): Promise<void> {
  await db
    .update(planVersions)
    .set({ status: "superseded" })
    .where(and(eq(planVersions.organizationId, organizationId), eq(planVersions.status, status)));
}

const newestSettings = prepared((db) =>
  db
    .select({ version: planSettings.version, settings: planSettings.settings })
    .from(planSettings)
    .where(eq(planSettings.organizationId, sql.placeholder("organizationId")))
    .orderBy(desc(planSettings.version))
    .limit(1)
    .prepare(),
);

export async function findPlanSettings(db: Database, organizationId: OrganizationId): Promise<PlanSettings | null> {
  return (await newestSettings(db).get({ organizationId })) ?? null;
}

export async function insertPlanSettings(db: Database, row: typeof planSettings.$inferInsert): Promise<void> {
  await db.insert(planSettings).values(row);
}

export type StoredPosterior = {
  readonly id: PosteriorId;
  readonly interventionId: string;
  readonly posterior: Posterior;
};

/** What is believed now of each intervention that outcomes have moved. */
export async function listNewestPosteriors(db: Database, organizationId: OrganizationId): Promise<StoredPosterior[]> {
  const rows = await db
    .select({ id: posteriors.id, interventionId: posteriors.interventionId, posterior: posteriors.posterior })
    .from(posteriors)
    .where(eq(posteriors.organizationId, organizationId))
    .orderBy(desc(posteriors.createdAt), desc(sql`rowid`));
  const newest = new Map<string, StoredPosterior>();
  for (const row of rows)
    if (!newest.has(row.interventionId))
      newest.set(row.interventionId, { ...row, posterior: row.posterior as Posterior });
  return [...newest.values()].sort((a, b) => (a.interventionId < b.interventionId ? -1 : 1));
}
