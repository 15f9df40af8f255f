import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { findPromptSet, insertAnswer } from "#db/repositories/visibility.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";

const longest = 200_000;

type Command = {
  readonly promptSetId: string;
  readonly promptId: string;
  readonly engine: string;
  readonly text: string;
};

/** Keeps an answer that a person copied from an engine, as it was pasted. */
export async function recordPastedAnswer(
  deps: Pick<Deps, "db" | "now" | "newId">,
  actor: Actor,
  { promptSetId, promptId, engine, text }: Command,
): Promise<Result<string, { kind: "forbidden" | "not-found" | "too-long" }>> {
  if (!mayDo(actor.role, "assessment:run")) return fail({ kind: "forbidden" });
  if (text.length > longest) return fail({ kind: "too-long" });
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
      at,
      costUsd: null,
    });
    await record(tx, actor, {
      action: "visibility.paste-answer",
      subject: `answer:${id}`,
      after: { promptId, engine },
      at,
    });
  });
  return ok(id);
}
