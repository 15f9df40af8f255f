import type { Role } from "./role.ts";

export function totalHeadcount(roles: readonly Pick<Role, "headcount">[]): number {
  return roles.reduce((sum, role) => sum + role.headcount, 0);
}
