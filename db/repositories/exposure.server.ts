import { and, desc, eq } from "drizzle-orm";
import type { ExposureAssessment } from "#app/domain/exposure/exposure-assessment.ts";
import type { ExposureInput } from "#app/domain/exposure/exposure-input.ts";
import type { AssessmentId, OrganizationId } from "#app/domain/kernel/ids.ts";
import type { Database } from "../client.server.ts";
import { assessments } from "../schema/assessments.ts";
import { titleChoices } from "../schema/workforce.ts";

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
    .orderBy(desc(assessments.createdAt))
    .limit(limit);
  return rows.map(({ id, inputHash, input, result, createdAt, createdBy }) => ({
    id,
    inputHash,
    input: input as ExposureInput,
    assessment: result as ExposureAssessment,
    createdAt,
    createdBy,
  }));
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
