import { setImmediate as nextTurn } from "node:timers/promises";
import { and, asc, eq } from "drizzle-orm";
import type { AssessmentId, OrganizationId } from "#app/domain/kernel/ids.ts";
import type { Database } from "../client.server.ts";
import { assessmentParts, assessments } from "../schema/assessments.ts";
import { parseKept } from "../schema/parse-kept.ts";

/** What stands in an assessment's row in place of a value that is too long for one row. */
export type InParts = {
  readonly inParts: number;
  readonly scenario?: string;
  /** How the roster stood, by `findExposureStanding` and the facts' version. */
  readonly stamp?: string;
  /** Each part ends between two roles, so that it can be read by itself. */
  readonly byRole?: true;
};

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
  { scenario, stamp }: { readonly scenario: string; readonly stamp: string },
): Promise<void> {
  const input: InParts = { inParts: parts.input, scenario, stamp, byRole: true };
  const result: InParts = { inParts: parts.result, byRole: true };
  await db.insert(assessments).values({ ...row, kind: "exposure", input, result });
}

type Place = readonly [db: Database, organizationId: OrganizationId, id: AssessmentId, of: PartOf];

async function readPart([db, organizationId, id, of]: Place, part: number): Promise<string> {
  const [row] = await db
    .select({ text: assessmentParts.text })
    .from(assessmentParts)
    .where(
      and(
        eq(assessmentParts.organizationId, organizationId),
        eq(assessmentParts.assessmentId, id),
        eq(assessmentParts.of, of),
        eq(assessmentParts.part, part),
      ),
    );
  return row?.text ?? "";
}

/**
 * Reads a value that is kept by role, so that nobody waits: its roles go to `take` some at a time, the rest of it is answered with how
 * many characters the whole has.
 */
export async function readByRole(
  place: Place,
  { inParts }: InParts,
  take: (roles: readonly unknown[]) => void,
): Promise<{ readonly rest: object; readonly characters: number }> {
  const head = await readPart(place, 0);
  const rest = JSON.parse(`${head}]}`) as object;
  let characters = head.length;
  for (let part = 1; part < inParts; part++) {
    await nextTurn();
    const text = await readPart(place, part);
    characters += text.length;
    const roles = text.slice(text.startsWith(",") ? 1 : 0, part === inParts - 1 ? -2 : undefined);
    take(JSON.parse(`[${roles}]`));
  }
  return { rest, characters };
}

export function isInParts(value: unknown): value is InParts {
  return typeof value === "object" && value !== null && "inParts" in value;
}

/** A value of an assessment's row, put together where it is kept in parts. */
export async function wholeValue(place: Place, value: unknown): Promise<unknown> {
  return isInParts(value) ? (await readWhole(place, value)).value : value;
}

/** The value itself and how long its text is. */
export async function readWhole(place: Place, value: InParts) {
  if (value.byRole !== true) {
    const text = await textOf(place);
    return { value: parseKept(text), characters: text.length };
  }
  const roles: unknown[] = [];
  const { rest, characters } = await readByRole(place, value, (some) => roles.push(...some));
  return { value: { ...rest, roles }, characters };
}

async function textOf([db, organizationId, id, of]: Place): Promise<string> {
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
