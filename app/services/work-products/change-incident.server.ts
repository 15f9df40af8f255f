import type { SystemId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import {
  findIncident,
  type IncidentDraft,
  insertIncident,
  markEntryRemoved,
  updateIncident,
} from "#db/repositories/registers.server.ts";
import { findSystem } from "#db/repositories/systems.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";
import { undoSince } from "../undo-since.ts";

type Failure = { readonly kind: "forbidden" | "not-found" | "conflict" };
/** Nobody notices something before it happened: times would run from a moment to come. */
type InTheFuture = { readonly kind: "in-the-future" };
type Writing = Pick<Deps, "db" | "knowledge" | "now">;

/** Codes that are known, and a system that is there. Null: somebody else's. */
async function checked(deps: Writing, actor: Actor, draft: IncidentDraft): Promise<IncidentDraft | null> {
  const known = new Set(deps.knowledge.workProducts.consequences.map(({ id }) => id));
  const consequences = draft.consequences.filter((one) => known.has(one));
  if (draft.systemId === null) return { ...draft, consequences };
  const system = await findSystem(deps.db, actor.organizationId, draft.systemId as SystemId);
  return system === null ? null : { ...draft, consequences };
}

export async function enterIncident(
  deps: Writing & Pick<Deps, "newId">,
  actor: Actor,
  draft: IncidentDraft,
): Promise<Result<string, Failure | InTheFuture>> {
  if (!mayDo(actor.role, "facts:edit")) return fail({ kind: "forbidden" });
  if (draft.noticedAt > deps.now().toISOString()) return fail({ kind: "in-the-future" });
  const known = await checked(deps, actor, draft);
  if (known === null) return fail({ kind: "not-found" });

  const id = deps.newId();
  const createdAt = deps.now();
  await deps.db.transaction(async (tx) => {
    await insertIncident(tx, actor.organizationId, { ...known, id, createdAt, createdBy: actor.userId });
    await record(tx, actor, { action: "incident.enter", subject: `incident:${id}`, after: known, at: createdAt });
  });
  return ok(id);
}

export async function changeIncident(
  deps: Writing,
  actor: Actor,
  { id, version, draft }: { readonly id: string; readonly version: number; readonly draft: IncidentDraft },
): Promise<Result<string, Failure | InTheFuture>> {
  if (!mayDo(actor.role, "facts:edit")) return fail({ kind: "forbidden" });
  if (draft.noticedAt > deps.now().toISOString()) return fail({ kind: "in-the-future" });
  const before = await findIncident(deps.db, actor.organizationId, id);
  const known = await checked(deps, actor, draft);
  if (before === null || before.deletedAt !== null || known === null) return fail({ kind: "not-found" });
  const { createdAt: _, createdBy: __, deletedAt: ___, version: ____, id: _____, ...was } = before;
  const changed = await deps.db.transaction(async (tx) => {
    if (!(await updateIncident(tx, actor.organizationId, id, version, known))) return false;
    const change = { action: "incident.change", subject: `incident:${id}`, before: was, after: known } as const;
    await record(tx, actor, { ...change, at: deps.now() });
    return true;
  });
  return changed ? ok(id) : fail({ kind: "conflict" });
}

/** Closes an incident, or opens it again. */
export async function closeIncident(
  deps: Pick<Deps, "db" | "now">,
  actor: Actor,
  { id, version, open }: { readonly id: string; readonly version: number; readonly open: boolean },
): Promise<Result<string, Failure>> {
  if (!mayDo(actor.role, "facts:edit")) return fail({ kind: "forbidden" });
  const before = await findIncident(deps.db, actor.organizationId, id);
  if (before === null || before.deletedAt !== null) return fail({ kind: "not-found" });
  const at = deps.now();
  const changed = await deps.db.transaction(async (tx) => {
    if (!(await updateIncident(tx, actor.organizationId, id, version, { closedAt: open ? null : at }))) return false;
    await record(tx, actor, { action: open ? "incident.reopen" : "incident.close", subject: `incident:${id}`, at });
    return true;
  });
  return changed ? ok(id) : fail({ kind: "conflict" });
}

/** Takes an entry out of a register, or brings back one that was removed in the last 30 days. */
export async function removeEntry(
  deps: Pick<Deps, "db" | "now">,
  actor: Actor,
  { register, id, back }: { readonly register: "incident" | "literacy"; readonly id: string; readonly back: boolean },
): Promise<Result<string, Failure>> {
  if (!mayDo(actor.role, "facts:edit")) return fail({ kind: "forbidden" });
  const now = deps.now();
  const change = back ? { removedAt: null, since: undoSince(now) } : { removedAt: now };
  const changed = await deps.db.transaction(async (tx) => {
    if (!(await markEntryRemoved(tx, actor.organizationId, register, id, change))) return false;
    await record(tx, actor, {
      action: back ? `${register}.restore` : `${register}.remove`,
      subject: `${register}:${id}`,
      at: now,
    });
    return true;
  });
  return changed ? ok(id) : fail({ kind: "not-found" });
}
