import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import type { Deps } from "../deps.ts";
import type { Visitor } from "../ports/identity.ts";

type Person = { readonly name: string; readonly email: string; readonly password: string };

const purpose = "keep:";

/**
 * What a letter's link carries: what the visitor began as a guest, and the page of ours they came from, or "". A page's
 * path has no space in it.
 */
export type Kept = { readonly guests: readonly OrganizationId[]; readonly to: string };

/**
 * Starts an account, which its letter opens. What is kept travels sealed in the letter's link, so that it is theirs
 * wherever they open it.
 */
export async function signUp(deps: Pick<Deps, "identity">, person: Person, from: Visitor, kept: Kept) {
  const email = person.email.trim().toLowerCase();
  return deps.identity.signUp({ ...person, email }, from, await sealKept(deps, kept));
}

export async function sealKept(deps: Pick<Deps, "identity">, { guests, to }: Kept): Promise<string | null> {
  if (guests.length === 0 && to === "") return null;
  return deps.identity.sign(`${purpose}${guests.join("~")} ${to}`.trimEnd());
}

/** What a letter's link keeps, or nothing when the seal does not hold. */
export async function openKept(deps: Pick<Deps, "identity">, keep: string | null): Promise<Kept> {
  const text = keep === null ? null : await deps.identity.unsign(keep);
  if (!text?.startsWith(purpose)) return { guests: [], to: "" };
  const [guests = "", to = ""] = text.slice(purpose.length).split(" ");
  return { guests: guests === "" ? [] : (guests.split("~") as OrganizationId[]), to };
}
