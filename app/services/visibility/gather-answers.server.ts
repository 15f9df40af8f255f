import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import { type IsoDate, isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { type AnswerLine, answerLines, type PlacedAnswer, type Segment } from "#app/domain/visibility/answer-lines.ts";
import { readerVersion } from "#app/domain/visibility/answer-marks.ts";
import { listMarkedAnswers, listPromptSets, type PromptSet } from "#db/repositories/probes.server.ts";
import { breathe } from "../breathe.ts";
import type { Deps } from "../deps.ts";

/** How far back figures and trends go: half a year. */
export const daysBack = 182;
/** Answers that are read in one go: others have their turn between. */
const atOnce = 500;

export type KeptAnswer = PlacedAnswer & { readonly id: string };

export type GatheredAnswers = {
  /** The set in use; null where none was frozen. */
  readonly set: PromptSet | null;
  readonly sets: readonly PromptSet[];
  readonly answers: readonly KeptAnswer[];
  readonly lines: readonly AnswerLine[];
  /** Answers whose marks an older reader made, or that have none. They count once they are read again. */
  readonly unread: number;
};

/**
 * The answers of half a year with their marks, put into lines that never mix engines, models, sets or ways of asking; from `earlier` on
 * where that is further back.
 */
export async function gatherAnswers(
  deps: Pick<Deps, "db" | "now">,
  organizationId: OrganizationId,
  earlier: IsoDate | null = null,
): Promise<GatheredAnswers> {
  const usual = isoDateOf(new Date(deps.now().getTime() - daysBack * 86_400_000));
  const since = new Date(earlier !== null && earlier < usual ? earlier : usual);
  const sets = await listPromptSets(deps.db, organizationId);
  const answers: KeptAnswer[] = [];
  let unread = 0;
  for (let behind = { at: since, id: "" }; ; await breathe()) {
    const rows = await listMarkedAnswers(deps.db, organizationId, behind, atOnce);
    for (const { id, promptId, promptSetId, engine, model, source, marks, at } of rows) {
      behind = { at, id };
      if (marks?.reader !== readerVersion) unread += 1;
      else answers.push({ id, promptId, promptSetId, engine, model, source, marks, on: isoDateOf(at) });
    }
    if (rows.length < atOnce) break;
  }
  const lines = answerLines(answers, new Map(sets.map(({ id, version }) => [id, version])));
  return { set: sets[0] ?? null, sets, answers, lines, unread };
}

/** The newest stretch of a line of answers with its set of prompts; null where there is none. */
export function newestOf(
  { lines, sets }: Pick<GatheredAnswers, "lines" | "sets">,
  line: AnswerLine | undefined = lines[0],
): { readonly segment: Segment; readonly set: PromptSet } | null {
  const segment = line?.segments.at(-1);
  const set = sets.find(({ id }) => id === segment?.promptSetId);
  return segment === undefined || set === undefined ? null : { segment, set };
}
