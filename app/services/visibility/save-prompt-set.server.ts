import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import type { ProbePrompt, PromptKind } from "#app/domain/visibility/share-of-answers.ts";
import { type BrandSetting, findLatestPromptSet, insertPromptSet } from "#db/repositories/visibility.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";

const mostPrompts = 100;

type Command = {
  readonly prompts: readonly { readonly kind: PromptKind; readonly text: string }[];
  readonly setting: BrandSetting;
};

/** Freezes a set of prompts as a new version. Answers belong to a version, so a change breaks the series instead of bending it. */
export async function savePromptSet(
  deps: Pick<Deps, "db" | "now" | "newId">,
  actor: Actor,
  { prompts, setting }: Command,
): Promise<Result<string, { kind: "forbidden" | "no-prompts" | "too-many-prompts" }>> {
  if (!mayDo(actor.role, "assessment:run")) return fail({ kind: "forbidden" });
  if (prompts.length === 0) return fail({ kind: "no-prompts" });
  if (prompts.length > mostPrompts) return fail({ kind: "too-many-prompts" });
  const before = await findLatestPromptSet(deps.db, actor.organizationId);

  const numbered = numberedByKind(prompts);

  const id = deps.newId();
  const version = (before?.version ?? 0) + 1;
  const createdAt = deps.now();
  await deps.db.transaction(async (tx) => {
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

function numberedByKind(prompts: Command["prompts"]): ProbePrompt[] {
  const counts = new Map<PromptKind, number>();
  return prompts.map(({ kind, text }) => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return { id: `${kind}-${count}`, kind, text };
  });
}
