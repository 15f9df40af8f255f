import type { OrganizationId, UserId } from "#app/domain/kernel/ids.ts";
import type { Database } from "#db/client.server.ts";
import { type Colleague, listColleagues, listDutyOwners } from "#db/repositories/duty-owners.server.ts";

export type Owners = {
  /** Who may be asked to answer for a duty. */
  readonly colleagues: readonly Colleague[];
  /** By duty. Who has left the organization answers for nothing any more. */
  readonly of: ReadonlyMap<string, Colleague>;
};

export async function loadOwners(db: Database, organizationId: OrganizationId): Promise<Owners> {
  const [colleagues, owners] = await Promise.all([
    listColleagues(db, organizationId),
    listDutyOwners(db, organizationId),
  ]);
  const known = new Map(colleagues.map((one) => [one.userId as UserId | null, one]));
  const of = owners.flatMap(({ duty, userId }) => {
    const owner = known.get(userId);
    return owner === undefined ? [] : [[duty, owner] as const];
  });
  return { colleagues, of: new Map(of) };
}
