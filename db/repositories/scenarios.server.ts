import { and, desc, eq, gt, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { ScenarioResult } from "#app/domain/exposure/compare-scenarios.ts";
import type { WhatIf } from "#app/domain/exposure/what-if.ts";
import type { AssessmentId, OrganizationId, ScenarioId, ScenarioVersionId } from "#app/domain/kernel/ids.ts";
import type { Database } from "../client.server.ts";
import { user } from "../schema/accounts.ts";
import { exposureScenarios, exposureScenarioVersions } from "../schema/scenarios.ts";

/** What a scenario said when it was computed. */
export type KeptScenarioVersion = {
  readonly id: ScenarioVersionId;
  readonly scenarioId: ScenarioId;
  readonly assessmentId: AssessmentId;
  readonly inputHash: string;
  readonly knowledgeVersion: string;
  readonly parameters: WhatIf;
  readonly result: ScenarioResult;
  readonly resultForAll: ScenarioResult | null;
  readonly createdAt: Date;
  readonly createdBy: string;
};

export type KeptScenario = {
  readonly id: ScenarioId;
  readonly name: string;
  readonly version: number;
  readonly createdAt: Date;
  readonly deletedAt: Date | null;
  /** The name of who made it; null when the account is gone. */
  readonly by: string | null;
};

const kept = {
  id: exposureScenarios.id,
  name: exposureScenarios.name,
  version: exposureScenarios.version,
  createdAt: exposureScenarios.createdAt,
  deletedAt: exposureScenarios.deletedAt,
  by: user.name,
};

/** The scenarios of an organization, newest first. */
export async function listScenarios(db: Database, organizationId: OrganizationId): Promise<KeptScenario[]> {
  return db
    .select(kept)
    .from(exposureScenarios)
    .leftJoin(user, eq(user.id, exposureScenarios.createdBy))
    .where(and(eq(exposureScenarios.organizationId, organizationId), isNull(exposureScenarios.deletedAt)))
    .orderBy(desc(exposureScenarios.createdAt), desc(exposureScenarios.id));
}

/** Those removed after `since`, newest first. */
export async function listRemovedScenarios(
  db: Database,
  organizationId: OrganizationId,
  since: Date,
): Promise<KeptScenario[]> {
  return db
    .select(kept)
    .from(exposureScenarios)
    .leftJoin(user, eq(user.id, exposureScenarios.createdBy))
    .where(
      and(
        eq(exposureScenarios.organizationId, organizationId),
        isNotNull(exposureScenarios.deletedAt),
        gt(exposureScenarios.deletedAt, since),
      ),
    )
    .orderBy(desc(exposureScenarios.deletedAt));
}

/** A scenario, removed ones too, or null. */
export async function findScenario(
  db: Database,
  organizationId: OrganizationId,
  id: ScenarioId,
): Promise<KeptScenario | null> {
  const [row] = await db
    .select(kept)
    .from(exposureScenarios)
    .leftJoin(user, eq(user.id, exposureScenarios.createdBy))
    .where(and(eq(exposureScenarios.organizationId, organizationId), eq(exposureScenarios.id, id)));
  return row ?? null;
}

/** The newest version of each of the scenarios named, by scenario. */
export async function findNewestVersions(
  db: Database,
  organizationId: OrganizationId,
  ids: readonly ScenarioId[],
): Promise<ReadonlyMap<ScenarioId, KeptScenarioVersion>> {
  if (ids.length === 0) return new Map();
  const newest = db
    .select({ at: sql`max(rowid)` })
    .from(exposureScenarioVersions)
    .where(
      and(
        eq(exposureScenarioVersions.organizationId, organizationId),
        inArray(exposureScenarioVersions.scenarioId, [...ids]),
      ),
    )
    .groupBy(exposureScenarioVersions.scenarioId);
  const rows = await db
    .select()
    .from(exposureScenarioVersions)
    .where(
      and(
        eq(exposureScenarioVersions.organizationId, organizationId),
        inArray(sql`${exposureScenarioVersions}.rowid`, newest),
      ),
    );
  return new Map(rows.map((row) => [row.scenarioId, versionOf(row)]));
}

/** Every version of a scenario, newest first, at most `limit`. */
export async function listScenarioVersions(
  db: Database,
  organizationId: OrganizationId,
  id: ScenarioId,
  limit: number,
): Promise<KeptScenarioVersion[]> {
  const rows = await db
    .select()
    .from(exposureScenarioVersions)
    .where(
      and(eq(exposureScenarioVersions.organizationId, organizationId), eq(exposureScenarioVersions.scenarioId, id)),
    )
    .orderBy(desc(sql`rowid`))
    .limit(limit);
  return rows.map(versionOf);
}

function versionOf(row: typeof exposureScenarioVersions.$inferSelect): KeptScenarioVersion {
  const { organizationId: _, assessmentId, parameters, result, resultForAll, ...rest } = row;
  return {
    ...rest,
    assessmentId: assessmentId as AssessmentId,
    parameters: parameters as WhatIf,
    result: result as ScenarioResult,
    resultForAll: resultForAll as ScenarioResult | null,
  };
}

export async function insertScenario(
  db: Database,
  organizationId: OrganizationId,
  scenario: { readonly id: ScenarioId; readonly name: string; readonly createdAt: Date; readonly createdBy: string },
): Promise<void> {
  await db.insert(exposureScenarios).values({ ...scenario, organizationId });
}

export async function insertScenarioVersion(
  db: Database,
  organizationId: OrganizationId,
  version: KeptScenarioVersion,
): Promise<void> {
  await db.insert(exposureScenarioVersions).values({ ...version, organizationId });
}

/** Gives a scenario that still has `version` another name; false when somebody was faster or it is removed. */
export async function renameScenario(
  db: Database,
  organizationId: OrganizationId,
  { id, name, version }: { readonly id: ScenarioId; readonly name: string; readonly version: number },
): Promise<boolean> {
  const changed = await db
    .update(exposureScenarios)
    .set({ name, version: version + 1 })
    .where(
      and(
        eq(exposureScenarios.organizationId, organizationId),
        eq(exposureScenarios.id, id),
        eq(exposureScenarios.version, version),
        isNull(exposureScenarios.deletedAt),
      ),
    )
    .returning({ id: exposureScenarios.id });
  return changed.length === 1;
}

/** Marks a scenario as removed, or with null brings back one removed after `since`; false when there is none such. */
export async function markScenarioRemoved(
  db: Database,
  organizationId: OrganizationId,
  id: ScenarioId,
  change: { readonly removedAt: Date } | { readonly removedAt: null; readonly since: Date },
): Promise<boolean> {
  const now =
    change.removedAt === null ? gt(exposureScenarios.deletedAt, change.since) : isNull(exposureScenarios.deletedAt);
  const changed = await db
    .update(exposureScenarios)
    .set({ deletedAt: change.removedAt, version: sql`${exposureScenarios.version} + 1` })
    .where(and(eq(exposureScenarios.organizationId, organizationId), eq(exposureScenarios.id, id), now))
    .returning({ id: exposureScenarios.id });
  return changed.length === 1;
}
