import type { PracticeId, UserId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { freeSlug, slugOf } from "#app/domain/tenancy/slug.ts";
import {
  deletePracticeMember,
  findPractice,
  insertPractice,
  insertPracticeMember,
  isPracticeSlugTaken,
  listPortfolio,
  listPracticeMembers,
  type PracticeStanding,
} from "#db/repositories/practices.server.ts";
import {
  countOwners,
  deleteGrant,
  deleteGrantsOfPractice,
  findOrganization,
  insertGrant,
  updateOrganization,
} from "#db/repositories/tenancy.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";
import { addOrganization, type Profile } from "./create-organization.server.ts";

type User = { readonly userId: UserId; readonly requestId: string };
type Failure = { readonly kind: "forbidden" | "not-found" | "conflict" | "no-owner" };
type GrantedRole = "owner" | "editor" | "viewer";

/** A consultancy of a signed-in person, who becomes its owner. */
export async function createPractice(
  deps: Pick<Deps, "db" | "now" | "newId">,
  user: User,
  name: string,
): Promise<{ readonly slug: string }> {
  const id = deps.newId() as PracticeId;
  const wanted = slugOf(name);
  return deps.db.transaction(async (tx) => {
    const slug = freeSlug(wanted, await isPracticeSlugTaken(tx, wanted), id);
    const createdAt = deps.now();
    await insertPractice(tx, { id, slug, name: name.trim(), createdAt }, user.userId);
    const actor = { ...user, organizationId: null };
    await record(tx, actor, { action: "practice.create", subject: `practice:${id}`, after: { name }, at: createdAt });
    return { slug };
  });
}

/** The portfolio: client workspaces that the person acts in, and who else belongs to the practice. */
export async function loadPractice(deps: Pick<Deps, "db">, user: User, slug: string) {
  const standing = await findPractice(deps.db, slug, user.userId);
  if (standing === null) return fail({ kind: "not-found" as const });
  const { practice, role } = standing;
  const workspaces = await listPortfolio(deps.db, practice.id, user.userId);
  const members = await listPracticeMembers(deps.db, practice.id);
  return ok({
    practice: { name: practice.name, slug: practice.slug },
    role,
    workspaces: workspaces.map((row) => ({
      ...row,
      since: row.since.toISOString(),
      lastChange: row.lastChange?.toISOString() ?? null,
    })),
    members,
  });
}

/** A client's workspace: an organization of the practice, in which its creator acts as owner through a grant. */
export async function createClientWorkspace(
  deps: Pick<Deps, "db" | "now" | "newId">,
  user: User,
  practiceSlug: string,
  profile: Profile,
): Promise<Result<{ readonly slug: string }, Failure>> {
  const standing = await findPractice(deps.db, practiceSlug, user.userId);
  if (standing === null) return fail({ kind: "not-found" });
  const practiceId = standing.practice.id;
  return deps.db.transaction(async (tx) => {
    const { userId, requestId } = user;
    const created = await addOrganization(deps, tx, {
      profile,
      kind: "own",
      practiceId,
      expiresAt: null,
      by: userId,
      requestId,
    });
    const grant = { organizationId: created.id, practiceId, userId, role: "owner", seesPeople: true } as const;
    await insertGrant(tx, { ...grant, createdAt: deps.now() });
    return ok({ slug: created.slug });
  });
}

/** Lets another member of the practice act in a workspace, or with `role: null` ends it. For whoever manages its members. */
export async function changeGrant(
  deps: Pick<Deps, "db" | "now">,
  actor: Actor,
  change: { readonly userId: UserId; readonly role: GrantedRole | null; readonly seesPeople: boolean },
): Promise<Result<void, Failure>> {
  if (!mayDo(actor.role, "members:manage")) return fail({ kind: "forbidden" });
  const { organizationId } = actor;
  return deps.db.transaction(async (tx) => {
    const practiceId = (await findOrganization(tx, organizationId))?.practiceId ?? null;
    if (practiceId === null) return fail({ kind: "not-found" });
    const members = await listPracticeMembers(tx, practiceId);
    if (!members.some((member) => member.userId === change.userId)) return fail({ kind: "not-found" });
    const { userId, role, seesPeople } = change;
    const at = deps.now();
    if (role === null) await deleteGrant(tx, organizationId, userId);
    else await insertGrant(tx, { organizationId, practiceId, userId, role, seesPeople, createdAt: at });
    await record(tx, actor, {
      action: "members.change-grant",
      subject: `member:${userId}`,
      after: { role, seesPeople },
      at,
    });
    return ok(undefined);
  });
}

/**
 * Hands a workspace over to the client: it leaves the practice, whose members' grants end. Somebody of the client must be
 * its owner first, or nobody could enter it.
 */
export async function handOver(deps: Pick<Deps, "db" | "now">, actor: Actor): Promise<Result<void, Failure>> {
  if (!mayDo(actor.role, "members:manage")) return fail({ kind: "forbidden" });
  const { organizationId } = actor;
  return deps.db.transaction(async (tx) => {
    const organization = await findOrganization(tx, organizationId);
    if (!organization?.practiceId) return fail({ kind: "not-found" });
    if ((await countOwners(tx, organizationId)) === 0) return fail({ kind: "no-owner" });
    if (!(await updateOrganization(tx, organizationId, organization.version, { practiceId: null })))
      return fail({ kind: "conflict" });
    await deleteGrantsOfPractice(tx, organizationId, organization.practiceId);
    const change = {
      action: "organization.hand-over",
      subject: `organization:${organizationId}`,
      at: deps.now(),
    } as const;
    await record(tx, actor, { ...change, before: { practiceId: organization.practiceId } });
    return ok(undefined);
  });
}

function ownerOf(standing: PracticeStanding | null): PracticeStanding | null {
  return standing?.role === "owner" ? standing : null;
}

/** Takes a consultant into the practice, or out of it and of all its workspaces. For the practice's owners. */
export async function changePracticeMember(
  deps: Pick<Deps, "db" | "now">,
  user: User,
  practiceSlug: string,
  change: { readonly userId: UserId; readonly belongs: boolean },
): Promise<Result<void, Failure>> {
  const standing = ownerOf(await findPractice(deps.db, practiceSlug, user.userId));
  if (standing === null || change.userId === user.userId) return fail({ kind: "forbidden" });
  const { id } = standing.practice;
  return deps.db.transaction(async (tx) => {
    if (change.belongs) await insertPracticeMember(tx, id, change.userId, "consultant");
    else await deletePracticeMember(tx, id, change.userId);
    const action = change.belongs ? "practice.add-member" : "practice.remove-member";
    await record(
      tx,
      { ...user, organizationId: null },
      { action, subject: `member:${change.userId}`, after: { practiceId: id }, at: deps.now() },
    );
    return ok(undefined);
  });
}
