import { mayDo } from "./may-do.ts";
import type { MemberRole } from "./permissions.ts";

/** Days that an invitation's link works. */
export const invitationDays = 7;

export type InvitationVerdict = "usable" | "spent" | "expired" | "other-address";

/** Whether the person of `email` may accept it now. Addresses are compared without regard to case. */
export function judgeInvitation(
  invitation: { readonly email: string; readonly expiresAt: Date; readonly acceptedAt: Date | null },
  email: string,
  now: Date,
): InvitationVerdict {
  if (invitation.acceptedAt !== null) return "spent";
  if (invitation.expiresAt <= now) return "expired";
  return invitation.email.toLowerCase() === email.toLowerCase() ? "usable" : "other-address";
}

export type MembershipVerdict = "allowed" | "forbidden" | "last-owner";

/**
 * Whether somebody in `by` may move a member from `from` to `to` (null: out of the organization). An organization keeps at
 * least one owner. Leaving on one's own account needs no permission.
 */
export function judgeRoleChange(change: {
  readonly by: MemberRole;
  readonly from: MemberRole;
  readonly to: MemberRole | null;
  readonly owners: number;
  readonly ownself: boolean;
}): MembershipVerdict {
  const leaving = change.ownself && change.to === null;
  if (!leaving && !mayDo(change.by, "members:manage")) return "forbidden";
  if (change.from === "owner" && change.to !== "owner" && change.owners <= 1) return "last-owner";
  return "allowed";
}
