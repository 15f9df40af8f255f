import type { OrganizationId, RoleId } from "#app/domain/kernel/ids.ts";
import type { Role } from "#app/domain/workforce/role.ts";
import { meaningOf } from "#app/domain/workforce/role-changes.ts";
import { type RoleDraft, roleKey } from "#app/domain/workforce/role-draft.ts";
import {
  type Compared,
  clearRemovals,
  countImportRoles,
  insertRemovals,
  listImportDrafts,
  saveComparison,
} from "#db/repositories/import-roles.server.ts";
import { moveImport, type RoleImport } from "#db/repositories/role-imports.server.ts";
import { findRosterStamp, listRolesBehind } from "#db/repositories/workforce.server.ts";
import { breathe } from "../breathe.ts";
import type { Deps } from "../deps.ts";
import { sayProgress } from "./import-progress.server.ts";

type Standing = { readonly role: Role; readonly version: number };

const rolesAtOnce = 200;
const saidEvery = 5_000;

/** The roster by what makes a role one, read in turns. */
async function rosterByKey(deps: Pick<Deps, "db">, organizationId: OrganizationId) {
  const byKey = new Map<string, Standing>();
  const unnamed = new Map<string, Standing>();
  for (let after = ""; ; ) {
    const found = await listRolesBehind(deps.db, organizationId, after, rolesAtOnce);
    const last = found.at(-1);
    if (last === undefined) return { byKey, unnamed };
    after = last.role.id;
    for (const one of found) {
      const key = roleKey(one.role);
      if (!byKey.has(key)) byKey.set(key, one);
      unnamed.set(one.role.id, one);
    }
    await breathe();
  }
}

/** What an entry means for a role that stands, or for none: then it gets an id of its own, since it may have had a role's before. */
export function comparedWith(
  deps: Pick<Deps, "newId">,
  { seq, draft }: { readonly seq: number; readonly draft: RoleDraft },
  standing: Standing | undefined,
): Compared {
  const meaning = meaningOf(standing?.role, draft);
  if (standing === undefined || meaning.kind === "add") return { seq, kind: "add", roleId: deps.newId() as RoleId };
  const { role, version } = standing;
  return {
    seq,
    kind: meaning.kind,
    roleId: role.id,
    before: role,
    versionBefore: version,
    ...(meaning.kind === "change" ? { after: meaning.after } : {}),
  };
}

/** Works out what each role of an import means for the roster as it stands, in short turns. Under `replace` roles that the file does not name are entries of their own. */
export async function compareImport(deps: Pick<Deps, "db" | "newId">, known: RoleImport): Promise<void> {
  const { organizationId, id, settings } = known;
  const stamp = await findRosterStamp(deps.db, organizationId);
  await clearRemovals(deps.db, organizationId, id);
  const { count, end } = await countImportRoles(deps.db, organizationId, id);
  const { byKey, unnamed } = await rosterByKey(deps, organizationId);

  let said = 0;
  for (let from = 0; from < end; ) {
    const drafts = await listImportDrafts(deps.db, organizationId, id, from, rolesAtOnce);
    const last = drafts.at(-1);
    if (last === undefined) break;
    const compared = drafts.map((one) => comparedWith(deps, one, byKey.get(roleKey(one.draft))));
    for (const { roleId } of compared) unnamed.delete(roleId);
    await saveComparison(deps.db, organizationId, id, compared);
    from = last.seq + 1;
    if (from - said >= saidEvery) {
      said = from;
      await sayProgress(deps, known, "comparing", from, count);
    }
    await breathe();
  }
  if (settings.mode === "replace") {
    const gone = [...unnamed.values()];
    for (let from = 0; from < gone.length; from += rolesAtOnce) {
      await insertRemovals(deps.db, organizationId, id, end + from, gone.slice(from, from + rolesAtOnce));
      await breathe();
    }
  }
  await moveImport(deps.db, organizationId, id, [known.status], { comparedWith: stamp });
}
