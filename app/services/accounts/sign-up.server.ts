import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import type { Deps } from "../deps.ts";
import type { Visitor } from "../ports/identity.ts";

type Person = { readonly name: string; readonly email: string; readonly password: string };

const purpose = "keep:";

/**
 * Starts an account, which its letter opens. What the visitor began as a guest travels sealed in the letter's link, so
 * that it is theirs wherever they open it.
 */
export async function signUp(
  deps: Pick<Deps, "identity">,
  person: Person,
  from: Visitor,
  guests: readonly OrganizationId[],
) {
  const keep = guests.length === 0 ? null : await deps.identity.sign(`${purpose}${guests.join("~")}`);
  return deps.identity.signUp({ ...person, email: person.email.trim().toLowerCase() }, from, keep);
}

/** The guest organizations that a letter's link keeps, or none when the seal does not hold. */
export async function keptGuests(
  deps: Pick<Deps, "identity">,
  keep: string | null,
): Promise<readonly OrganizationId[]> {
  const text = keep === null ? null : await deps.identity.unsign(keep);
  return text?.startsWith(purpose) ? (text.slice(purpose.length).split("~") as OrganizationId[]) : [];
}
