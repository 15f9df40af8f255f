/**
 * True when a changing request comes from our own pages. Browsers send `Sec-Fetch-Site` or `Origin` with every POST; a
 * request with neither did not come from a page, and cookies do not count for it.
 */
export function isSameOrigin(
  method: string,
  headers: { origin?: string | undefined; site?: string | undefined },
  origin: string,
  host: string,
): boolean {
  if (method === "GET" || method === "HEAD") return true;
  // Pages cannot forge it; and a page that sends no referrer says "null" as its origin.
  if (headers.site !== undefined) return headers.site === "same-origin";
  if (headers.origin === undefined) return false;
  if (headers.origin === origin) return true;
  // Behind no proxy the visitor may use another name of this machine: its Host must then be the origin's.
  return headers.origin === `http://${host}` || headers.origin === `https://${host}`;
}
