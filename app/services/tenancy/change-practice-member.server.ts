import type { PracticeId, UserId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { findUserByEmail } from "#db/repositories/accounts.server.ts";
import { deletePracticeMember, findPractice, insertPracticeMember } from "#db/repositories/practices.server.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";

type User = { readonly userId: UserId; readonly requestId: string };
type Failure = { readonly kind: "forbidden" | "not-found" | "no-account" };

/** The practice, when the person is one of its owners; not found for whoever does not belong to it at all. */
async function ownPractice(deps: Pick<Deps, "db">, user: User, slug: string): Promise<Result<PracticeId, Failure>> {
  const standing = await findPractice(deps.db, slug, user.userId);
  if (standing === null) return fail({ kind: "not-found" });
  return standing.role === "owner" ? ok(standing.practice.id) : fail({ kind: "forbidden" });
}

/** Takes somebody with a confirmed account into the practice. They act in no workspace until they are granted one. */
export async function addColleague(
  deps: Pick<Deps, "db" | "now">,
  user: User,
  slug: string,
  email: string,
): Promise<Result<void, Failure>> {
  const practice = await ownPractice(deps, user, slug);
  if (!practice.ok) return practice;
  const colleague = await findUserByEmail(deps.db, email.trim().toLowerCase());
  if (colleague === null) return fail({ kind: "no-account" });
  await deps.db.transaction(async (tx) => {
    await insertPracticeMember(tx, practice.value, colleague.userId, "consultant");
    const change = { action: "practice.add-member", subject: `member:${colleague.userId}`, at: deps.now() } as const;
    await record(tx, { ...user, organizationId: null }, { ...change, after: { practiceId: practice.value } });
  });
  return ok(undefined);
}

/** Takes somebody out of the practice and of every workspace they acted in through it. Nobody removes themselves. */
export async function removeColleague(
  deps: Pick<Deps, "db" | "now">,
  user: User,
  slug: string,
  userId: UserId,
): Promise<Result<void, Failure>> {
  const practice = await ownPractice(deps, user, slug);
  if (!practice.ok) return practice;
  if (userId === user.userId) return fail({ kind: "forbidden" });
  await deps.db.transaction(async (tx) => {
    await deletePracticeMember(tx, practice.value, userId);
    const change = { action: "practice.remove-member", subject: `member:${userId}`, at: deps.now() } as const;
    await record(tx, { ...user, organizationId: null }, { ...change, before: { practiceId: practice.value } });
  });
  return ok(undefined);
}
