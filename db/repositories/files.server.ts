import { and, asc, eq, sql } from "drizzle-orm";
import type { FileId, OrganizationId } from "#app/domain/kernel/ids.ts";
import type { Database } from "../client.server.ts";
import { fileChunks, files } from "../schema/reports.ts";

export type FileRow = typeof files.$inferSelect;

/** Largest file that is kept, in bytes. */
export const largestFile = 20 * 1024 * 1024;

const chunk = 256 * 1024;

/** A part of the bytes, not a copy of it. */
function pieceOf(bytes: Uint8Array, part: number): Buffer {
  const { buffer, byteOffset, byteLength } = bytes.subarray(part * chunk, (part + 1) * chunk);
  return Buffer.from(buffer, byteOffset, byteLength);
}

/**
 * Keeps a file in pieces. The row's `size` and `sha256` are the caller's, worked out over `bytes`. Throws above `largestFile`.
 * Outside of a transaction there may be a `pause` before each piece: for files that somebody uploads.
 */
export async function insertFile(
  db: Database,
  row: FileRow,
  bytes: Uint8Array,
  pause?: () => Promise<void>,
): Promise<void> {
  if (bytes.byteLength > largestFile) throw new RangeError(`a file of ${bytes.byteLength} bytes`);
  await db.insert(files).values(row);
  for (let part = 0; part * chunk < bytes.byteLength; part++) {
    await pause?.();
    const piece = pieceOf(bytes, part);
    await db.insert(fileChunks).values({ fileId: row.id, organizationId: row.organizationId, part, bytes: piece });
  }
}

/** One piece of a file, or null behind the last one and where the organization has no such file. */
export async function readFilePiece(
  db: Database,
  organizationId: OrganizationId,
  id: FileId,
  part: number,
): Promise<Uint8Array | null> {
  const [piece] = await db
    .select({ bytes: fileChunks.bytes })
    .from(fileChunks)
    .where(and(eq(fileChunks.fileId, id), eq(fileChunks.organizationId, organizationId), eq(fileChunks.part, part)));
  return piece === undefined ? null : piece.bytes;
}

const clearedAtOnce = 8;

/** Takes away some pieces of a file; false when none is left. Call it until then, with a pause between. */
export async function clearSomeOfFile(db: Database, organizationId: OrganizationId, id: FileId): Promise<boolean> {
  const gone = await db.run(sql`
    DELETE FROM ${fileChunks} WHERE file_id = ${id} AND organization_id = ${organizationId}
    AND part IN (SELECT part FROM ${fileChunks} WHERE file_id = ${id} ORDER BY part LIMIT ${clearedAtOnce})`);
  return gone.rowsAffected > 0;
}

export async function findFile(db: Database, organizationId: OrganizationId, id: FileId): Promise<FileRow | null> {
  const [row] = await db
    .select()
    .from(files)
    .where(and(eq(files.id, id), eq(files.organizationId, organizationId)));
  return row ?? null;
}

/** Deletes a file with its pieces. Call it in a transaction. */
export async function deleteFile(tx: Database, organizationId: OrganizationId, id: FileId): Promise<void> {
  await tx.delete(fileChunks).where(and(eq(fileChunks.fileId, id), eq(fileChunks.organizationId, organizationId)));
  await tx.delete(files).where(and(eq(files.id, id), eq(files.organizationId, organizationId)));
}

/** The bytes of a file, or null when the organization has no such file. */
export async function readFileBytes(db: Database, organizationId: OrganizationId, id: FileId): Promise<Buffer | null> {
  if ((await findFile(db, organizationId, id)) === null) return null;
  const pieces = await db
    .select({ bytes: fileChunks.bytes })
    .from(fileChunks)
    .where(and(eq(fileChunks.fileId, id), eq(fileChunks.organizationId, organizationId)))
    .orderBy(asc(fileChunks.part));
  return Buffer.concat(pieces.map(({ bytes }) => bytes));
}
