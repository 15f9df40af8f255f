/** Bytes beyond the limit that are taken and thrown away: a browser reads an answer only when it has sent everything. */
const mostThrownAway = 512 * 1024 * 1024;

/** The bytes of a request's body, or null when they are more than `limit`: nothing is kept beyond it, whatever the headers claim. */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer> | null> {
  if (request.body === null) return new Uint8Array();
  const claimed = Number(request.headers.get("content-length") ?? "0");
  let pieces: Uint8Array[] | null = claimed > limit ? null : [];
  let size = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return pieces === null ? null : new Uint8Array(Buffer.concat(pieces));
    size += value.byteLength;
    if (size > limit) pieces = null;
    pieces?.push(value);
    if (size <= mostThrownAway) continue;
    await reader.cancel();
    return null;
  }
}
