import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import { byTitle, type Role } from "#app/domain/workforce/role.ts";
import { listTitleChoices } from "#db/repositories/title-choices.server.ts";
import { listRolesBehind } from "#db/repositories/workforce.server.ts";
import { breathe } from "../breathe.ts";
import type { Deps } from "../deps.ts";

const rolesAtOnce = 100;

/** What `listRoles` answers, read in turns so that nobody waits for a large roster. */
export async function rosterInTurns({ db }: Pick<Deps, "db">, organizationId: OrganizationId): Promise<Role[]> {
  const chosen = await listTitleChoices(db, organizationId);
  const roles: Role[] = [];
  for (let after = ""; ; ) {
    const some = await listRolesBehind(db, organizationId, after, rolesAtOnce, chosen);
    const last = some.at(-1);
    if (last === undefined) break;
    after = last.role.id;
    roles.push(...some.map(({ role }) => role));
    await breathe();
  }
  roles.sort(byTitle);
  await breathe();
  return roles;
}
