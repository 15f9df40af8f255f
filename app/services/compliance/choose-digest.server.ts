import type { DigestChoice } from "#app/domain/compliance/digest.ts";
import type { OrganizationId, UserId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { findReader, followsNothing, keepReader } from "#db/repositories/duty-readers.server.ts";
import { findOrganization } from "#db/repositories/tenancy.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";

/** Whether letters tell somebody of changes. What was found before the choice is not told. */
export async function chooseDigest(
  deps: Pick<Deps, "db" | "now">,
  actor: Actor,
  digest: DigestChoice,
): Promise<Result<null, { readonly kind: "forbidden" }>> {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "forbidden" });
  await keepChoice(deps, actor, digest);
  return ok(null);
}

/** Marks everything found so far as seen by this person. */
export async function markSeen(
  deps: Pick<Deps, "db" | "now">,
  actor: Actor,
): Promise<Result<null, { readonly kind: "forbidden" }>> {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "forbidden" });
  const seenAt = deps.now();
  await deps.db.transaction(async (tx) => {
    await keepReader(tx, actor.organizationId, actor.userId, { seenAt });
    await record(tx, actor, { action: "compliance.mark-seen", subject: `user:${actor.userId}`, at: seenAt });
  });
  return ok(null);
}

/** What an unsubscribe link carries, before it is signed. */
const purpose = "duty-digest";

export function unsubscribeText(organizationId: OrganizationId, userId: UserId): string {
  return JSON.stringify([purpose, organizationId, userId]);
}

async function whoseLink(deps: Pick<Deps, "identity">, signed: string) {
  const text = await deps.identity.unsign(signed);
  if (text === null) return null;
  const read: unknown = safely(text);
  if (!Array.isArray(read) || read.length !== 3 || read[0] !== purpose) return null;
  return { organizationId: read[1] as OrganizationId, userId: read[2] as UserId };
}

function safely(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Whether the letters that a link belongs to still go out. The signature is the permission: nobody need sign in to get fewer letters. */
export async function loadUnsubscribe(
  deps: Pick<Deps, "db" | "identity">,
  signed: string,
): Promise<Result<{ readonly on: boolean; readonly organization: string }, { readonly kind: "not-found" }>> {
  const whose = await whoseLink(deps, signed);
  const organization = whose === null ? null : await findOrganization(deps.db, whose.organizationId);
  if (whose === null || organization === null) return fail({ kind: "not-found" });
  const reader = await findReader(deps.db, whose.organizationId, whose.userId);
  return ok({ on: (reader?.digest ?? "off") !== "off", organization: organization.name });
}

export async function unsubscribe(
  deps: Pick<Deps, "db" | "identity" | "now">,
  signed: string,
  requestId: string,
): Promise<Result<null, { readonly kind: "not-found" }>> {
  const whose = await whoseLink(deps, signed);
  if (whose === null) return fail({ kind: "not-found" });
  if ((await findReader(deps.db, whose.organizationId, whose.userId)) === null) return ok(null);
  await keepChoice(deps, { ...whose, requestId }, "off");
  return ok(null);
}

type Chooser = { readonly organizationId: OrganizationId; readonly userId: UserId; readonly requestId: string };

async function keepChoice(deps: Pick<Deps, "db" | "now">, who: Chooser, digest: DigestChoice): Promise<void> {
  const at = deps.now();
  const before = (await findReader(deps.db, who.organizationId, who.userId)) ?? followsNothing;
  if (before.digest === digest) return;
  await deps.db.transaction(async (tx) => {
    const start = before.digest === "off" ? { toldAt: digest === "weekly" ? at : null, toldThrough: at } : {};
    await keepReader(tx, who.organizationId, who.userId, { digest, ...start });
    await record(tx, who, {
      action: "compliance.choose-digest",
      subject: `user:${who.userId}`,
      before: { digest: before.digest },
      after: { digest },
      at,
    });
  });
}
