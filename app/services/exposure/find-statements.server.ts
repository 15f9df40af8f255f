import type { RoleExplanation } from "#app/domain/exposure/explain-role.ts";
import {
  type ActivityStatements,
  type StatementSource,
  statementsByActivity,
} from "#app/domain/exposure/statements.ts";
import { isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { findStatementSet, listStatements } from "#db/reference/statements.server.ts";
import type { Deps } from "../deps.ts";

type Found = { readonly statements: readonly ActivityStatements[]; readonly source: StatementSource | null };

/** What this deployment loaded of a role's occupation, beside the activities it belongs to. */
export async function findStatements(
  deps: Pick<Deps, "db">,
  { occupation, activities }: Pick<RoleExplanation, "occupation" | "activities">,
): Promise<Found> {
  const set = await findStatementSet(deps.db);
  if (set === null) return { statements: [], source: null };
  const listed = occupation === null ? [] : await listStatements(deps.db, set.load, occupation.onet);
  return {
    statements: statementsByActivity(
      listed,
      activities.map(({ activity }) => activity),
    ),
    source: { version: set.version, importedOn: isoDateOf(set.importedAt) },
  };
}
