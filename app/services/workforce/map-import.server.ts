import type { Result } from "#app/domain/kernel/result.ts";
import { fail, ok } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import type { ImportSettings } from "#app/domain/workforce/import-mapping.ts";
import { findRoleImport, saveImportSettings } from "#db/repositories/workforce.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";

type Failure = { readonly kind: "forbidden" | "not-found" | "already-saved" | "title-not-mapped" };

/** Keeps how the columns of an import are read. Nothing of the roster changes yet. */
export async function mapImport(
  deps: Pick<Deps, "db">,
  actor: Actor,
  command: { readonly importId: string; readonly settings: ImportSettings },
): Promise<Result<void, Failure>> {
  if (!mayDo(actor.role, "workforce:edit")) return fail({ kind: "forbidden" });
  const known = await findRoleImport(deps.db, actor.organizationId, command.importId);
  if (known === null) return fail({ kind: "not-found" });
  if (known.status === "running" || known.status === "done") return fail({ kind: "already-saved" });
  if (command.settings.mapping.title === undefined) return fail({ kind: "title-not-mapped" });

  await saveImportSettings(deps.db, actor.organizationId, command.importId, command.settings);
  return ok(undefined);
}
