import { createHash } from "node:crypto";
import type { FileId } from "#app/domain/kernel/ids.ts";
import type { Result } from "#app/domain/kernel/result.ts";
import { fail, ok } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { guessMapping, type ImportSettings, reuseMapping } from "#app/domain/workforce/import-mapping.ts";
import { periodOfHeader } from "#app/domain/workforce/read-pay.ts";
import { insertFile } from "#db/repositories/files.server.ts";
import { findLastImportSettings, findRoleImport, insertRoleImport } from "#db/repositories/role-imports.server.ts";
import { findOrganization } from "#db/repositories/tenancy.server.ts";
import type { Actor } from "../actor.ts";
import { breathe } from "../breathe.ts";
import { record } from "../governance/record.server.ts";
import type { TableFailure } from "../ports/tables.ts";
import { beginReading } from "./map-import.server.ts";
import { piecesOf, readRosterFile } from "./read-import.server.ts";
import type { StageDeps } from "./stage-import.server.ts";

const fileTypes = { csv: "text/csv", xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" };

/**
 * Keeps an uploaded roster and proposes how to read its columns: as the last import did where the columns are the same, else by their
 * names. A file that is no table is refused with the reason and is not kept.
 */
export async function startImport(
  deps: StageDeps,
  actor: Actor,
  command: { readonly fileName: string; readonly bytes: Uint8Array },
): Promise<Result<{ readonly importId: string }, TableFailure | { readonly kind: "forbidden" }>> {
  if (!mayDo(actor.role, "workforce:edit")) return fail({ kind: "forbidden" });
  const read = await readRosterFile(deps, piecesOf(command.bytes), { settings: null, columns: null });
  if (!read.ok) return fail(read.failure);
  const { organizationId, userId } = actor;
  const organization = await findOrganization(deps.db, organizationId);
  const earlier = await findLastImportSettings(deps.db, organizationId);

  const columns = read.value.columns.map(({ name: column }) => column);
  const reused = earlier === null ? null : reuseMapping(earlier.mapping, columns);
  const mapping = reused ?? guessMapping(columns);
  const period = (reused === null ? null : earlier?.payPeriod) ?? periodOfHeader(mapping.annualPay ?? "");
  const settings: ImportSettings = {
    mapping,
    mode: "update",
    currency: earlier?.currency ?? organization?.currency ?? null,
    country: earlier?.country ?? organization?.country ?? null,
    ...(period === null ? {} : { payPeriod: period }),
  };

  const at = deps.now();
  const importId = deps.newId();
  const fileId = deps.newId() as FileId;
  const name = command.fileName.slice(0, 200) || "roster";
  const sha256 = await hashOf(command.bytes);
  const type = fileTypes[read.value.format];
  const size = command.bytes.byteLength;
  const file = { id: fileId, organizationId, name, type, size, sha256, createdAt: at, createdBy: userId };
  await insertFile(deps.db, file, command.bytes, breathe);
  await deps.db.transaction(async (tx) => {
    await insertRoleImport(tx, {
      id: importId,
      organizationId,
      fileName: name,
      fileId,
      status: "mapping",
      settings,
      columns: read.value.columns,
      remarks: read.value.warnings,
      rows: read.value.rows,
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
  const known = await findRoleImport(deps.db, organizationId, importId);
  if (known !== null && mapping.title !== undefined) await beginReading(deps, actor, known);
  return ok({ importId });
}

const hashedAtOnce = 1024 * 1024;

async function hashOf(bytes: Uint8Array): Promise<string> {
  const hash = createHash("sha256");
  for (let from = 0; from < bytes.byteLength; from += hashedAtOnce) {
    hash.update(bytes.subarray(from, from + hashedAtOnce));
    await breathe();
  }
  return hash.digest("hex");
}
