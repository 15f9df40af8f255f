import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { exportOrganizationRows } from "#db/repositories/organization-rows.server.ts";
import { findOrganization, listMembers } from "#db/repositories/tenancy.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";

/** One JSON document with every row of the organization, in pieces, so that a large one needs no more memory than a small one. */
async function* pieces(
  deps: Pick<Deps, "db">,
  actor: Actor,
  head: Readonly<Record<string, unknown>>,
): AsyncGenerator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"tables":{`;
  let open: string | null = null;
  let first = true;
  for await (const { table, rows } of exportOrganizationRows(deps.db, actor.organizationId)) {
    if (table !== open) {
      yield `${open === null ? "" : "],"}\n${JSON.stringify(table)}:[`;
      open = table;
      first = true;
    }
    for (const row of rows) {
      yield `${first ? "" : ","}\n${JSON.stringify(row)}`;
      first = false;
    }
  }
  yield `${open === null ? "" : "]"}}}\n`;
}

/** Everything that is kept of an organization: its row, its members, and the rows of every table. Secrets are left out. */
export async function exportOrganization(
  deps: Pick<Deps, "db" | "now">,
  actor: Actor,
): Promise<Result<AsyncGenerator<string>, { readonly kind: "forbidden" | "not-found" }>> {
  if (!mayDo(actor.role, "data:export")) return fail({ kind: "forbidden" });
  const organization = await findOrganization(deps.db, actor.organizationId);
  if (organization === null) return fail({ kind: "not-found" });
  const at = deps.now();
  await deps.db.transaction((tx) =>
    record(tx, actor, { action: "data.export", subject: `organization:${actor.organizationId}`, at }),
  );
  const members = await listMembers(deps.db, actor.organizationId);
  return ok(pieces(deps, actor, { exportedAt: at.toISOString(), organization, members }));
}
