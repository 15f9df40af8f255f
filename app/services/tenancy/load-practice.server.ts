import type { UserId } from "#app/domain/kernel/ids.ts";
import { fail, ok } from "#app/domain/kernel/result.ts";
import { findPractice, listPortfolio, listPracticeMembers } from "#db/repositories/practices.server.ts";
import type { Deps } from "../deps.ts";

type User = { readonly userId: UserId; readonly requestId: string };

/** The portfolio: client workspaces that the person acts in, and who else belongs to the practice. */
export async function loadPractice(deps: Pick<Deps, "db">, user: User, slug: string) {
  const standing = await findPractice(deps.db, slug, user.userId);
  if (standing === null) return fail({ kind: "not-found" as const });
  const { practice, role } = standing;
  const workspaces = await listPortfolio(deps.db, practice.id, user.userId);
  const members = await listPracticeMembers(deps.db, practice.id);
  return ok({
    practice: { name: practice.name, slug: practice.slug },
    role,
    workspaces: workspaces.map((row) => ({
      ...row,
      since: row.since.toISOString(),
      lastChange: row.lastChange?.toISOString() ?? null,
    })),
    members,
  });
}
