import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { AssessmentId, OrganizationId } from "#app/domain/kernel/ids.ts";
import { isoDateOf } from "#app/domain/kernel/iso-date.ts";
import type { Answer, EvidenceGrade, ReadinessInput } from "#app/domain/readiness/answers.ts";
import type { ReadinessAssessment } from "#app/domain/readiness/assessment.ts";
import type { Level } from "#app/domain/readiness/pack.ts";
import type { Database } from "../client.server.ts";
import { assessments } from "../schema/assessments.ts";
import { readinessAnswers } from "../schema/readiness.ts";

/** An answer as it stands, with the note and the version that the next change of it names. */
export type KeptAnswer = Answer & { readonly note: string | null; readonly version: number; readonly answeredAt: Date };

/** Answers of everybody, or of one respondent, in the order of questions. */
export async function listReadinessAnswers(
  db: Database,
  organizationId: OrganizationId,
  respondent?: string,
): Promise<readonly KeptAnswer[]> {
  const own = eq(readinessAnswers.organizationId, organizationId);
  const rows = await db
    .select()
    .from(readinessAnswers)
    .where(respondent === undefined ? own : and(own, eq(readinessAnswers.respondent, respondent)))
    .orderBy(asc(readinessAnswers.question), asc(readinessAnswers.respondent));
  return rows.map(({ respondentGroup, level, evidenceGrade, answeredAt, ...row }) => ({
    question: row.question,
    respondent: row.respondent,
    group: respondentGroup,
    level: level === "unknown" || level === "na" ? level : (Number(level) as Level),
    evidence: evidenceGrade as EvidenceGrade,
    answeredOn: isoDateOf(answeredAt),
    answeredAt,
    note: row.note,
    version: row.version,
  }));
}

export type AnswerToKeep = Pick<Answer, "question" | "respondent" | "group" | "level" | "evidence"> & {
  readonly note: string | null;
  readonly answeredAt: Date;
};

/** Keeps an answer if it still stands at `version` (0: none yet). False when another tab or device was faster. */
export async function putReadinessAnswer(
  db: Database,
  organizationId: OrganizationId,
  answer: AnswerToKeep,
  version: number,
): Promise<boolean> {
  const { question, respondent, group, evidence, note, answeredAt } = answer;
  const level = String(answer.level);
  const values = { respondentGroup: group, level, evidenceGrade: evidence, note, answeredAt };
  if (version === 0) {
    const added = await db
      .insert(readinessAnswers)
      .values({ organizationId, respondent, question, ...values, version: 1 })
      .onConflictDoNothing()
      .returning({ version: readinessAnswers.version });
    return added.length === 1;
  }
  const changed = await db
    .update(readinessAnswers)
    .set({ ...values, version: sql`${readinessAnswers.version} + 1` })
    .where(
      and(
        eq(readinessAnswers.organizationId, organizationId),
        eq(readinessAnswers.respondent, respondent),
        eq(readinessAnswers.question, question),
        eq(readinessAnswers.version, version),
      ),
    )
    .returning({ version: readinessAnswers.version });
  return changed.length === 1;
}

export type KeptReadinessAssessment = {
  readonly id: AssessmentId;
  readonly inputHash: string;
  readonly input: ReadinessInput;
  readonly assessment: ReadinessAssessment;
  readonly createdAt: Date;
  readonly createdBy: string;
};

export async function insertReadinessAssessment(
  db: Database,
  organizationId: OrganizationId,
  { id, inputHash, input, assessment, createdAt, createdBy }: KeptReadinessAssessment,
): Promise<void> {
  const { asOf, knowledge } = assessment;
  const row = { id, organizationId, kind: "readiness" as const, asOf, knowledgeVersion: knowledge.version, inputHash };
  await db.insert(assessments).values({ ...row, input, result: assessment, createdAt, createdBy });
}

/** The newest ones first, at most `limit`. */
export async function listReadinessAssessments(
  db: Database,
  organizationId: OrganizationId,
  limit: number,
): Promise<readonly KeptReadinessAssessment[]> {
  const rows = await db
    .select()
    .from(assessments)
    .where(and(eq(assessments.organizationId, organizationId), eq(assessments.kind, "readiness")))
    .orderBy(desc(assessments.createdAt))
    .limit(limit);
  return rows.map(({ id, inputHash, input, result, createdAt, createdBy }) => ({
    id,
    inputHash,
    input: input as ReadinessInput,
    assessment: result as ReadinessAssessment,
    createdAt,
    createdBy,
  }));
}
