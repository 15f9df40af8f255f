import type { Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { limits } from "./limits.ts";

/** The body was longer than allowed, packed or unpacked. */
export class BodyTooLarge extends Error {}
/** The body's packing is unknown, too deep or broken. */
export class BodyUnreadable extends Error {}

/** Unpacks a body while it streams and stops at the limit, so that a small answer cannot become a large one. */
export async function readBody(stream: Readable, coding: string | undefined, maxBytes: number): Promise<Buffer> {
  // Destroying a stream early may make it emit an error that nobody waits for any more.
  stream.on("error", () => undefined);
  const codings = (coding ?? "")
    .split(",")
    .map((each) => each.trim().toLowerCase())
    .filter((each) => each !== "" && each !== "identity");
  if (codings.length > limits.codings) {
    stream.destroy();
    throw new BodyUnreadable(`packed ${codings.length} times`);
  }
  const chain: Readable[] = [stream];
  for (const each of codings.reverse()) {
    const unpack = unpackers[each]?.();
    if (unpack === undefined) {
      stream.destroy();
      throw new BodyUnreadable(`unknown packing ${each}`);
    }
    const before = chain.at(-1) ?? stream;
    before.on("error", (cause) => unpack.destroy(cause));
    chain.push(before.pipe(unpack));
  }
  const last = chain.at(-1) ?? stream;
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of last) {
      size += chunk.length;
      if (size > maxBytes) throw new BodyTooLarge(`more than ${Math.round(maxBytes / 1024)} KiB`);
      chunks.push(chunk);
    }
  } catch (cause) {
    if (cause instanceof BodyTooLarge || codings.length === 0) throw cause;
    if (cause instanceof Error && "code" in cause && String(cause.code).startsWith("Z_"))
      throw new BodyUnreadable("broken packing");
    throw cause;
  } finally {
    for (const each of chain) each.destroy();
  }
  return Buffer.concat(chunks);
}

const unpackers: Readonly<Record<string, () => ReturnType<typeof createGunzip>>> = {
  gzip: () => createGunzip(),
  "x-gzip": () => createGunzip(),
  deflate: () => createInflate(),
  br: () => createBrotliDecompress(),
};

/** Text of a body: byte-order mark, then the header's charset, then a meta near the start, then UTF-8. */
export function decodeText(body: Buffer, contentType: string | undefined): string {
  const label =
    markOf(body) ?? charsetIn(contentType ?? "") ?? charsetIn(body.subarray(0, 1_024).toString("latin1")) ?? "utf-8";
  try {
    return new TextDecoder(label).decode(body);
  } catch {
    // An unknown label: browsers fall back as well.
    return new TextDecoder("utf-8").decode(body);
  }
}

function markOf(body: Buffer): string | null {
  if (body[0] === 0xfe && body[1] === 0xff) return "utf-16be";
  return body[0] === 0xff && body[1] === 0xfe ? "utf-16le" : null;
}

function charsetIn(text: string): string | null {
  const label = /charset\s*=\s*["']?\s*([\w:.-]{2,40})/i.exec(text)?.[1]?.toLowerCase();
  // A page that a program could read as far as its meta is not UTF-16, whatever the meta says.
  return label === undefined ? null : label.startsWith("utf-16") && !text.includes("/") ? "utf-8" : label;
}
