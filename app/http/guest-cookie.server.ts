import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import type { Identity } from "#app/services/ports/identity.ts";

const name = "groundwork_guest";
const maxAgeSeconds = 7 * 24 * 3600;

/** The guest organization a visitor's cookie names, when our signature on it holds; else null. */
export async function readGuestCookie(
  header: string | null,
  identity: Pick<Identity, "unsign">,
): Promise<OrganizationId | null> {
  const found = header?.match(/(?:^|;\s*)groundwork_guest=([^;]+)/)?.[1];
  if (!found) return null;
  return (await identity.unsign(decodeURIComponent(found))) as OrganizationId | null;
}

/** The Set-Cookie value that makes the visitor the owner of a guest organization for seven days. */
export async function guestCookie(
  id: OrganizationId,
  identity: Pick<Identity, "sign">,
  secure: boolean,
): Promise<string> {
  const value = encodeURIComponent(await identity.sign(id));
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}${secure ? "; Secure" : ""}`;
}

/** The Set-Cookie value that forgets the guest. */
export function forgetGuestCookie(): string {
  return `${name}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`;
}
