import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { objectionToPrompts, type PromptObjection, type WantedPrompt } from "#app/domain/visibility/check-prompts.ts";
import { isSameSet } from "#app/domain/visibility/compare-prompt-sets.ts";
import { eachOnce, questionKey } from "#app/domain/visibility/same-question.ts";
import type { ProbePrompt } from "#app/domain/visibility/share-of-answers.ts";
import { type BrandSetting, findLatestPromptSet, insertPromptSet } from "#db/repositories/probes.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";

type Command = {
  readonly prompts: readonly WantedPrompt[];
  readonly setting: BrandSetting;
  /** The version that was in front of whoever edited it, 0 for a draft; left out where nobody looked at one. */
  readonly basedOn?: number;
};

type Failure =
  | { readonly kind: "forbidden" | "unchanged" }
  /** With the version that is in use by now. */
  | { readonly kind: "changed-meanwhile"; readonly version: number }
  | PromptObjection;

/**
 * Freezes a set of prompts as a new version, each question once. Answers belong to a version, so a change breaks the series instead of
 * bending it, and what changes nothing makes no version. Sent twice it is frozen once.
 */
export async function savePromptSet(
  deps: Pick<Deps, "db" | "now" | "newId">,
  actor: Actor,
  { prompts: given, setting, basedOn }: Command,
): Promise<Result<string, Failure>> {
  if (!mayDo(actor.role, "assessment:run")) return fail({ kind: "forbidden" });
  const prompts = eachOnce(given);
  const objection = objectionToPrompts(prompts, setting);
  if (objection !== null) return fail(objection);
  const id = deps.newId();
  const createdAt = deps.now();
  return deps.db.transaction(async (tx): Promise<Result<string, Failure>> => {
    const before = await findLatestPromptSet(tx, actor.organizationId);
    const looked = basedOn ?? before?.version ?? 0;
    if (before !== null && isSameSet(before, { prompts, brand: setting }))
      return looked === before.version ? fail({ kind: "unchanged" }) : ok(before.id);
    const inUse = before?.version ?? 0;
    if (looked !== inUse) return fail({ kind: "changed-meanwhile", version: inUse });
    const version = inUse + 1;
    const numbered = numberedByKind(prompts, before?.prompts ?? []);
    await insertPromptSet(tx, actor.organizationId, {
      id,
      version,
      prompts: numbered,
      brand: setting,
      createdAt,
      createdBy: actor.userId,
    });
    await record(tx, actor, {
      action: "visibility.freeze-prompts",
      subject: `prompt-set:${id}`,
      after: { version, prompts: numbered.length },
      at: createdAt,
    });
    return ok(id);
  });
}

/** A prompt that asks the same as before keeps its id, so that its page and its history of versions can be followed. */
function numberedByKind(prompts: Command["prompts"], before: readonly ProbePrompt[]): ProbePrompt[] {
  const kept = new Map(before.map(({ text, id }) => [questionKey(text), id]));
  const taken = new Set(before.map(({ id }) => id));
  return prompts.map(({ kind, text }) => {
    const id = kept.get(questionKey(text));
    if (id !== undefined) return { id, kind, text };
    let count = 1;
    while (taken.has(`${kind}-${count}`)) count += 1;
    taken.add(`${kind}-${count}`);
    return { id: `${kind}-${count}`, kind, text };
  });
}
