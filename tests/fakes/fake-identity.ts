import { ok } from "#app/domain/kernel/result.ts";
import type { Identity, SignedInUser } from "#app/services/ports/identity.ts";

/** Knows whoever the header `x-test-user` names among `people`; what it signs, it knows again. Opens no sessions. */
export function fakeIdentity(people: readonly SignedInUser[]): Identity {
  return {
    findUser: async (headers) => people.find((person) => person.userId === headers.get("x-test-user")) ?? null,
    signUp: async () => ok(undefined),
    signIn: async () => ({ ok: false, failure: { kind: "wrong-credentials" } }),
    signOut: async () => [],
    confirmAddress: async () => ({ ok: false, failure: { kind: "link-spent" } }),
    askForReset: async () => ok(undefined),
    resetPassword: async () => ({ ok: false, failure: { kind: "link-spent" } }),
    changePassword: async () => ({ ok: false, failure: { kind: "wrong-credentials" } }),
    sign: async (text) => `${text}.signed`,
    unsign: async (signed) => (signed.endsWith(".signed") ? signed.slice(0, -".signed".length) : null),
  };
}
