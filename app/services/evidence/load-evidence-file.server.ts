import { safeFileName } from "#app/domain/compliance/evidence/accepted-files.ts";
import type { EvidenceId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { findEvidenceFile } from "#db/repositories/evidence.server.ts";
import { readFilePiece } from "#db/repositories/files.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";

export type EvidenceFile = {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  /** The bytes in pieces, in order from 0; null behind the last. */
  readonly piece: (part: number) => Promise<Uint8Array | null>;
};

/** The file of evidence, as it was uploaded. Removed evidence has none. */
export async function loadEvidenceFile(
  deps: Pick<Deps, "db">,
  actor: Actor,
  id: EvidenceId,
): Promise<Result<EvidenceFile, { readonly kind: "forbidden" | "not-found" }>> {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "forbidden" });
  const found = await findEvidenceFile(deps.db, actor.organizationId, id);
  if (found === null || found.removedAt !== null) return fail({ kind: "not-found" });
  const { name, type, size, fileId } = found;
  return ok({
    name: safeFileName(name),
    type,
    size,
    piece: (part) => readFilePiece(deps.db, actor.organizationId, fileId, part),
  });
}
