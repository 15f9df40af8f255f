import type { PracticeId, UserId } from "#app/domain/kernel/ids.ts";
import { freeSlug, slugOf } from "#app/domain/tenancy/slug.ts";
import { insertPractice, isPracticeSlugTaken } from "#db/repositories/practices.server.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";

type User = { readonly userId: UserId; readonly requestId: string };

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
