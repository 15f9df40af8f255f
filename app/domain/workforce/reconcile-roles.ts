import type { ImportMode } from "./import-mapping.ts";
import type { Role } from "./role.ts";
import { meaningOf } from "./role-changes.ts";
import { type RoleDraft, roleKey } from "./role-draft.ts";

export type Reconciliation = {
  readonly add: readonly RoleDraft[];
  readonly change: readonly { readonly before: Role; readonly after: Role }[];
  readonly same: readonly Role[];
  readonly remove: readonly Role[];
};

/**
 * What a list of roles means for those that are there. What the list does not say of a role (its duties, its gates) stays. Under
 * `update` a role that the list does not name stays; under `replace` it goes.
 */
export function reconcileRoles(
  existing: readonly Role[],
  drafts: readonly RoleDraft[],
  mode: ImportMode,
): Reconciliation {
  const byKey = new Map<string, Role>();
  for (const role of existing) if (!byKey.has(roleKey(role))) byKey.set(roleKey(role), role);
  const add: RoleDraft[] = [];
  const change: { before: Role; after: Role }[] = [];
  const same: Role[] = [];
  const named = new Set<string>();
  for (const draft of drafts) {
    const before = byKey.get(roleKey(draft));
    const meaning = meaningOf(before, draft);
    if (before === undefined) add.push(draft);
    else if (meaning.kind === "change") change.push({ before, after: meaning.after });
    else same.push(before);
    if (before !== undefined) named.add(before.id);
  }
  const remove = mode === "replace" ? existing.filter((role) => !named.has(role.id)) : [];
  return { add, change, same, remove };
}
