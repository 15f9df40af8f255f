import { and, desc, eq, sql } from "drizzle-orm";
import type { ExposureAssessment, RoleExposure } from "#app/domain/exposure/exposure-assessment.ts";
import type { ExposureInput } from "#app/domain/exposure/exposure-input.ts";
import type { AdoptionName } from "#app/domain/exposure/occupation-pack.ts";
import type { AssessmentId, OrganizationId } from "#app/domain/kernel/ids.ts";
import type { Database } from "../client.server.ts";
import { prepared } from "../prepared.server.ts";
import { assessments } from "../schema/assessments.ts";
import { organizations } from "../schema/tenancy.ts";
import { roles, titleChoices } from "../schema/workforce.ts";
import { isInParts, readByRole, wholeValue } from "./assessment-parts.server.ts";

/** An assessment with the roles it was made from, so that every figure can be computed again. */
export type KeptExposureAssessment = {
  readonly id: AssessmentId;
  readonly inputHash: string;
  readonly input: ExposureInput;
  readonly assessment: ExposureAssessment;
  readonly createdAt: Date;
  readonly createdBy: string;
};

export async function insertExposureAssessment(
  db: Database,
  organizationId: OrganizationId,
  { id, inputHash, input, assessment, createdAt, createdBy }: KeptExposureAssessment,
): Promise<void> {
  const { asOf, knowledge } = assessment;
  const row = { id, organizationId, kind: "exposure" as const, asOf, knowledgeVersion: knowledge.version, inputHash };
  await db.insert(assessments).values({ ...row, input, result: assessment, createdAt, createdBy });
}

/** The newest ones first, at most `limit`. */
export async function listExposureAssessments(
  db: Database,
  organizationId: OrganizationId,
  limit: number,
): Promise<readonly KeptExposureAssessment[]> {
  const rows = await db
    .select()
    .from(assessments)
    .where(and(eq(assessments.organizationId, organizationId), eq(assessments.kind, "exposure")))
    .orderBy(desc(assessments.createdAt), desc(sql`rowid`))
    .limit(limit);
  return Promise.all(rows.map((row) => keptOf(db, row)));
}

/** Id, day, input and stamp of the newest assessment, without reading it; null when there is none. */
export async function findNewestExposure(db: Database, organizationId: OrganizationId) {
  const [row] = await db
    .select({
      id: assessments.id,
      asOf: assessments.asOf,
      inputHash: assessments.inputHash,
      stamp: sql<string | null>`${assessments.input} ->> '$.stamp'`,
    })
    .from(assessments)
    .where(and(eq(assessments.organizationId, organizationId), eq(assessments.kind, "exposure")))
    .orderBy(desc(assessments.createdAt), desc(sql`rowid`))
    .limit(1);
  return row ?? null;
}

/** The scenario of the newest assessment; null when there is none. */
export async function findNewestScenario(db: Database, organizationId: OrganizationId): Promise<AdoptionName | null> {
  const [row] = await db
    .select({ scenario: sql<AdoptionName | null>`${assessments.input} ->> '$.scenario'` })
    .from(assessments)
    .where(and(eq(assessments.organizationId, organizationId), eq(assessments.kind, "exposure")))
    .orderBy(desc(assessments.createdAt), desc(sql`rowid`))
    .limit(1);
  return row?.scenario ?? null;
}

async function keptOf(db: Database, row: typeof assessments.$inferSelect): Promise<KeptExposureAssessment> {
  const { id, organizationId, inputHash, createdAt, createdBy } = row;
  const input = await wholeValue([db, organizationId, id, "input"], row.input);
  const result = await wholeValue([db, organizationId, id, "result"], row.result);
  return {
    id,
    inputHash,
    input: input as ExposureInput,
    assessment: result as ExposureAssessment,
    createdAt,
    createdBy,
  };
}

/** An assessment without its roles. */
export type ExposureHead = {
  readonly assessment: Omit<ExposureAssessment, "roles">;
  readonly inputHash: string;
  readonly scenario: AdoptionName;
  /** How a large roster stood; null for one that is compared by its hash. */
  readonly stamp: string | null;
};

/** Reads an assessment without its input; its roles go to `take`, some at a time where there are many. */
export async function readExposure(
  db: Database,
  organizationId: OrganizationId,
  id: AssessmentId,
  take: (roles: readonly RoleExposure[]) => void,
): Promise<ExposureHead | null> {
  const [row] = await db
    .select({
      result: assessments.result,
      inputHash: assessments.inputHash,
      scenario: sql<AdoptionName>`${assessments.input} ->> '$.scenario'`,
      stamp: sql<string | null>`${assessments.input} ->> '$.stamp'`,
    })
    .from(assessments)
    .where(
      and(eq(assessments.organizationId, organizationId), eq(assessments.kind, "exposure"), eq(assessments.id, id)),
    );
  if (row === undefined) return null;
  const { result, ...about } = row;
  if (isInParts(result) && result.byRole === true) {
    const taken = (roles: readonly unknown[]) => take(roles as readonly RoleExposure[]);
    const { rest } = await readByRole([db, organizationId, id, "result"], result, taken);
    return { ...about, assessment: rest as Omit<ExposureAssessment, "roles"> };
  }
  const { roles, ...assessment } = (await wholeValue([db, organizationId, id, "result"], result)) as ExposureAssessment;
  take(roles);
  return { ...about, assessment };
}

export async function findExposureAssessment(
  db: Database,
  organizationId: OrganizationId,
  id: AssessmentId,
): Promise<KeptExposureAssessment | null> {
  const [row] = await db
    .select()
    .from(assessments)
    .where(
      and(eq(assessments.organizationId, organizationId), eq(assessments.kind, "exposure"), eq(assessments.id, id)),
    );
  return row === undefined ? null : keptOf(db, row);
}

/** The newest assessment, how many roles there are, and a `stamp` that differs after every change of what one rests on. */
export type ExposureStanding = {
  readonly latest: AssessmentId | null;
  readonly roles: number;
  readonly stamp: string;
};

// Every change of a role raises its version, also its removal and its return.
const standing = prepared((db) =>
  db
    .select({
      latest: sql<AssessmentId | null>`(
        SELECT id FROM ${assessments} WHERE organization_id = organizations.id AND kind = 'exposure'
        ORDER BY created_at DESC, rowid DESC LIMIT 1
      )`,
      roles: sql<number>`(SELECT count(*) FROM ${roles} WHERE organization_id = organizations.id AND deleted_at IS NULL)`,
      stamp: sql<string>`json_array(
        ${organizations.currency},
        (
          SELECT json_array(count(*), sum(version), max(updated_at), count(deleted_at), max(deleted_at))
          FROM ${roles} WHERE organization_id = organizations.id
        ),
        (
          SELECT json_group_array(json_array(title, onet, chosen_at))
          FROM (SELECT title, onet, chosen_at FROM ${titleChoices} WHERE organization_id = organizations.id ORDER BY title)
        )
      )`,
    })
    .from(organizations)
    .where(eq(organizations.id, sql.placeholder("organizationId")))
    .prepare(),
);

export async function findExposureStanding(db: Database, organizationId: OrganizationId): Promise<ExposureStanding> {
  return (await standing(db).get({ organizationId })) ?? { latest: null, roles: 0, stamp: "" };
}

export type TitleChoice = typeof titleChoices.$inferSelect;

/** Keeps what a person chose for a title (in its normalised form); a later choice replaces an earlier one. */
export async function putTitleChoice(
  db: Database,
  organizationId: OrganizationId,
  choice: Omit<TitleChoice, "organizationId">,
): Promise<void> {
  const { onet, chosenBy, chosenAt } = choice;
  await db
    .insert(titleChoices)
    .values({ organizationId, ...choice })
    .onConflictDoUpdate({
      target: [titleChoices.organizationId, titleChoices.title],
      set: { onet, chosenBy, chosenAt },
    });
}

export async function findTitleChoice(
  db: Database,
  organizationId: OrganizationId,
  title: string,
): Promise<TitleChoice | null> {
  const [row] = await db
    .select()
    .from(titleChoices)
    .where(and(eq(titleChoices.organizationId, organizationId), eq(titleChoices.title, title)));
  return row ?? null;
}

/** Takes a choice back: the title is asked for again. */
export async function deleteTitleChoice(db: Database, organizationId: OrganizationId, title: string): Promise<void> {
  await db
    .delete(titleChoices)
    .where(and(eq(titleChoices.organizationId, organizationId), eq(titleChoices.title, title)));
}
