import type { UserId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import type { Database } from "#db/client.server.ts";
import { type DutyOwner, keepDutyOwner, listColleagues, listDutyOwners } from "#db/repositories/duty-owners.server.ts";
import { findLastChange } from "#db/repositories/governance.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";

const action = "compliance.assign-duties";

/** Duty to person, null for nobody. */
type Owners = Readonly<Record<string, string | null>>;

type Command = {
  readonly duties: readonly string[];
  readonly owner: UserId | null;
  /** When the list was shown that the choice was made on: what was assigned later is not overwritten. */
  readonly seenAt: Date;
};

type Failure = { readonly kind: "forbidden" | "not-found" | "nothing-chosen" | "conflict" };

/** Gives duties to a person of the organization, or takes them from everybody. Answers what undoes it. */
export async function assignDuties(
  deps: Pick<Deps, "db" | "knowledge" | "now" | "newId">,
  actor: Actor,
  { duties, owner, seenAt }: Command,
): Promise<Result<{ readonly change: string; readonly count: number }, Failure>> {
  if (!mayDo(actor.role, "facts:edit")) return fail({ kind: "forbidden" });
  const known = new Set(
    deps.knowledge.obligations.instruments.flatMap(({ obligations }) => obligations.map(({ id }) => id)),
  );
  const chosen = [...new Set(duties)];
  if (chosen.length === 0) return fail({ kind: "nothing-chosen" });
  if (chosen.some((duty) => !known.has(duty))) return fail({ kind: "not-found" });
  const change = deps.newId();
  return deps.db.transaction(async (tx) => {
    if (owner !== null && !(await colleaguesOf(tx, actor)).has(owner)) return fail({ kind: "not-found" });
    const before = await ownersBefore(tx, actor, chosen);
    if (before.some(({ assignedAt }) => assignedAt > seenAt)) return fail({ kind: "conflict" });
    const was = Object.fromEntries(before.map(({ duty, userId }) => [duty, userId]));
    const moving = chosen.filter((duty) => (was[duty] ?? null) !== owner);
    const after: Owners = Object.fromEntries(moving.map((duty) => [duty, owner]));
    await keepAll(tx, actor, after, deps.now());
    const from: Owners = Object.fromEntries(moving.map((duty) => [duty, was[duty] ?? null]));
    await record(tx, actor, { action, subject: `duty-owners:${change}`, before: from, after, at: deps.now() });
    return ok({ change, count: moving.length });
  });
}

/** Puts owners back as they were before one assignment, where nobody has changed them since. */
export async function undoAssignment(
  deps: Pick<Deps, "db" | "now">,
  actor: Actor,
  change: string,
): Promise<Result<{ readonly count: number }, Failure>> {
  if (!mayDo(actor.role, "facts:edit")) return fail({ kind: "forbidden" });
  return deps.db.transaction(async (tx) => {
    const subject = `duty-owners:${change}`;
    const made = await findLastChange(tx, actor.organizationId, action, subject);
    if (made === null) return fail({ kind: "not-found" });
    const [before, after] = [(made.before ?? {}) as Owners, (made.after ?? {}) as Owners];
    const now = new Map((await ownersBefore(tx, actor, Object.keys(after))).map((one) => [one.duty, one.userId]));
    const untouched = Object.keys(after).filter((duty) => (now.get(duty) ?? null) === after[duty]);
    if (untouched.length === 0) return fail({ kind: "conflict" });
    const colleagues = await colleaguesOf(tx, actor);
    const ownerBefore = (duty: string) => (colleagues.has(before[duty] ?? null) ? (before[duty] ?? null) : null);
    const back: Owners = Object.fromEntries(untouched.map((duty) => [duty, ownerBefore(duty)]));
    await keepAll(tx, actor, back, deps.now());
    await record(tx, actor, { action: "compliance.undo-assignment", subject, after: back, at: deps.now() });
    return ok({ count: untouched.length });
  });
}

async function colleaguesOf(tx: Database, actor: Actor): Promise<ReadonlySet<string | null>> {
  return new Set((await listColleagues(tx, actor.organizationId)).map(({ userId }) => userId));
}

async function ownersBefore(tx: Database, actor: Actor, duties: readonly string[]): Promise<DutyOwner[]> {
  return (await listDutyOwners(tx, actor.organizationId)).filter(({ duty }) => duties.includes(duty));
}

async function keepAll(tx: Database, actor: Actor, owners: Owners, assignedAt: Date): Promise<void> {
  for (const [duty, userId] of Object.entries(owners)) {
    const owner = { duty, userId: userId as UserId | null, assignedBy: actor.userId, assignedAt };
    await keepDutyOwner(tx, actor.organizationId, owner);
  }
}
