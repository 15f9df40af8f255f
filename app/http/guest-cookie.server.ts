import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import type { Identity } from "#app/services/ports/identity.ts";

const name = "groundwork_guest";
const maxAgeSeconds = 7 * 24 * 3600;
const purpose = "guest:";
/** A visitor may have a quick check and a demonstration at once; the oldest goes when there are more. */
const most = 4;

/** The guest organizations a visitor's cookie names, newest first, when our signature on it holds. */
export async function readGuestCookie(
  header: string | null,
  identity: Pick<Identity, "unsign">,
): Promise<readonly OrganizationId[]> {
  const found = header?.match(/(?:^|;\s*)groundwork_guest=([\w.%:~-]+)/)?.[1];
  const text = found ? await identity.unsign(decodeURIComponent(found)) : null;
  return text?.startsWith(purpose) ? (text.slice(purpose.length).split("~") as OrganizationId[]) : [];
}

/** The Set-Cookie value that makes the visitor the owner of a guest organization for seven days, beside those they had. */
export async function guestCookie(
  id: OrganizationId,
  had: readonly OrganizationId[],
  identity: Pick<Identity, "sign">,
  secure: boolean,
): Promise<string> {
  const ids = [id, ...had.filter((other) => other !== id)].slice(0, most);
  const value = encodeURIComponent(await identity.sign(`${purpose}${ids.join("~")}`));
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}${secure ? "; Secure" : ""}`;
}
