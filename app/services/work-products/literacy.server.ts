import { isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo, maySeePeople } from "#app/domain/tenancy/may-do.ts";
import { isVisible, stateOfRecord, visibleRecords } from "#app/domain/work-products/literacy.ts";
import {
  findLiteracy,
  insertLiteracy,
  type KeptLiteracy,
  type LiteracyDraft,
  listLiteracy,
  updateLiteracy,
} from "#db/repositories/registers.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";
import { loadUpskilling } from "../planning/load-upskilling.server.ts";
import type { Sheet } from "../ports/tables.ts";
import { undoSince } from "../undo-since.ts";

type Failure = { readonly kind: "forbidden" | "not-found" | "conflict" | "people-only" };

/** The record of AI literacy as far as whoever asks may see it, and the courses of the plan to choose from. */
export async function loadLiteracy(deps: Pick<Deps, "db" | "knowledge" | "now">, actor: Actor) {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "forbidden" as const });
  const sees = maySeePeople(actor);
  const [kept, removed, upskilling] = await Promise.all([
    listLiteracy(deps.db, actor.organizationId),
    listLiteracy(deps.db, actor.organizationId, { removedSince: undoSince(deps.now()) }),
    loadUpskilling(deps, actor),
  ]);
  const today = isoDateOf(deps.now());
  const { shown, withheld } = visibleRecords(kept, sees);
  const groups = upskilling.ok ? (upskilling.value.groups ?? []) : [];
  return ok({
    today,
    mayEdit: mayDo(actor.role, "facts:edit"),
    sees,
    records: shown.map((one) => ({ ...lineOf(one), state: stateOfRecord(one, today) })),
    withheld,
    removed: visibleRecords(removed, sees).shown.map(({ id, who, topic }) => ({ id, who, topic })),
    topics: [...new Set(groups.flatMap(({ courses }) => courses.map(({ title }) => title)))],
  });
}

function lineOf({ id, version, who, person, people, topic, heldOn, expiresOn, evidence, email }: KeptLiteracy) {
  return { id, version, who, person, people, topic, heldOn, expiresOn, evidence, email };
}

/** One record, if whoever asks may see it. */
export async function loadLiteracyRecord(deps: Pick<Deps, "db" | "knowledge" | "now">, actor: Actor, id: string) {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "forbidden" as const });
  const kept = await findLiteracy(deps.db, actor.organizationId, id);
  const sees = maySeePeople(actor);
  if (kept === null || !isVisible(kept, sees)) return fail({ kind: "not-found" as const });
  return ok({
    record: lineOf(kept),
    removed: kept.deletedAt !== null,
    mayEdit: mayDo(actor.role, "facts:edit"),
    sees,
    state: stateOfRecord(kept, isoDateOf(deps.now())),
  });
}

/** What the log keeps of a record: never a person's name or address. */
function logged({ who, email: _, ...draft }: LiteracyDraft) {
  return draft.person ? draft : { who, ...draft };
}

/** Adds a record, or with an id changes one that still has `version`. */
export async function keepLiteracy(
  deps: Pick<Deps, "db" | "now" | "newId">,
  actor: Actor,
  draft: LiteracyDraft,
  change: { readonly id: string; readonly version: number } | null,
): Promise<Result<string, Failure>> {
  if (!mayDo(actor.role, "facts:edit")) return fail({ kind: "forbidden" });
  const sees = maySeePeople(actor);
  if (!isVisible(draft, sees)) return fail({ kind: "people-only" });
  const before = change === null ? null : await findLiteracy(deps.db, actor.organizationId, change.id);
  if (change !== null && (before === null || before.deletedAt !== null || !isVisible(before, sees)))
    return fail({ kind: "not-found" });

  const id = change?.id ?? deps.newId();
  const at = deps.now();
  const saved = await deps.db.transaction(async (tx) => {
    if (change === null)
      await insertLiteracy(tx, actor.organizationId, { ...draft, id, createdAt: at, createdBy: actor.userId });
    else if (!(await updateLiteracy(tx, actor.organizationId, id, change.version, draft))) return false;
    await record(tx, actor, {
      action: change === null ? "literacy.add" : "literacy.change",
      subject: `literacy:${id}`,
      ...(before === null ? {} : { before: logged({ ...lineOf(before) }) }),
      after: logged(draft),
      at,
    });
    return true;
  });
  return saved ? ok(id) : fail({ kind: "conflict" });
}

/** The record as a table for a file, as far as whoever asks may see it. */
export async function literacySheet(deps: Pick<Deps, "db" | "now">, actor: Actor) {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "forbidden" as const });
  const { shown } = visibleRecords(await listLiteracy(deps.db, actor.organizationId), maySeePeople(actor));
  const today = isoDateOf(deps.now());
  const sheet: Sheet = {
    name: "AI literacy",
    headers: ["Who", "People", "Topic", "Held on", "Expires on", "State", "What shows it"],
    rows: shown.map((one) => [
      one.who,
      one.people,
      one.topic,
      one.heldOn,
      one.expiresOn,
      stateOfRecord(one, today),
      one.evidence,
    ]),
  };
  return ok({ sheet, name: `ai-literacy-${today}` });
}
