import { crc32 } from "node:zlib";
import type { ZipEntry } from "./open-zip.ts";

function head(signature: number, entry: ZipEntry, name: Buffer, size: number): Buffer {
  const local = signature === 0x04034b50;
  const bytes = Buffer.alloc(size);
  let at = bytes.writeUInt32LE(signature, 0);
  if (!local) at = bytes.writeUInt16LE(20, at);
  at = bytes.writeUInt16LE(20, at);
  at = bytes.writeUInt16LE(0x0800, at);
  at += 6;
  at = bytes.writeUInt32LE(crc32(entry.bytes), at);
  at = bytes.writeUInt32LE(entry.bytes.length, at);
  at = bytes.writeUInt32LE(entry.bytes.length, at);
  bytes.writeUInt16LE(name.length, at);
  return bytes;
}

/** An archive that holds `entries` as they are, without packing. What was vetted once is all that a reader of it can find. */
export function storedZip(entries: readonly ZipEntry[]): Buffer {
  const body: Buffer[] = [];
  const index: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name, "utf8");
    const local = head(0x04034b50, entry, name, 30);
    const listed = head(0x02014b50, entry, name, 46);
    listed.writeUInt32LE(offset, 42);
    body.push(local, name, entry.bytes);
    index.push(listed, name);
    offset += local.length + name.length + entry.bytes.length;
  }
  const end = Buffer.alloc(22);
  const indexSize = index.reduce((sum, part) => sum + part.length, 0);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(indexSize, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...body, ...index, end]);
}
