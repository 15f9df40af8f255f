import { createInflateRaw } from "node:zlib";
import { unreadable } from "./table-refused.ts";

export type ZipLimits = {
  readonly entries: number;
  /** Bytes of one entry, unpacked. */
  readonly unpacked: number;
  /** Unpacked bytes for one packed byte of an entry above 64 KiB; honest worksheets stay under 100. */
  readonly ratio: number;
};

/** An archive whose entries are unpacked one by one, in pieces, under limits that hold for all of them together. */
export type OpenZip = {
  readonly names: readonly string[];
  /** The unpacked bytes of an entry; nothing when there is none of that name. */
  unpack(name: string): AsyncIterable<Uint8Array>;
};

type Listed = {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
};

const endSignature = 0x06054b50;
const listSignature = 0x02014b50;
const entrySignature = 0x04034b50;

function endOfArchive(file: Buffer): number {
  const earliest = Math.max(0, file.length - 22 - 0xffff);
  for (let at = file.length - 22; at >= earliest; at--) {
    if (file.readUInt32LE(at) === endSignature) return at;
  }
  throw unreadable("not-a-workbook");
}

function list(file: Buffer, limits: ZipLimits): Listed[] {
  const end = endOfArchive(file);
  const count = file.readUInt16LE(end + 10);
  if (count > limits.entries) throw unreadable("unpacks-too-large");
  const found: Listed[] = [];
  let at = file.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== listSignature) throw unreadable("not-a-workbook");
    const nameLength = file.readUInt16LE(at + 28);
    found.push({
      name: file.toString("utf8", at + 46, at + 46 + nameLength),
      flags: file.readUInt16LE(at + 8),
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      size: file.readUInt32LE(at + 24),
      at: file.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return found;
}

function packedBytes(file: Buffer, entry: Listed): Buffer {
  if ((entry.flags & 1) !== 0) throw unreadable("encrypted");
  if (entry.at + 30 > file.length || file.readUInt32LE(entry.at) !== entrySignature) throw unreadable("not-a-workbook");
  const from = entry.at + 30 + file.readUInt16LE(entry.at + 26) + file.readUInt16LE(entry.at + 28);
  const packed = file.subarray(from, from + entry.packed);
  if (packed.length !== entry.packed || (entry.method !== 0 && entry.method !== 8)) throw unreadable("not-a-workbook");
  return packed;
}

/**
 * Opens an archive. Sizes that it states are not believed: unpacking stops at the limit. Archives inside, links and paths are of no
 * effect, because nothing is written to disk.
 */
export function openZip(file: Buffer, limits: ZipLimits): OpenZip {
  const entries = new Map<string, Listed>();
  for (const entry of list(file, limits)) if (!entries.has(entry.name)) entries.set(entry.name, entry);
  return {
    names: [...entries.keys()],
    async *unpack(name) {
      const entry = entries.get(name);
      if (entry === undefined) return;
      const packed = packedBytes(file, entry);
      const most = Math.min(limits.unpacked, Math.max(65_536, packed.length * limits.ratio));
      if (entry.size > most) throw unreadable("unpacks-too-large");
      if (entry.method === 0) {
        yield packed;
        return;
      }
      const inflate = createInflateRaw({ chunkSize: 256 * 1024 });
      inflate.end(packed);
      let size = 0;
      try {
        for await (const piece of inflate as AsyncIterable<Buffer>) {
          size += piece.length;
          if (size > most) throw unreadable("unpacks-too-large");
          yield piece;
        }
      } catch (error) {
        throw (error as { code?: string }).code?.startsWith("Z_") ? unreadable("not-a-workbook") : error;
      }
    },
  };
}
