import { randomBytes } from "node:crypto";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { insertCalendarFeed, revokeCalendarFeeds } from "#db/repositories/compliance.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";
import { hashOfToken } from "./load-calendar.server.ts";

/**
 * Makes a secret address for calendar programs and ends the one before. The secret is answered once and kept only as a hash,
 * so that a copy of the database opens no calendar.
 */
export async function createCalendarFeed(
  deps: Pick<Deps, "db" | "now" | "newId">,
  actor: Actor,
): Promise<Result<{ readonly token: string }, { kind: "forbidden" }>> {
  if (!mayDo(actor.role, "facts:edit")) return fail({ kind: "forbidden" });
  const token = randomBytes(24).toString("base64url");
  const id = deps.newId();
  const createdAt = deps.now();
  await deps.db.transaction(async (tx) => {
    await revokeCalendarFeeds(tx, actor.organizationId, createdAt);
    const feed = { id, tokenHash: hashOfToken(token), createdBy: actor.userId, createdAt };
    await insertCalendarFeed(tx, actor.organizationId, feed);
    await record(tx, actor, { action: "calendar.create-feed", subject: `calendar-feed:${id}`, at: createdAt });
  });
  return ok({ token });
}

/** Ends the secret address, so that it answers *not found* from now on. */
export async function revokeCalendarFeed(
  deps: Pick<Deps, "db" | "now">,
  actor: Actor,
): Promise<Result<null, { kind: "forbidden" }>> {
  if (!mayDo(actor.role, "facts:edit")) return fail({ kind: "forbidden" });
  const at = deps.now();
  await deps.db.transaction(async (tx) => {
    await revokeCalendarFeeds(tx, actor.organizationId, at);
    await record(tx, actor, { action: "calendar.revoke-feed", subject: "calendar-feed:all", at });
  });
  return ok(null);
}
