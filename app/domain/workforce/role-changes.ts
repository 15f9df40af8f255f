import { canonicalJson } from "../kernel/canonical.ts";
import { type RoleField, roleFields } from "./import-mapping.ts";
import type { Role } from "./role.ts";
import type { RoleDraft } from "./role-draft.ts";

/** What a list's role means for the roster: a new role, a changed one, or one that stands as the list says. */
export type RoleMeaning =
  | { readonly kind: "add" }
  | { readonly kind: "change"; readonly after: Role }
  | { readonly kind: "same" };

/** What the list does not say of a role (its duties, its gates) stays. */
export function meaningOf(before: Role | undefined, draft: RoleDraft): RoleMeaning {
  if (before === undefined) return { kind: "add" };
  const after = { ...before, ...draft };
  return canonicalJson(after) === canonicalJson(before) ? { kind: "same" } : { kind: "change", after };
}

export type FieldChange = {
  readonly field: RoleField;
  readonly before: string | number | null;
  readonly after: string | number | null;
};

/** Field by field what differs between two states of a role, in the order of the fields. */
export function changedFields(before: Partial<RoleDraft>, after: Partial<RoleDraft>): readonly FieldChange[] {
  return roleFields.flatMap((field) => {
    const was = before[field] ?? null;
    const is = after[field] ?? null;
    return was === is ? [] : [{ field, before: was, after: is }];
  });
}
