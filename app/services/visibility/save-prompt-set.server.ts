import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { eachOnce } from "#app/domain/visibility/compare-prompt-sets.ts";
import { findMentions } from "#app/domain/visibility/find-mentions.ts";
import type { ProbePrompt, PromptKind } from "#app/domain/visibility/share-of-answers.ts";
import { type BrandSetting, findLatestPromptSet, insertPromptSet } from "#db/repositories/probes.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";

const mostPrompts = 100;

type Command = {
  readonly prompts: readonly { readonly kind: PromptKind; readonly text: string }[];
  readonly setting: BrandSetting;
};

type Failure =
  | { readonly kind: "forbidden" | "no-prompts" | "too-many-prompts" }
  | { readonly kind: "names-brand"; readonly prompts: readonly string[] };

/** Freezes a set of prompts as a new version. Answers belong to a version, so a change breaks the series instead of bending it. */
export async function savePromptSet(
  deps: Pick<Deps, "db" | "now" | "newId">,
  actor: Actor,
  { prompts: given, setting }: Command,
): Promise<Result<string, Failure>> {
  if (!mayDo(actor.role, "assessment:run")) return fail({ kind: "forbidden" });
  const prompts = eachOnce(given);
  if (prompts.length === 0) return fail({ kind: "no-prompts" });
  if (prompts.length > mostPrompts) return fail({ kind: "too-many-prompts" });
  const naming = prompts
    .filter(({ kind, text }) => kind !== "branded" && findMentions(text, setting.brand, []).mentioned)
    .map(({ text }) => text);
  if (naming.length > 0) return fail({ kind: "names-brand", prompts: naming.slice(0, 5) });
  const id = deps.newId();
  const createdAt = deps.now();
  await deps.db.transaction(async (tx) => {
    const before = await findLatestPromptSet(tx, actor.organizationId);
    const version = (before?.version ?? 0) + 1;
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
  });
  return ok(id);
}

/** A prompt whose words did not change keeps its id, so that its page and its history of versions can be followed. */
function numberedByKind(prompts: Command["prompts"], before: readonly ProbePrompt[]): ProbePrompt[] {
  const kept = new Map(before.map((prompt) => [`${prompt.kind} ${prompt.text}`, prompt.id]));
  const taken = new Set(before.map(({ id }) => id));
  return prompts.map(({ kind, text }) => {
    const id = kept.get(`${kind} ${text}`);
    if (id !== undefined) {
      kept.delete(`${kind} ${text}`);
      return { id, kind, text };
    }
    let count = 1;
    while (taken.has(`${kind}-${count}`)) count += 1;
    taken.add(`${kind}-${count}`);
    return { id: `${kind}-${count}`, kind, text };
  });
}
