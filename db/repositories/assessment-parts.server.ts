import { and, asc, eq } from "drizzle-orm";
import type { AssessmentId, OrganizationId } from "#app/domain/kernel/ids.ts";
import type { Database } from "../client.server.ts";
import { assessmentParts, assessments } from "../schema/assessments.ts";
import { parseKept } from "../schema/parse-kept.ts";

/** What stands in an assessment's row in place of a value that is too long for one row. */
export type InParts = { readonly inParts: number; readonly scenario?: string };

export type PartOf = "input" | "result";

export async function insertAssessmentPart(db: Database, part: typeof assessmentParts.$inferInsert): Promise<void> {
  await db.insert(assessmentParts).values(part);
}

/** Takes parts away whose assessment was never finished. */
export async function clearAssessmentParts(
  db: Database,
  organizationId: OrganizationId,
  id: AssessmentId,
): Promise<void> {
  await db
    .delete(assessmentParts)
    .where(and(eq(assessmentParts.organizationId, organizationId), eq(assessmentParts.assessmentId, id)));
}

/** Keeps an assessment whose input and result were kept in parts before. */
export async function insertAssessmentInParts(
  db: Database,
  row: Omit<typeof assessments.$inferInsert, "input" | "result" | "kind">,
  parts: { readonly input: number; readonly result: number },
  scenario: string,
): Promise<void> {
  const input: InParts = { inParts: parts.input, scenario };
  const result: InParts = { inParts: parts.result };
  await db.insert(assessments).values({ ...row, kind: "exposure", input, result });
}

/** The text of a value that is kept in parts. */
export async function readParts(
  db: Database,
  organizationId: OrganizationId,
  id: AssessmentId,
  of: PartOf,
): Promise<string> {
  const rows = await db
    .select({ text: assessmentParts.text })
    .from(assessmentParts)
    .where(
      and(
        eq(assessmentParts.organizationId, organizationId),
        eq(assessmentParts.assessmentId, id),
        eq(assessmentParts.of, of),
      ),
    )
    .orderBy(asc(assessmentParts.part));
  return rows.map(({ text }) => text).join("");
}

export function isInParts(value: unknown): value is InParts {
  return typeof value === "object" && value !== null && "inParts" in value;
}

/** A value of an assessment's row, put together where it is kept in parts. */
export async function wholeValue(
  db: Database,
  organizationId: OrganizationId,
  id: AssessmentId,
  of: PartOf,
  value: unknown,
): Promise<unknown> {
  return isInParts(value) ? parseKept(await readParts(db, organizationId, id, of)) : value;
}
