import { and, count, desc, eq, inArray, isNull } from "drizzle-orm";
import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import type { Database } from "../client.server.ts";
import { experiments, quoteJudgements } from "../schema/probes.ts";

export type ExperimentRow = Omit<typeof experiments.$inferSelect, "organizationId">;
export type JudgementRow = Omit<typeof quoteJudgements.$inferSelect, "organizationId">;

export async function insertExperiment(
  db: Database,
  organizationId: OrganizationId,
  experiment: ExperimentRow,
): Promise<void> {
  await db.insert(experiments).values({ ...experiment, organizationId });
}

export async function listExperiments(db: Database, organizationId: OrganizationId): Promise<ExperimentRow[]> {
  return db
    .select()
    .from(experiments)
    .where(eq(experiments.organizationId, organizationId))
    .orderBy(desc(experiments.statedAt), desc(experiments.id))
    .limit(100);
}

export async function findExperiment(
  db: Database,
  organizationId: OrganizationId,
  id: string,
): Promise<ExperimentRow | null> {
  const [row] = await db
    .select()
    .from(experiments)
    .where(and(eq(experiments.organizationId, organizationId), eq(experiments.id, id)));
  return row ?? null;
}

/** Ties an experiment to the outcome it was recorded as; false where it has one. */
export async function tieOutcome(
  db: Database,
  organizationId: OrganizationId,
  id: string,
  outcomeId: string,
): Promise<boolean> {
  const rows = await db
    .update(experiments)
    .set({ outcomeId })
    .where(and(eq(experiments.organizationId, organizationId), eq(experiments.id, id), isNull(experiments.outcomeId)))
    .returning({ id: experiments.id });
  return rows.length > 0;
}

/** What people judged, newest first. */
export async function listJudgements(db: Database, organizationId: OrganizationId): Promise<JudgementRow[]> {
  return db
    .select()
    .from(quoteJudgements)
    .where(eq(quoteJudgements.organizationId, organizationId))
    .orderBy(desc(quoteJudgements.judgedAt), desc(quoteJudgements.id))
    .limit(2_000);
}

export async function findJudgement(
  db: Database,
  organizationId: OrganizationId,
  quote: string,
): Promise<JudgementRow | null> {
  const [row] = await db
    .select()
    .from(quoteJudgements)
    .where(and(eq(quoteJudgements.organizationId, organizationId), eq(quoteJudgements.quote, quote)));
  return row ?? null;
}

/** Keeps what was judged of a sentence; a sentence has one judgement. */
export async function saveJudgement(
  db: Database,
  organizationId: OrganizationId,
  { id, ...judgement }: JudgementRow,
): Promise<void> {
  await db
    .insert(quoteJudgements)
    .values({ id, ...judgement, organizationId })
    .onConflictDoUpdate({ target: [quoteJudgements.organizationId, quoteJudgements.quote], set: judgement });
}

export async function deleteJudgement(db: Database, organizationId: OrganizationId, quote: string): Promise<void> {
  await db
    .delete(quoteJudgements)
    .where(and(eq(quoteJudgements.organizationId, organizationId), eq(quoteJudgements.quote, quote)));
}

export async function settleJudgement(
  db: Database,
  organizationId: OrganizationId,
  quote: string,
  settledOn: IsoDate | null,
): Promise<void> {
  await db
    .update(quoteJudgements)
    .set({ settledOn })
    .where(and(eq(quoteJudgements.organizationId, organizationId), eq(quoteJudgements.quote, quote)));
}

/** Claims that were judged wrong or outdated and are not put right. */
export async function countWrongClaims(db: Database, organizationId: OrganizationId): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(quoteJudgements)
    .where(
      and(
        eq(quoteJudgements.organizationId, organizationId),
        inArray(quoteJudgements.accuracy, ["wrong", "outdated"]),
        isNull(quoteJudgements.settledOn),
      ),
    );
  return row?.count ?? 0;
}
