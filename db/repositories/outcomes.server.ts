import { and, asc, desc, eq, ne, sql } from "drizzle-orm";
import type { OrganizationId, OutcomeId, PosteriorId } from "#app/domain/kernel/ids.ts";
import type { Drift } from "#app/domain/learning/drift.ts";
import type { Posterior } from "#app/domain/learning/posterior.ts";
import type { RecommendationVerdict, RestingOn } from "#app/domain/learning/should-replan.ts";
import type { Database } from "../client.server.ts";
import { outcomeSharing, outcomes, posteriors } from "../schema/outcomes.ts";
import { organizations } from "../schema/tenancy.ts";

export type KeptOutcome = typeof outcomes.$inferSelect;

/** A belief with what was believed before it, and what would have turned the decision whether to plan again. */
export type KeptPosterior = {
  readonly id: PosteriorId;
  readonly interventionId: string;
  readonly causedBy: OutcomeId | null;
  readonly createdAt: Date;
  readonly posterior: LearntPosterior;
};

export type LearntPosterior = Posterior & {
  readonly before: { readonly mean: number; readonly sd: number };
  /** What one unit of the item's forecast is on the scale of the belief. */
  readonly ratio: number;
  /** In the item's own terms; null where nothing would have. */
  readonly flipsAt: number | null;
  readonly replan: boolean;
  /** What recommendations rest on after this outcome; missing in beliefs from before the gate: they rest on the belief itself. */
  readonly restsOn?: RestingOn;
  readonly verdict?: RecommendationVerdict;
  readonly drift?: Drift;
};

export async function insertOutcome(db: Database, outcome: KeptOutcome): Promise<void> {
  await db.insert(outcomes).values(outcome);
}

/** Every outcome, corrected ones too, newest first. */
export async function listOutcomes(db: Database, organizationId: OrganizationId): Promise<readonly KeptOutcome[]> {
  return db
    .select()
    .from(outcomes)
    .where(eq(outcomes.organizationId, organizationId))
    .orderBy(desc(outcomes.createdAt), desc(outcomes.id));
}

export async function findOutcome(
  db: Database,
  organizationId: OrganizationId,
  id: OutcomeId,
): Promise<KeptOutcome | null> {
  const [row] = await db
    .select()
    .from(outcomes)
    .where(and(eq(outcomes.organizationId, organizationId), eq(outcomes.id, id)));
  return row ?? null;
}

export async function insertPosterior(
  db: Database,
  organizationId: OrganizationId,
  { id, interventionId, causedBy, createdAt, posterior }: KeptPosterior,
): Promise<void> {
  await db.insert(posteriors).values({ id, organizationId, interventionId, causedBy, createdAt, posterior });
}

/** Every belief that an outcome moved, newest first. */
export async function listPosteriors(db: Database, organizationId: OrganizationId): Promise<readonly KeptPosterior[]> {
  const rows = await db
    .select()
    .from(posteriors)
    .where(eq(posteriors.organizationId, organizationId))
    .orderBy(desc(posteriors.createdAt), desc(sql`rowid`));
  return rows.map(({ organizationId: _, posterior, ...row }) => ({ ...row, posterior: posterior as LearntPosterior }));
}

/** Since when the organization shares measured outcomes, or null: it does not. */
export async function findSharing(db: Database, organizationId: OrganizationId): Promise<Date | null> {
  const [row] = await db
    .select({ since: outcomeSharing.since })
    .from(outcomeSharing)
    .where(eq(outcomeSharing.organizationId, organizationId));
  return row?.since ?? null;
}

export async function putSharing(db: Database, organizationId: OrganizationId, since: Date | null): Promise<void> {
  if (since === null) await db.delete(outcomeSharing).where(eq(outcomeSharing.organizationId, organizationId));
  else await db.insert(outcomeSharing).values({ organizationId, since }).onConflictDoNothing();
}

/** A measured outcome of an organization that agreed to share. Whose it is stays here: `source` only tells them apart. */
export type SharedOutcome = Pick<KeptOutcome, "id" | "replaces" | "effect" | "variance" | "observedOn"> & {
  readonly source: string;
  readonly sector: string | null;
  readonly headcount: number | null;
};

/**
 * Measured outcomes of one intervention from the other organizations that share, for one that shares itself. The one query that crosses
 * organizations: it answers effects, never names, texts or ids of theirs, and `pool.ts` uses them from five organizations on.
 */
export async function listSharedOutcomes(
  db: Database,
  organizationId: OrganizationId,
  interventionId: string,
): Promise<readonly SharedOutcome[]> {
  if ((await findSharing(db, organizationId)) === null) return [];
  const rows = await db
    .select({
      id: outcomes.id,
      replaces: outcomes.replaces,
      effect: outcomes.effect,
      variance: outcomes.variance,
      observedOn: outcomes.observedOn,
      owner: outcomes.organizationId,
      sector: organizations.sector,
      headcount: organizations.headcount,
    })
    .from(outcomes)
    .innerJoin(outcomeSharing, eq(outcomeSharing.organizationId, outcomes.organizationId))
    .innerJoin(organizations, eq(organizations.id, outcomes.organizationId))
    .where(
      and(
        eq(outcomes.interventionId, interventionId),
        eq(outcomes.basis, "measured"),
        eq(organizations.kind, "own"),
        ne(outcomes.organizationId, organizationId),
      ),
    )
    .orderBy(asc(outcomes.createdAt), asc(outcomes.id));
  const sources = new Map<string, string>();
  return rows.map(({ owner, ...row }) => {
    const source = sources.get(owner) ?? `other-${sources.size + 1}`;
    sources.set(owner, source);
    return { ...row, source };
  });
}
