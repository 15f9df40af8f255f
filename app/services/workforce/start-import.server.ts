import { createHash } from "node:crypto";
import type { FileId } from "#app/domain/kernel/ids.ts";
import type { Result } from "#app/domain/kernel/result.ts";
import { fail, ok } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { guessMapping, type ImportSettings, reuseMapping } from "#app/domain/workforce/import-mapping.ts";
import { insertFile } from "#db/repositories/files.server.ts";
import { findOrganization } from "#db/repositories/tenancy.server.ts";
import { findLastImportSettings, insertRoleImport } from "#db/repositories/workforce.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";
import type { TableFailure } from "../ports/tables.ts";
import { readRosterFile } from "./read-import.server.ts";

const fileTypes = { csv: "text/csv", xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" };

/**
 * Keeps an uploaded roster and proposes how to read its columns: as the last import did where the columns are the same, else by their
 * names. A file that is no table is refused with the reason and is not kept.
 */
export async function startImport(
  deps: Pick<Deps, "db" | "compute" | "now" | "newId">,
  actor: Actor,
  command: { readonly fileName: string; readonly bytes: Uint8Array },
): Promise<Result<{ readonly importId: string }, TableFailure | { readonly kind: "forbidden" }>> {
  if (!mayDo(actor.role, "workforce:edit")) return fail({ kind: "forbidden" });
  const read = await readRosterFile(deps, command.bytes, null);
  if (!read.ok) return fail(read.failure);
  const { organizationId, userId } = actor;
  const organization = await findOrganization(deps.db, organizationId);
  const earlier = await findLastImportSettings(deps.db, organizationId);

  const columns = read.value.columns.map(({ name: column }) => column);
  const reused = earlier === null ? null : reuseMapping(earlier.mapping, columns);
  const settings: ImportSettings = {
    mapping: reused ?? guessMapping(columns),
    mode: "update",
    currency: earlier?.currency ?? organization?.currency ?? null,
    country: earlier?.country ?? organization?.country ?? null,
  };

  const at = deps.now();
  const importId = deps.newId();
  const fileId = deps.newId() as FileId;
  const name = command.fileName.slice(0, 200) || "roster";
  const sha256 = createHash("sha256").update(command.bytes).digest("hex");
  const type = fileTypes[read.value.format];
  await deps.db.transaction(async (tx) => {
    const size = command.bytes.byteLength;
    await insertFile(
      tx,
      { id: fileId, organizationId, name, type, size, sha256, createdAt: at, createdBy: userId },
      command.bytes,
    );
    await insertRoleImport(tx, {
      id: importId,
      organizationId,
      fileName: name,
      fileId,
      status: "mapping",
      settings,
      createdAt: at,
      createdBy: userId,
    });
    await record(tx, actor, {
      action: "workforce.import-started",
      subject: `import:${importId}`,
      after: { name, size, sha256 },
      at,
    });
  });
  return ok({ importId });
}
