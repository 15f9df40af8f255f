import { addDays, isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { ok, type Result } from "#app/domain/kernel/result.ts";
import {
  deleteEvidence,
  type KeptEvidence,
  listEnded,
  listEnding,
  listRemovedEvidence,
  markEvidence,
} from "#db/repositories/evidence.server.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";
import { undoSince } from "../undo-since.ts";
import { endingMail } from "./evidence-mails.ts";

type WatchDeps = Pick<Deps, "db" | "knowledge" | "now" | "mail" | "origin" | "log">;

/** Rows that one run takes of each kind; the next run takes the rest. */
const atOnce = 500;

export type Watched = { readonly ended: number; readonly reminded: number; readonly deleted: number };

/**
 * The daily look at all evidence: writes into the log what has ended, reminds whoever added what ends soon, and deletes what was
 * removed thirty days ago. May run twice: each is marked as done in the transaction that does it.
 */
export async function watchEvidence(deps: WatchDeps): Promise<Result<Watched, never>> {
  return ok({ ended: await writeEnds(deps), reminded: await remind(deps), deleted: await deleteRemoved(deps) });
}

async function writeEnds(deps: WatchDeps): Promise<number> {
  const ended = await listEnded(deps.db, isoDateOf(deps.now()), atOnce);
  for (const one of ended) await endEvidence(deps, one);
  return ended.length;
}

/** Writes into the log, once, that evidence has ended. */
export async function endEvidence(
  deps: Pick<Deps, "db" | "now">,
  { id, organizationId, expires, control, name, review }: KeptEvidence,
): Promise<void> {
  const at = deps.now();
  await deps.db.transaction(async (tx) => {
    if (!(await markEvidence(tx, organizationId, id, { endedAt: at }))) return;
    const actor = { userId: "system", organizationId, requestId: "schedule" };
    const before = { control, name, expires, review };
    await record(tx, actor, { action: "evidence.expire", subject: `evidence:${id}`, before, at });
  });
}

/** One letter a person and organization. What could not be sent is tried again by the next run. */
async function remind(deps: WatchDeps): Promise<number> {
  const at = deps.now();
  const today = isoDateOf(at);
  const ending = await listEnding(deps.db, today, addDays(today, deps.knowledge.controls.ranking.remindDays), atOnce);
  const titles = new Map(deps.knowledge.obligations.controls.map(({ id, title }) => [id, title]));
  const letters = new Map<string, typeof ending>();
  for (const row of ending) {
    const letter = `${row.organizationId} ${row.to}`;
    letters.set(letter, [...(letters.get(letter) ?? []), row]);
  }
  let reminded = 0;
  for (const rows of letters.values()) {
    const [first] = rows;
    if (first === undefined) continue;
    const mail = endingMail(deps.origin, {
      ...first,
      items: rows.map(({ name, control, expires }) => ({ name, control: titles.get(control) ?? control, expires })),
    });
    const sent = await deps.mail.send(mail);
    if (!sent.ok) {
      deps.log.warn({ organizationId: first.organizationId }, "a reminder of evidence that ends was not sent");
      continue;
    }
    for (const { organizationId, id } of rows) await markEvidence(deps.db, organizationId, id, { remindedAt: at });
    reminded += rows.length;
  }
  return reminded;
}

async function deleteRemoved(deps: WatchDeps): Promise<number> {
  const at = deps.now();
  const removed = await listRemovedEvidence(deps.db, undoSince(at), atOnce);
  for (const row of removed) {
    await deps.db.transaction(async (tx) => {
      await deleteEvidence(tx, row);
      const actor = { userId: "system", organizationId: row.organizationId, requestId: "schedule" };
      await record(tx, actor, { action: "evidence.delete", subject: `evidence:${row.id}`, at });
    });
  }
  return removed.length;
}
