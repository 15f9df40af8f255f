import { addDays, type IsoDate, isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import {
  findLatestPromptSet,
  findPromptSet,
  hasPastedAnswer,
  insertAnswer,
  listPastedEngines,
} from "#db/repositories/probes.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";
import { daysBack } from "./gather-answers.server.ts";
import { marksOf } from "./run-probes.server.ts";

/** Characters of a pasted answer. */
export const longestAnswer = 200_000;

type Command = {
  readonly promptSetId: string;
  readonly promptId: string;
  readonly engine: string;
  readonly text: string;
  /** The day on which the engine gave it. */
  readonly on: IsoDate;
};

type Failure = {
  readonly kind: "forbidden" | "not-found" | "older-set" | "too-long" | "in-the-future" | "too-old" | "kept-already";
};

/**
 * Keeps an answer that a person copied from an engine, as it was pasted. It belongs to the set in use, and is young enough to count in
 * some figure; the same answer to the same prompt on the same day is one answer. An engine is spelt as it was before.
 */
export async function recordPastedAnswer(
  deps: Pick<Deps, "db" | "now" | "newId">,
  actor: Actor,
  { promptSetId, promptId, engine, text, on }: Command,
): Promise<Result<string, Failure>> {
  if (!mayDo(actor.role, "assessment:run")) return fail({ kind: "forbidden" });
  if (text.length > longestAnswer) return fail({ kind: "too-long" });
  const today = isoDateOf(deps.now());
  if (on > today) return fail({ kind: "in-the-future" });
  if (on < addDays(today, -daysBack)) return fail({ kind: "too-old" });
  const { organizationId } = actor;
  const [set, inUse, engines] = await Promise.all([
    findPromptSet(deps.db, organizationId, promptSetId),
    findLatestPromptSet(deps.db, organizationId),
    listPastedEngines(deps.db, organizationId),
  ]);
  if (set === null || !set.prompts.some((prompt) => prompt.id === promptId)) return fail({ kind: "not-found" });
  if (set.id !== inUse?.id) return fail({ kind: "older-set" });

  const id = deps.newId();
  const at = deps.now();
  const spelt = engines.find((known) => known.toLowerCase() === engine.toLowerCase()) ?? engine;
  return deps.db.transaction(async (tx): Promise<Result<string, Failure>> => {
    const raw = { pasted: text };
    if (await hasPastedAnswer(tx, organizationId, { promptSetId, promptId, engine: spelt, raw, on }))
      return fail({ kind: "kept-already" });
    await insertAnswer(tx, organizationId, {
      id,
      promptSetId,
      promptId,
      engine: spelt,
      model: null,
      source: "pasted",
      raw,
      marks: marksOf(set, raw),
      at: on === today ? at : new Date(`${on}T12:00:00Z`),
      costUsd: null,
    });
    await record(tx, actor, {
      action: "visibility.paste-answer",
      subject: `answer:${id}`,
      after: { promptId, engine: spelt, on },
      at,
    });
    return ok(id);
  });
}
