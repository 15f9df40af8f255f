import { Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { limits } from "./limits.ts";

/** The body was longer than allowed, packed or unpacked. */
export class BodyTooLarge extends Error {}
/** The body's packing is unknown, too deep or broken. */
export class BodyUnreadable extends Error {}

/** Unpacks a body while it streams and stops at the limit, so that a small answer cannot become a large one. */
async function* unpacked(stream: Readable, coding: string | undefined, maxBytes: number): AsyncGenerator<Buffer> {
  // Destroying a stream early may make it emit an error that nobody waits for any more.
  stream.on("error", () => undefined);
  const codings = (coding ?? "")
    .split(",")
    .map((each) => each.trim().toLowerCase())
    .filter((each) => each !== "" && each !== "identity");
  const chain: Readable[] = [stream];
  try {
    if (codings.length > limits.codings) throw new BodyUnreadable(`packed ${codings.length} times`);
    for (const each of codings.reverse()) {
      const unpack = unpackers[each]?.();
      if (unpack === undefined) throw new BodyUnreadable(`unknown packing ${each}`);
      const before = chain.at(-1) ?? stream;
      before.on("error", (cause) => unpack.destroy(cause));
      chain.push(before.pipe(unpack));
    }
    let size = 0;
    for await (const chunk of chain.at(-1) ?? stream) {
      size += chunk.length;
      if (size > maxBytes) throw new BodyTooLarge(`more than ${Math.round(maxBytes / 1024)} KiB`);
      yield chunk;
    }
  } catch (cause) {
    if (codings.length > 0 && cause instanceof Error && "code" in cause && String(cause.code).startsWith("Z_"))
      throw new BodyUnreadable("broken packing");
    throw cause;
  } finally {
    for (const each of chain) each.destroy();
  }
}

export async function readBody(stream: Readable, coding: string | undefined, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of unpacked(stream, coding, maxBytes)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The text of a body piece by piece, until `onText` answers false. A body that is a gzip file (`.xml.gz`) is unpacked under the same limit. */
export async function readText(
  stream: Readable,
  headers: Readonly<Record<string, string>>,
  maxBytes: number,
  onText: (piece: string) => boolean,
): Promise<void> {
  const body = unpacked(stream, headers["content-encoding"], maxBytes);
  const first = await body.next();
  if (first.done === true) return;
  const whole = Readable.from(startingWith(first.value, body), { objectMode: false });
  const isFile = first.value[0] === 0x1f && first.value[1] === 0x8b;
  let decoder: TextDecoder | null = null;
  for await (const chunk of unpacked(whole, isFile ? "gzip" : undefined, maxBytes)) {
    decoder ??= decoderFor(chunk, headers["content-type"]);
    if (!onText(decoder.decode(chunk, { stream: true }))) return;
  }
  onText(decoder?.decode() ?? "");
}

async function* startingWith(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}

const unpackers: Readonly<Record<string, () => ReturnType<typeof createGunzip>>> = {
  gzip: () => createGunzip(),
  "x-gzip": () => createGunzip(),
  deflate: () => createInflate(),
  br: () => createBrotliDecompress(),
};

export function decodeText(body: Buffer, contentType: string | undefined): string {
  return decoderFor(body, contentType).decode(body);
}

/** By byte-order mark, then the header's charset, then what stands near the start, then UTF-8. */
function decoderFor(start: Buffer, contentType: string | undefined): TextDecoder {
  const head = start.subarray(0, 1_024).toString("latin1");
  const label = markOf(start) ?? charsetIn(contentType ?? "") ?? charsetIn(head) ?? "utf-8";
  try {
    return new TextDecoder(label);
  } catch {
    // An unknown label: browsers fall back as well.
    return new TextDecoder("utf-8");
  }
}

function markOf(body: Buffer): string | null {
  if (body[0] === 0xfe && body[1] === 0xff) return "utf-16be";
  return body[0] === 0xff && body[1] === 0xfe ? "utf-16le" : null;
}

function charsetIn(text: string): string | null {
  const declared = /^\s*<\?xml\b[^>]{0,80}?\bencoding\s*=\s*["']([\w:.-]{2,40})/i.exec(text);
  const label = (/charset\s*=\s*["']?\s*([\w:.-]{2,40})/i.exec(text) ?? declared)?.[1]?.toLowerCase();
  // A page that a program could read as far as its meta is not UTF-16, whatever the meta says.
  return label === undefined ? null : label.startsWith("utf-16") && !text.includes("/") ? "utf-8" : label;
}
