import type { SystemId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { insertSystem, type SystemDraft } from "#db/repositories/systems.server.ts";
import type { Actor } from "../actor.ts";
import { lookSoon } from "../compliance/look-soon.server.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";
import { checkedDraft, type SystemInvalid } from "./system-input.ts";

/** What to add: a draft of one's own, or a tool of the catalogue, whose answers can be changed afterwards. */
export type NewSystem = { readonly draft: SystemDraft } | { readonly catalogueId: string; readonly name?: string };

type Failure = { kind: "forbidden" } | { kind: "not-found" } | SystemInvalid;

export async function addSystem(
  deps: Pick<Deps, "db" | "knowledge" | "now" | "newId">,
  actor: Actor,
  command: NewSystem,
): Promise<Result<SystemId, Failure>> {
  if (!mayDo(actor.role, "facts:edit")) return fail({ kind: "forbidden" });
  const draft = "draft" in command ? command.draft : fromCatalogue(deps.knowledge, command);
  if (draft === null) return fail({ kind: "not-found" });
  const checked = checkedDraft(draft, deps.knowledge.obligations.facts);
  if (!checked.ok) return checked;

  const id = deps.newId() as SystemId;
  const at = deps.now();
  await deps.db.transaction(async (tx) => {
    const prefilled = "draft" in command ? [] : Object.keys(checked.value.facts);
    await insertSystem(tx, actor.organizationId, id, checked.value, at, prefilled);
    await record(tx, actor, { action: "system.add", subject: `system:${id}`, after: checked.value, at });
    await lookSoon(deps, tx, actor.organizationId);
  });
  return ok(id);
}

/** A system as the catalogue describes the tool. */
export function fromCatalogue(
  knowledge: Deps["knowledge"],
  { catalogueId, name }: { readonly catalogueId: string; readonly name?: string },
): SystemDraft | null {
  const template = knowledge.systemCatalogue.systems.find(({ id }) => id === catalogueId);
  if (template === undefined) return null;
  const vendor = template.vendor === "Any" || template.vendor === "Own" ? null : template.vendor;
  return { name: name ?? template.name, vendor, purpose: template.does, catalogueId, facts: template.facts };
}
