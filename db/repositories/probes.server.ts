import { and, asc, desc, eq, gte, inArray, isNotNull, lt, sql } from "drizzle-orm";
import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import type { AnswerMarks } from "#app/domain/visibility/answer-marks.ts";
import type { Named } from "#app/domain/visibility/find-mentions.ts";
import type { ProbePrompt } from "#app/domain/visibility/share-of-answers.ts";
import type { Database } from "../client.server.ts";
import { answers, probeSettings, promptSets } from "../schema/probes.ts";

type PromptSetColumns = typeof promptSets.$inferSelect;

/** Whose mentions are counted, and beside whom. */
export type BrandSetting = { readonly brand: Named; readonly others: readonly Named[] };
export type PromptSet = Omit<PromptSetColumns, "prompts" | "brand"> & {
  readonly prompts: readonly ProbePrompt[];
  readonly brand: BrandSetting;
};
export type AnswerRow = typeof answers.$inferSelect;
/** An answer without its raw form: what figures need. */
export type MarkedRow = Omit<AnswerRow, "raw">;
export type ProbeSettings = Omit<typeof probeSettings.$inferSelect, "organizationId">;

export async function insertPromptSet(
  db: Database,
  organizationId: OrganizationId,
  set: Omit<PromptSet, "organizationId">,
): Promise<void> {
  await db.insert(promptSets).values({ ...set, organizationId });
}

/** The set in use: the newest version. */
export async function findLatestPromptSet(db: Database, organizationId: OrganizationId): Promise<PromptSet | null> {
  const [row] = await db
    .select()
    .from(promptSets)
    .where(eq(promptSets.organizationId, organizationId))
    .orderBy(desc(promptSets.version))
    .limit(1);
  return (row as PromptSet | undefined) ?? null;
}

export async function findPromptSet(
  db: Database,
  organizationId: OrganizationId,
  id: string,
): Promise<PromptSet | null> {
  const [row] = await db
    .select()
    .from(promptSets)
    .where(and(eq(promptSets.organizationId, organizationId), eq(promptSets.id, id)));
  return (row as PromptSet | undefined) ?? null;
}

/** Appends an answer; the same id twice is one answer. */
export async function insertAnswer(
  db: Database,
  organizationId: OrganizationId,
  answer: Omit<typeof answers.$inferInsert, "organizationId">,
): Promise<void> {
  await db
    .insert(answers)
    .values({ ...answer, organizationId })
    .onConflictDoNothing();
}

/** Appends many answers at once. */
export async function insertAnswers(
  db: Database,
  organizationId: OrganizationId,
  rows: readonly Omit<typeof answers.$inferInsert, "organizationId">[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += 200) {
    const some = rows.slice(at, at + 200).map((row) => ({ ...row, organizationId }));
    await db.insert(answers).values(some).onConflictDoNothing();
  }
}

/** Engines as people spelt them when they pasted answers. */
export async function listPastedEngines(db: Database, organizationId: OrganizationId): Promise<string[]> {
  const rows = await db
    .selectDistinct({ engine: answers.engine })
    .from(answers)
    .where(and(eq(answers.organizationId, organizationId), eq(answers.source, "pasted")))
    .orderBy(asc(answers.engine))
    .limit(100);
  return rows.map(({ engine }) => engine);
}

/** Answers to one prompt of a set. */
function toPrompt(
  organizationId: OrganizationId,
  { promptSetId, promptId }: Pick<AnswerRow, "promptSetId" | "promptId">,
) {
  return and(
    eq(answers.organizationId, organizationId),
    eq(answers.promptSetId, promptSetId),
    eq(answers.promptId, promptId),
  );
}

type Pasted = Pick<AnswerRow, "promptSetId" | "promptId" | "engine" | "raw"> & { readonly on: IsoDate };

/** Whether this very answer was pasted for the prompt as of this day (UTC). */
export async function hasPastedAnswer(
  db: Database,
  organizationId: OrganizationId,
  { engine, raw, on, ...prompt }: Pasted,
): Promise<boolean> {
  const day = new Date(on);
  const [row] = await db
    .select({ id: answers.id })
    .from(answers)
    .where(
      and(
        toPrompt(organizationId, prompt),
        eq(answers.engine, engine),
        eq(answers.source, "pasted"),
        eq(answers.raw, raw),
        gte(answers.at, day),
        lt(answers.at, new Date(day.getTime() + 86_400_000)),
      ),
    )
    .limit(1);
  return row !== undefined;
}

/** All versions, newest first. */
export async function listPromptSets(db: Database, organizationId: OrganizationId): Promise<PromptSet[]> {
  const rows = await db
    .select()
    .from(promptSets)
    .where(eq(promptSets.organizationId, organizationId))
    .orderBy(desc(promptSets.version))
    .limit(100);
  return rows as PromptSet[];
}

const { raw: _raw, ...marked } = {
  raw: answers.raw,
  id: answers.id,
  organizationId: answers.organizationId,
  promptSetId: answers.promptSetId,
  promptId: answers.promptId,
  engine: answers.engine,
  model: answers.model,
  source: answers.source,
  at: answers.at,
  costUsd: answers.costUsd,
  marks: answers.marks,
};

/** Some answers from a moment on with their marks, oldest first; behind `id` where several are of one moment. */
export async function listMarkedAnswers(
  db: Database,
  organizationId: OrganizationId,
  { at, id }: { readonly at: Date; readonly id: string },
  most: number,
): Promise<MarkedRow[]> {
  return db
    .select(marked)
    .from(answers)
    .where(
      and(eq(answers.organizationId, organizationId), sql`(${answers.at}, ${answers.id}) > (${at.getTime()}, ${id})`),
    )
    .orderBy(asc(answers.at), asc(answers.id))
    .limit(most);
}

/** The newest answers to one prompt of a set, raw. */
export async function listAnswersTo(
  db: Database,
  organizationId: OrganizationId,
  { most, ...prompt }: { readonly promptSetId: string; readonly promptId: string; readonly most: number },
): Promise<AnswerRow[]> {
  return db
    .select()
    .from(answers)
    .where(toPrompt(organizationId, prompt))
    .orderBy(desc(answers.at), asc(answers.id))
    .limit(most);
}

/** Raw answers after one of them, in the order of their ids: to be read again, some at a time. */
export async function listRawAnswers(
  db: Database,
  organizationId: OrganizationId,
  after: string,
  most: number,
): Promise<AnswerRow[]> {
  return db
    .select()
    .from(answers)
    .where(and(eq(answers.organizationId, organizationId), sql`${answers.id} > ${after}`))
    .orderBy(asc(answers.id))
    .limit(most);
}

export async function updateMarks(
  db: Database,
  organizationId: OrganizationId,
  id: string,
  marks: AnswerMarks,
): Promise<void> {
  await db
    .update(answers)
    .set({ marks })
    .where(and(eq(answers.organizationId, organizationId), eq(answers.id, id)));
}

/** Which of these answers there are, to go on where an interrupted run stopped. */
export async function findAnswerIds(
  db: Database,
  organizationId: OrganizationId,
  ids: readonly string[],
): Promise<Set<string>> {
  const found = new Set<string>();
  for (let at = 0; at < ids.length; at += 500) {
    const rows = await db
      .select({ id: answers.id })
      .from(answers)
      .where(and(eq(answers.organizationId, organizationId), inArray(answers.id, ids.slice(at, at + 500))));
    for (const { id } of rows) found.add(id);
  }
  return found;
}

/** What answers since a moment cost, in US dollars. */
export async function sumCosts(db: Database, organizationId: OrganizationId, since: Date): Promise<number> {
  const [row] = await db
    .select({ usd: sql<number>`coalesce(sum(cast(${answers.costUsd} as real)), 0)` })
    .from(answers)
    .where(and(eq(answers.organizationId, organizationId), gte(answers.at, since), isNotNull(answers.costUsd)));
  return row?.usd ?? 0;
}

/**
 * Complete answers since a moment to prompts that do not name the brand, and how many of them name it: those of one engine, model,
 * set and way of asking, the one that was asked last, probes before pasted answers.
 */
export async function countNamed(
  db: Database,
  organizationId: OrganizationId,
  since: Date,
): Promise<{ readonly complete: number; readonly named: number }> {
  const [row] = await db
    .select({
      complete: sql<number>`count(*)`,
      named: sql<number>`coalesce(sum(json_extract(${answers.marks}, '$.mentioned')), 0)`,
    })
    .from(answers)
    .innerJoin(promptSets, eq(promptSets.id, answers.promptSetId))
    .where(
      and(
        eq(answers.organizationId, organizationId),
        gte(answers.at, since),
        sql`json_extract(${answers.marks}, '$.status') = 'complete'`,
        sql`EXISTS (SELECT 1 FROM json_each(${promptSets.prompts}) prompt WHERE json_extract(prompt.value, '$.id') = ${answers.promptId}
          AND json_extract(prompt.value, '$.kind') <> 'branded')`,
      ),
    )
    .groupBy(answers.source, answers.engine, answers.model, answers.promptSetId)
    .orderBy(sql`${answers.source} = 'probe' DESC, max(${answers.at}) DESC`)
    .limit(1);
  return row ?? { complete: 0, named: 0 };
}

export async function findProbeSettings(db: Database, organizationId: OrganizationId): Promise<ProbeSettings | null> {
  const [row] = await db.select().from(probeSettings).where(eq(probeSettings.organizationId, organizationId));
  return row ?? null;
}

/** Saves settings where nobody has saved since `version` (0: there are none yet); false when somebody has. */
export async function saveProbeSettings(
  db: Database,
  organizationId: OrganizationId,
  version: number,
  settings: Omit<ProbeSettings, "version">,
): Promise<boolean> {
  const values = { ...settings, version: version + 1 };
  const rows =
    version === 0
      ? await db
          .insert(probeSettings)
          .values({ ...values, organizationId })
          .onConflictDoNothing()
          .returning({ version: probeSettings.version })
      : await db
          .update(probeSettings)
          .set(values)
          .where(and(eq(probeSettings.organizationId, organizationId), eq(probeSettings.version, version)))
          .returning({ version: probeSettings.version });
  return rows.length > 0;
}

/** Says why asking stopped by itself, or with null that it goes on. Nobody's version is touched. */
export async function markStopped(db: Database, organizationId: OrganizationId, because: string | null): Promise<void> {
  await db
    .update(probeSettings)
    .set({ stoppedBecause: because })
    .where(eq(probeSettings.organizationId, organizationId));
}

/** Organizations that are probed by the clock. For the house's own schedule: it names no organization. */
export async function listScheduled(db: Database): Promise<OrganizationId[]> {
  const rows = await db
    .select({ organizationId: probeSettings.organizationId })
    .from(probeSettings)
    .where(eq(probeSettings.scheduled, true));
  return rows.map((row) => row.organizationId);
}
