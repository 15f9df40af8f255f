import { inflateRawSync } from "node:zlib";

export type ZipLimits = {
  readonly entries: number;
  /** Bytes of all kept entries together, unpacked. */
  readonly unpacked: number;
  /** Unpacked bytes for one packed byte of an entry above 64 KiB; honest worksheets stay under 100. */
  readonly ratio: number;
};

export type ZipEntry = { readonly name: string; readonly bytes: Buffer };

/** Why an archive is not read. The words are those of `TableTrouble`. */
export class ZipRefused extends Error {
  override readonly name = "ZipRefused";
  constructor(readonly because: "not-a-workbook" | "encrypted" | "unpacks-too-large") {
    super(because);
  }
}

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
  throw new ZipRefused("not-a-workbook");
}

function list(file: Buffer, limits: ZipLimits): Listed[] {
  const end = endOfArchive(file);
  const count = file.readUInt16LE(end + 10);
  if (count > limits.entries) throw new ZipRefused("unpacks-too-large");
  const found: Listed[] = [];
  let at = file.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== listSignature) throw new ZipRefused("not-a-workbook");
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

function unpack(file: Buffer, entry: Listed, room: number, ratio: number): Buffer {
  if ((entry.flags & 1) !== 0) throw new ZipRefused("encrypted");
  if (entry.at + 30 > file.length || file.readUInt32LE(entry.at) !== entrySignature)
    throw new ZipRefused("not-a-workbook");
  const from = entry.at + 30 + file.readUInt16LE(entry.at + 26) + file.readUInt16LE(entry.at + 28);
  const packed = file.subarray(from, from + entry.packed);
  if (packed.length !== entry.packed) throw new ZipRefused("not-a-workbook");
  const most = Math.min(room, Math.max(65_536, packed.length * ratio));
  if (entry.size > most) throw new ZipRefused("unpacks-too-large");
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw new ZipRefused("not-a-workbook");
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    const tooLarge = (error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE";
    throw new ZipRefused(tooLarge ? "unpacks-too-large" : "not-a-workbook");
  }
}

/**
 * The entries of an archive that `wanted` names, unpacked under limits. Sizes that the archive states are not believed: unpacking
 * stops at the limit. Archives inside, links and paths are of no effect, because nothing is written to disk.
 */
export function openZip(file: Buffer, limits: ZipLimits, wanted: (name: string) => boolean): ZipEntry[] {
  let room = limits.unpacked;
  const names = new Set<string>();
  return list(file, limits).flatMap((entry) => {
    if (!wanted(entry.name) || names.has(entry.name)) return [];
    names.add(entry.name);
    const bytes = unpack(file, entry, room, limits.ratio);
    room -= bytes.length;
    return [{ name: entry.name, bytes }];
  });
}
