import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Facts } from "#app/domain/compliance/facts.ts";
import type { ComplianceAssessment } from "#app/domain/compliance/findings.ts";
import type { AssessmentId, OrganizationId, UserId } from "#app/domain/kernel/ids.ts";
import type { Database } from "../client.server.ts";
import { prepared } from "../prepared.server.ts";
import { assessments } from "../schema/assessments.ts";
import { calendarFeeds, facts, systems } from "../schema/compliance.ts";
import { organizations } from "../schema/tenancy.ts";

export type KeptComplianceAssessment = {
  readonly id: AssessmentId;
  readonly inputHash: string;
  readonly facts: Facts;
  readonly assessment: ComplianceAssessment;
  readonly createdAt: Date;
  readonly createdBy: string;
};

export async function insertComplianceAssessment(
  db: Database,
  organizationId: OrganizationId,
  { id, inputHash, facts, assessment, createdAt, createdBy }: KeptComplianceAssessment,
): Promise<void> {
  const { asOf, pack } = assessment;
  const row = { id, organizationId, kind: "compliance" as const, asOf, knowledgeVersion: pack.version, inputHash };
  await db.insert(assessments).values({ ...row, input: facts, result: assessment, createdAt, createdBy });
}

/** The newest assessment that was kept, or null. */
export async function findLatestComplianceAssessment(
  db: Database,
  organizationId: OrganizationId,
): Promise<KeptComplianceAssessment | null> {
  const [row] = await db
    .select()
    .from(assessments)
    .where(and(eq(assessments.organizationId, organizationId), eq(assessments.kind, "compliance")))
    .orderBy(desc(assessments.createdAt), desc(sql`rowid`))
    .limit(1);
  if (row === undefined) return null;
  const { id, inputHash, createdAt, createdBy } = row;
  const facts = row.input as Facts;
  return { id, inputHash, facts, assessment: row.result as ComplianceAssessment, createdAt, createdBy };
}

/**
 * The newest assessment that was kept, and `stamp`: all that one made now would rest on. With versions no stamp comes back, not even
 * when an answer does: what was worked out while an answer changed stands under a stamp that nobody asks for again.
 */
export type ComplianceStanding = { readonly latest: AssessmentId | null; readonly stamp: string };

const standing = prepared((db) =>
  db
    .select({
      latest: sql<AssessmentId | null>`(
        SELECT id FROM ${assessments} WHERE organization_id = organizations.id AND kind = 'compliance'
        ORDER BY created_at DESC, rowid DESC LIMIT 1
      )`,
      stamp: sql<string>`json_array(
        (
          SELECT json_group_array(json_array(fact, value, version))
          FROM (SELECT fact, value, version FROM ${facts} WHERE organization_id = organizations.id ORDER BY fact)
        ),
        (
          SELECT json_group_array(json_array(id, name, facts))
          FROM (
            SELECT id, name, facts FROM ${systems} WHERE organization_id = organizations.id AND deleted_at IS NULL
            ORDER BY name, id
          )
        ),
        (SELECT sum(version) FROM ${systems} WHERE organization_id = organizations.id)
      )`,
    })
    .from(organizations)
    .where(eq(organizations.id, sql.placeholder("organizationId")))
    .prepare(),
);

export async function findComplianceStanding(
  db: Database,
  organizationId: OrganizationId,
): Promise<ComplianceStanding> {
  return (await standing(db).get({ organizationId })) ?? { latest: null, stamp: "" };
}

/** What a kept assessment rests on, without its findings. */
export async function findAssessedFacts(db: Database, organizationId: OrganizationId, id: AssessmentId) {
  const [row] = await db
    .select({
      facts: assessments.input,
      asOf: assessments.asOf,
      packVersion: assessments.knowledgeVersion,
      createdAt: assessments.createdAt,
    })
    .from(assessments)
    .where(
      and(eq(assessments.organizationId, organizationId), eq(assessments.kind, "compliance"), eq(assessments.id, id)),
    );
  return row === undefined ? null : { ...row, facts: row.facts as Facts };
}

export type CalendarFeed = { readonly id: string; readonly createdAt: Date };

/** Which feed: of one owner's duties, or with null of all. */
function feedOf(organizationId: OrganizationId, ofOwner: UserId | null) {
  return and(
    eq(calendarFeeds.organizationId, organizationId),
    ofOwner === null ? isNull(calendarFeeds.ofOwner) : eq(calendarFeeds.ofOwner, ofOwner),
    isNull(calendarFeeds.revokedAt),
  );
}

/** The address that calendar programs read now, or null. */
export async function findCalendarFeed(
  db: Database,
  organizationId: OrganizationId,
  ofOwner: UserId | null,
): Promise<CalendarFeed | null> {
  const [row] = await db
    .select({ id: calendarFeeds.id, createdAt: calendarFeeds.createdAt })
    .from(calendarFeeds)
    .where(feedOf(organizationId, ofOwner))
    .limit(1);
  return row ?? null;
}

export async function insertCalendarFeed(
  db: Database,
  organizationId: OrganizationId,
  feed: CalendarFeed & { readonly tokenHash: string; readonly ofOwner: UserId | null; readonly createdBy: string },
): Promise<void> {
  await db.insert(calendarFeeds).values({ ...feed, organizationId });
}

/** Ends the address of one feed, if it has one. */
export async function revokeCalendarFeed(
  db: Database,
  organizationId: OrganizationId,
  ofOwner: UserId | null,
  at: Date,
): Promise<void> {
  await db.update(calendarFeeds).set({ revokedAt: at }).where(feedOf(organizationId, ofOwner));
}

/** Whose dates a secret address shows, by the hash of its secret. The secret is what scopes this query. */
export async function findOrganizationOfFeed(
  db: Database,
  tokenHash: string,
): Promise<{ readonly organizationId: OrganizationId; readonly ofOwner: UserId | null } | null> {
  const [row] = await db
    .select({ organizationId: calendarFeeds.organizationId, ofOwner: calendarFeeds.ofOwner })
    .from(calendarFeeds)
    .where(and(eq(calendarFeeds.tokenHash, tokenHash), isNull(calendarFeeds.revokedAt)));
  return row ?? null;
}
