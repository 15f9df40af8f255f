import { randomBytes } from "node:crypto";
import type { UserId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { revokeCalendarFeed as endFeed, insertCalendarFeed } from "#db/repositories/compliance.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";
import { hashOfToken } from "./load-calendar.server.ts";

/** `all` shows every duty of the organization, `own` those the asker answers for. */
export type FeedScope = "all" | "own";

/** Everybody has an address of their own duties; the whole is for who may change the facts behind it. */
function mayHave(actor: Actor, scope: FeedScope): boolean {
  return mayDo(actor.role, scope === "all" ? "facts:edit" : "assessment:read");
}

function ownerOf(actor: Actor, scope: FeedScope): UserId | null {
  return scope === "own" ? actor.userId : null;
}

/**
 * Makes a secret address for calendar programs and ends the one before. The secret is answered once and kept only as a hash,
 * so that a copy of the database opens no calendar.
 */
export async function createCalendarFeed(
  deps: Pick<Deps, "db" | "now" | "newId">,
  actor: Actor,
  scope: FeedScope = "all",
): Promise<Result<{ readonly token: string }, { kind: "forbidden" }>> {
  if (!mayHave(actor, scope)) return fail({ kind: "forbidden" });
  const token = randomBytes(24).toString("base64url");
  const id = deps.newId();
  const createdAt = deps.now();
  const ofOwner = ownerOf(actor, scope);
  await deps.db.transaction(async (tx) => {
    await endFeed(tx, actor.organizationId, ofOwner, createdAt);
    const feed = { id, tokenHash: hashOfToken(token), ofOwner, createdBy: actor.userId, createdAt };
    await insertCalendarFeed(tx, actor.organizationId, feed);
    await record(tx, actor, {
      action: "calendar.create-feed",
      subject: `calendar-feed:${id}`,
      after: { scope },
      at: createdAt,
    });
  });
  return ok({ token });
}

/** Ends the secret address, so that it answers *not found* from now on. */
export async function revokeCalendarFeed(
  deps: Pick<Deps, "db" | "now">,
  actor: Actor,
  scope: FeedScope = "all",
): Promise<Result<null, { kind: "forbidden" }>> {
  if (!mayHave(actor, scope)) return fail({ kind: "forbidden" });
  const at = deps.now();
  await deps.db.transaction(async (tx) => {
    await endFeed(tx, actor.organizationId, ownerOf(actor, scope), at);
    await record(tx, actor, { action: "calendar.revoke-feed", subject: `calendar-feed:${scope}`, at });
  });
  return ok(null);
}
