import { and, asc, eq } from "drizzle-orm";
import type { FactValue } from "#app/domain/compliance/facts.ts";
import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import type { Database } from "../client.server.ts";
import { facts } from "../schema/compliance.ts";

/** An answer with who gave it and when. `value` is null after somebody took it back; versions start at 1. */
export type KeptFact = {
  readonly fact: string;
  readonly value: FactValue | null;
  readonly answeredBy: string;
  readonly answeredAt: Date;
  readonly version: number;
};

export async function listFacts(db: Database, organizationId: OrganizationId): Promise<KeptFact[]> {
  const rows = await db.select().from(facts).where(eq(facts.organizationId, organizationId)).orderBy(asc(facts.fact));
  return rows.map(({ fact, value, answeredBy, answeredAt, version }) => ({
    fact,
    value: value as FactValue | null,
    answeredBy,
    answeredAt,
    version,
  }));
}

/**
 * Keeps an answer if the one before it still has `version` (0: there was none); false when somebody was faster.
 */
export async function keepFact(
  db: Database,
  organizationId: OrganizationId,
  answer: Omit<KeptFact, "version">,
  version: number,
): Promise<boolean> {
  if (version === 0) {
    const added = await db
      .insert(facts)
      .values({ organizationId, ...answer, version: 1 })
      .onConflictDoNothing()
      .returning({ fact: facts.fact });
    return added.length === 1;
  }
  const { value, answeredBy, answeredAt } = answer;
  const changed = await db
    .update(facts)
    .set({ value, answeredBy, answeredAt, version: version + 1 })
    .where(and(eq(facts.organizationId, organizationId), eq(facts.fact, answer.fact), eq(facts.version, version)))
    .returning({ fact: facts.fact });
  return changed.length === 1;
}
