import type { OrganizationId, PracticeId, UserId } from "#app/domain/kernel/ids.ts";
import { freeSlug, slugOf } from "#app/domain/tenancy/slug.ts";
import type { Database } from "#db/client.server.ts";
import {
  findOrganizationBySlug,
  insertFirstFacts,
  insertMembership,
  insertOrganization,
} from "#db/repositories/tenancy.server.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";

/** What an organization says of itself. `places` are codes such as EU-DE, US-IL, CA-ON or GB. */
export type Profile = {
  readonly name: string;
  readonly sector: string | null;
  readonly headcount: number | null;
  readonly country: string | null;
  readonly places: readonly string[];
  readonly currency: string;
  readonly website: string | null;
};

type New = {
  readonly profile: Profile;
  readonly kind: "own" | "guest";
  readonly practiceId: PracticeId | null;
  readonly expiresAt: Date | null;
  readonly by: string;
  readonly requestId: string;
};

/** The facts of the compliance questionnaire that a profile already answers. */
function factsOf(profile: Profile): Record<string, unknown> {
  return {
    ...(profile.headcount === null ? {} : { "org.headcount": profile.headcount }),
    ...(profile.sector === null ? {} : { "org.sectors": [profile.sector] }),
    ...(profile.places.length === 0 ? {} : { "org.established_in": profile.places, "org.workers_in": profile.places }),
  };
}

/** The part that own, guest and client organizations share; call it in a transaction. */
export async function addOrganization(deps: Pick<Deps, "now" | "newId">, tx: Database, given: New) {
  const id = deps.newId() as OrganizationId;
  const wanted = slugOf(given.profile.name);
  const slug = freeSlug(wanted, (await findOrganizationBySlug(tx, wanted)) !== null, deps.newId());
  const at = deps.now();
  const { practiceId, kind, expiresAt } = given;
  await insertOrganization(tx, {
    ...given.profile,
    id,
    slug,
    kind,
    practiceId,
    createdAt: at,
    expiresAt,
    deletedAt: null,
  });
  await insertFirstFacts(tx, id, factsOf(given.profile), given.by, at);
  const actor = { userId: given.by, organizationId: id, requestId: given.requestId };
  await record(tx, actor, { action: "organization.create", subject: `organization:${id}`, after: given.profile, at });
  return { id, slug };
}

/** An organization of a signed-in person, who becomes its owner. */
export async function createOrganization(
  deps: Pick<Deps, "db" | "now" | "newId">,
  user: { readonly userId: UserId; readonly requestId: string },
  profile: Profile,
): Promise<{ readonly id: OrganizationId; readonly slug: string }> {
  return deps.db.transaction(async (tx) => {
    const { userId: by, requestId } = user;
    const created = await addOrganization(deps, tx, {
      profile,
      kind: "own",
      practiceId: null,
      expiresAt: null,
      by,
      requestId,
    });
    const member = { organizationId: created.id, userId: user.userId, role: "owner", seesPeople: true } as const;
    await insertMembership(tx, { ...member, createdAt: deps.now() });
    return created;
  });
}
