import { expect, test } from "vitest";
import { judgeInvitation, judgeRoleChange } from "#app/domain/tenancy/invitations.ts";

const now = new Date("2026-11-22T10:00:00Z");
const invitation = { email: "Ana@Example.com", expiresAt: new Date("2026-11-29T10:00:00Z"), acceptedAt: null };

test("an invitation is for one person, once, for its time", () => {
  expect(judgeInvitation(invitation, "ana@example.com", now)).toBe("usable");
  expect(judgeInvitation(invitation, "ben@example.com", now)).toBe("other-address");
  expect(judgeInvitation({ ...invitation, acceptedAt: now }, "ana@example.com", now)).toBe("spent");
  expect(judgeInvitation(invitation, "ana@example.com", invitation.expiresAt)).toBe("expired");
});

test("the last owner cannot be made something else, removed, or leave", () => {
  const change = { by: "owner", from: "owner", to: "editor", owners: 1, ownself: true } as const;
  expect(judgeRoleChange(change)).toBe("last-owner");
  expect(judgeRoleChange({ ...change, to: null })).toBe("last-owner");
  expect(judgeRoleChange({ ...change, owners: 2 })).toBe("allowed");
});

test("only who manages members changes roles, but everybody may leave", () => {
  const change = { by: "editor", from: "viewer", to: "owner", owners: 1, ownself: false } as const;
  expect(judgeRoleChange(change)).toBe("forbidden");
  expect(judgeRoleChange({ ...change, from: "editor", ownself: true })).toBe("forbidden");
  expect(judgeRoleChange({ ...change, from: "editor", to: null, ownself: true })).toBe("allowed");
});
