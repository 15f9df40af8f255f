import { type IsoDate, isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { findPromptSet, insertAnswer } from "#db/repositories/probes.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";
import { marksOf } from "./run-probes.server.ts";

const longest = 200_000;

type Command = {
  readonly promptSetId: string;
  readonly promptId: string;
  readonly engine: string;
  readonly text: string;
  /** The day on which the engine gave it. */
  readonly on: IsoDate;
};

/** Keeps an answer that a person copied from an engine, as it was pasted. */
export async function recordPastedAnswer(
  deps: Pick<Deps, "db" | "now" | "newId">,
  actor: Actor,
  { promptSetId, promptId, engine, text, on }: Command,
): Promise<Result<string, { kind: "forbidden" | "not-found" | "too-long" | "in-the-future" }>> {
  if (!mayDo(actor.role, "assessment:run")) return fail({ kind: "forbidden" });
  if (text.length > longest) return fail({ kind: "too-long" });
  const today = isoDateOf(deps.now());
  if (on > today) return fail({ kind: "in-the-future" });
  const set = await findPromptSet(deps.db, actor.organizationId, promptSetId);
  if (set === null || !set.prompts.some((prompt) => prompt.id === promptId)) return fail({ kind: "not-found" });

  const id = deps.newId();
  const at = deps.now();
  await deps.db.transaction(async (tx) => {
    const raw = { pasted: text };
    await insertAnswer(tx, actor.organizationId, {
      id,
      promptSetId,
      promptId,
      engine,
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
      after: { promptId, engine, on },
      at,
    });
  });
  return ok(id);
}
