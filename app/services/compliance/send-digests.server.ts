import { isLetterDue } from "#app/domain/compliance/digest.ts";
import { isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { beginLetter, keepReader, listSubscribers, type Subscriber } from "#db/repositories/duty-readers.server.ts";
import { listChanges } from "#db/repositories/radar.server.ts";
import { breathe } from "../breathe.ts";
import type { Deps } from "../deps.ts";
import type { JobContext, JobFailure } from "../job-context.ts";
import { unsubscribeText } from "./choose-digest.server.ts";
import { comingChanges } from "./coming-changes.server.ts";
import { dutyLetter } from "./duty-letter.ts";

type Sending = Pick<Deps, "db" | "knowledge" | "now" | "mail" | "identity" | "origin" | "log">;

/** More changes than these are not read for one letter. */
const mostChanges = 1000;

/**
 * Sends the letters that are due, one after the other. Who is told is kept before each letter goes out, so that no run tells
 * anybody twice, not even after a process that died while it was sending: then the next letter says that one may be missing.
 * What the mail server refused is tried again. Nothing goes out where nothing changed.
 */
export async function sendDigests(
  deps: Sending,
  context: Pick<JobContext, "signal">,
): Promise<Result<{ readonly sent: number }, JobFailure>> {
  let sent = 0;
  for (const subscriber of await listSubscribers(deps.db, deps.now())) {
    if (context.signal.aborted) return fail({ kind: "stopped", retry: true });
    if (!isLetterDue(subscriber.digest, subscriber.toldAt, deps.now())) continue;
    if (subscriber.role === null || !mayDo(subscriber.role, "assessment:read")) continue;
    if (await tell(deps, subscriber)) sent += 1;
    await breathe();
  }
  return ok({ sent });
}

async function tell(deps: Sending, subscriber: Subscriber): Promise<boolean> {
  const { organizationId, organization, slug, userId, email, toldAt, toldThrough, sendingSince } = subscriber;
  const changes = await listChanges(deps.db, organizationId, toldThrough ?? new Date(0), { limit: mostChanges });
  if (!changes.some(({ sure }) => sure)) return false;
  const { lawTitles, within90 } = await comingChanges(deps, organizationId, isoDateOf(deps.now()));
  const signed = await deps.identity.sign(unsubscribeText(organizationId, userId));
  const letter = dutyLetter({
    to: email,
    organization,
    changes,
    lawTitles,
    coming: within90,
    interrupted: sendingSince === null ? null : isoDateOf(sendingSince),
    page: `${deps.origin}/o/${slug}/compliance/radar`,
    unsubscribe: `${deps.origin}/unsubscribe?for=${encodeURIComponent(signed)}`,
  });
  if (letter === null) return false;
  const at = deps.now();
  if (!(await beginLetter(deps.db, subscriber, { at, through: changes[0]?.foundAt ?? at }))) return false;
  const handed = await deps.mail.send(letter);
  const kept = handed.ok ? { sendingSince: null } : { toldAt, toldThrough, sendingSince };
  await keepReader(deps.db, organizationId, userId, kept);
  if (handed.ok) return true;
  deps.log.warn(
    { organizationId, pack: deps.knowledge.obligations.version },
    "a letter about duties could not be sent; the next hour tries again",
  );
  return false;
}
