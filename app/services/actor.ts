import type { OrganizationId, UserId } from "#app/domain/kernel/ids.ts";
import type { MemberRole } from "#app/domain/tenancy/permissions.ts";

/** Who asks, in which organization, and as what. Made by the doors only; a service trusts it. */
export type Actor = {
  readonly userId: UserId;
  readonly organizationId: OrganizationId;
  readonly role: MemberRole;
  /** May see roles with fewer than five heads. */
  readonly seesPeople: boolean;
  readonly requestId: string;
};
