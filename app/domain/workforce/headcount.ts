import type { Role } from "./role.ts";

/** Below this many heads a role's figures say something about persons. */
export const smallestGroup = 5;

export function totalHeadcount(roles: readonly Pick<Role, "headcount">[]): number {
  return roles.reduce((sum, role) => sum + role.headcount, 0);
}
