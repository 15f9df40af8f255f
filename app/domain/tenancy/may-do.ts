import { granted, type MemberRole, type Permission } from "./permissions.ts";

/** Whether somebody with `role` may do it at all; whose rows it concerns is decided by the organization in every query. */
export function mayDo(role: MemberRole, permission: Permission): boolean {
  return granted[role].has(permission);
}

/** Whether somebody may see rows of fewer than five people: the owner, and whom the owner granted it. */
export function maySeePeople(member: { readonly role: MemberRole; readonly seesPeople: boolean }): boolean {
  return mayDo(member.role, "people:see") || member.seesPeople;
}
