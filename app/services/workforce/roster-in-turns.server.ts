import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import type { Role } from "#app/domain/workforce/role.ts";
import { listTitleChoices } from "#db/repositories/title-choices.server.ts";
import { listRolesBehind, titleKey } from "#db/repositories/workforce.server.ts";
import { breathe } from "../breathe.ts";
import type { Deps } from "../deps.ts";

const rolesAtOnce = 100;

/** What `listRoles` answers, read in turns so that nobody waits for a large roster. */
export async function rosterInTurns({ db }: Pick<Deps, "db">, organizationId: OrganizationId): Promise<Role[]> {
  const chosen = await listTitleChoices(db, organizationId);
  const roles: Role[] = [];
  for (let after = ""; ; ) {
    const some = await listRolesBehind(db, organizationId, after, rolesAtOnce);
    const last = some.at(-1);
    if (last === undefined) break;
    after = last.role.id;
    for (const { role } of some) {
      const onet = chosen.size === 0 ? undefined : chosen.get(titleKey(role.title));
      roles.push(onet === undefined ? role : { ...role, onet });
    }
    await breathe();
  }
  roles.sort((a, b) => (a.title === b.title ? (a.id < b.id ? -1 : 1) : a.title < b.title ? -1 : 1));
  await breathe();
  return roles;
}
