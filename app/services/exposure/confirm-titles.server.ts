import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import {
  findLastTitleBatch,
  insertTitleBatch,
  listTitleChoices,
  markTitleBatchUndone,
  saveTitleChanges,
  type TitleBatch,
} from "#db/repositories/title-choices.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";
import { assessSoon } from "./assess-soon.server.ts";

/** `title` is in the form that choices are kept under; `onet` null takes an earlier choice back. */
export type TitleDecision = { readonly title: string; readonly onet: string | null };

type ConfirmDeps = Pick<Deps, "db" | "knowledge" | "now" | "newId">;

/**
 * Keeps what was decided for many titles in one go: one entry in the audit log, one batch that can be undone, and the exposure assessed
 * once when the deciding pauses. What is decided already is left out.
 */
export async function confirmTitles(
  deps: ConfirmDeps,
  actor: Actor,
  { decisions, source }: { readonly decisions: readonly TitleDecision[]; readonly source: TitleBatch["source"] },
): Promise<
  Result<{ readonly changed: number }, { readonly kind: "forbidden" } | { readonly kind: "unknown-occupation" }>
> {
  if (!mayDo(actor.role, "workforce:edit")) return fail({ kind: "forbidden" });
  const { byOnet } = deps.knowledge.occupations;
  if (decisions.some(({ onet }) => onet !== null && !byOnet.has(onet))) return fail({ kind: "unknown-occupation" });
  const { organizationId, userId } = actor;
  const at = deps.now();
  return deps.db.transaction(async (tx) => {
    const chosen = await listTitleChoices(tx, organizationId);
    const last = new Map(decisions.map(({ title, onet }) => [title, onet]));
    const changes = [...last].flatMap(([title, after]) => {
      const before = chosen.get(title) ?? null;
      return before === after ? [] : [{ title, before, after }];
    });
    if (changes.length === 0) return ok({ changed: 0 });
    await saveTitleChanges(tx, organizationId, changes, { userId, at });
    await insertTitleBatch(tx, { id: deps.newId(), organizationId, source, changes, madeAt: at, madeBy: userId });
    await assessSoon(deps, tx, actor);
    await record(tx, actor, {
      action: "exposure.confirm-titles",
      subject: `organization:${organizationId}`,
      before: changes.map(({ title, before }) => ({ title, onet: before })),
      after: changes.map(({ title, after }) => ({ title, onet: after })),
      at,
    });
    return ok({ changed: changes.length });
  });
}

/** Takes the newest batch of decisions back; a title that was decided otherwise since keeps its newer choice. */
export async function undoTitles(
  deps: ConfirmDeps,
  actor: Actor,
): Promise<Result<{ readonly changed: number }, { readonly kind: "forbidden" | "not-found" }>> {
  if (!mayDo(actor.role, "workforce:edit")) return fail({ kind: "forbidden" });
  const { organizationId, userId } = actor;
  const at = deps.now();
  return deps.db.transaction(async (tx) => {
    const batch = await findLastTitleBatch(tx, organizationId);
    if (batch === null || !(await markTitleBatchUndone(tx, organizationId, batch.id, at)))
      return fail({ kind: "not-found" as const });
    const chosen = await listTitleChoices(tx, organizationId);
    const back = batch.changes.filter(({ title, after }) => (chosen.get(title) ?? null) === after);
    const changes = back.map(({ title, before, after }) => ({ title, before: after, after: before }));
    await saveTitleChanges(tx, organizationId, changes, { userId, at });
    await assessSoon(deps, tx, actor);
    await record(tx, actor, {
      action: "exposure.confirm-titles-undone",
      subject: `organization:${organizationId}`,
      before: changes.map(({ title, before }) => ({ title, onet: before })),
      after: changes.map(({ title, after }) => ({ title, onet: after })),
      at,
    });
    return ok({ changed: changes.length });
  });
}
