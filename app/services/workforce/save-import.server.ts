import { ok, type Result } from "#app/domain/kernel/result.ts";
import type { ImportReport } from "#app/domain/workforce/import-report.ts";
import type { Database } from "#db/client.server.ts";
import {
  countImportRoles,
  listImportDrafts,
  saveComparison,
  sumImportRoles,
} from "#db/repositories/import-roles.server.ts";
import { isToStop, moveImport, type RoleImport } from "#db/repositories/role-imports.server.ts";
import { listOvertaken, saveEntries, undoEntries } from "#db/repositories/save-import.server.ts";
import { findRole } from "#db/repositories/workforce.server.ts";
import type { Actor } from "../actor.ts";
import { type OverLimit, takeAllowance } from "../billing/take-allowance.server.ts";
import { breathe } from "../breathe.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";
import { comparedWith } from "./compare-import.server.ts";
import { sayProgress } from "./import-progress.server.ts";
import { compareAnew } from "./stage-import.server.ts";

type SaveDeps = Pick<Deps, "db" | "knowledge" | "now" | "newId">;
type Doer = Pick<Actor, "userId" | "organizationId" | "requestId">;

/** Entries of one transaction: a few milliseconds, so that nobody waits for it. */
const entriesAtOnce = 100;
const saidEvery = 2_000;

/** An entry whose role somebody changed meanwhile is compared with the role as it is; one whose role is gone adds it anew. */
async function compareOvertaken(deps: SaveDeps, tx: Database, known: RoleImport, from: number, to: number) {
  const { organizationId, id } = known;
  const overtaken = await listOvertaken(tx, { organizationId, importId: id, from, to });
  if (overtaken.length === 0) return;
  const drafts = new Map(
    (await listImportDrafts(tx, organizationId, id, from, to - from)).map(({ seq, draft }) => [seq, draft]),
  );
  const compared = [];
  for (const { seq, roleId } of overtaken) {
    const draft = drafts.get(seq);
    const found = await findRole(tx, organizationId, roleId);
    if (draft === undefined) {
      compared.push({ seq, kind: "same" as const, roleId });
    } else {
      const { onet: _, ...role } = found?.role ?? { id: roleId, title: "", headcount: 0 };
      const stands = found !== null && found.deletedAt === null;
      compared.push(comparedWith(deps, { seq, draft }, stands ? { role, version: found.version } : undefined));
    }
  }
  await saveComparison(tx, organizationId, id, compared);
}

/**
 * Saves what an import in the state `running` has read, in short transactions that each leave a mark of how far it is: cut off at any moment,
 * it goes on from there. Asked to stop, it takes back what it saved. Everything is saved, or nothing.
 */
export async function saveImport(
  deps: SaveDeps,
  actor: Doer,
  given: RoleImport,
): Promise<Result<ImportReport | "stopped", OverLimit>> {
  const { organizationId, id } = given;
  const known = given.savedTo === 0 ? await compareAnew(deps, given) : given;
  const { end } = await countImportRoles(deps.db, organizationId, id);
  const sums = await sumImportRoles(deps.db, organizationId, id);
  if (known.savedTo === 0) {
    const room = await takeAllowance(deps, deps.db, organizationId, "roles", Math.max(0, sums.added - sums.removed));
    if (!room.ok) {
      await moveImport(deps.db, organizationId, id, ["running"], {
        status: "failed",
        failure: "over-limit",
        progress: null,
      });
      return room;
    }
  }

  for (let from = known.savedTo; from < end; from += entriesAtOnce) {
    const to = Math.min(end, from + entriesAtOnce);
    const stopped = await deps.db.transaction(async (tx) => {
      if (await isToStop(tx, organizationId, id, "running")) return true;
      await compareOvertaken(deps, tx, known, from, to);
      await saveEntries(tx, { organizationId, importId: id, from, to }, deps.now());
      await moveImport(tx, organizationId, id, ["running"], { savedTo: to });
      return false;
    });
    if (stopped) {
      await takeBack(deps, known);
      return ok("stopped");
    }
    if (from % saidEvery === 0) await sayProgress(deps, known, "saving", to, end);
    await breathe();
  }

  const done = await sumImportRoles(deps.db, organizationId, id);
  const report = { rows: known.report?.rows ?? 0, badRows: known.report?.badRows ?? 0, ...done };
  const at = deps.now();
  await deps.db.transaction(async (tx) => {
    const moved = await moveImport(tx, organizationId, id, ["running"], {
      status: "done",
      report,
      savedAt: at,
      progress: null,
      failure: null,
      cancelAsked: false,
    });
    if (!moved) return;
    await record(tx, actor, {
      action: "workforce.roles-saved-by-import",
      subject: `import:${id}`,
      after: { file: known.fileName, ...report },
      at,
    });
  });
  return ok(report);
}

/** Undoes what an import has saved so far and leaves it as it was before saving. */
export async function takeBack(deps: Pick<Deps, "db" | "now">, known: RoleImport): Promise<void> {
  const { organizationId, id } = known;
  await undoInTurns(deps, known, "running");
  await moveImport(deps.db, organizationId, id, ["running"], {
    status: "mapping",
    cancelAsked: false,
    progress: null,
    comparedWith: null,
  });
}

/** Goes back through the saved entries of an import in short transactions; may be cut off and called again. */
export async function undoInTurns(
  deps: Pick<Deps, "db" | "now">,
  { organizationId, id }: RoleImport,
  status: "running" | "undoing",
): Promise<void> {
  const { end } = await countImportRoles(deps.db, organizationId, id);
  for (let to = end; to > 0; to -= entriesAtOnce) {
    const from = Math.max(0, to - entriesAtOnce);
    await deps.db.transaction(async (tx) => {
      await undoEntries(tx, { organizationId, importId: id, from, to }, deps.now());
      await moveImport(tx, organizationId, id, [status], { savedTo: from });
    });
    if ((end - to) % saidEvery === 0) await sayProgress(deps, { organizationId, id }, "undoing", end - from, end);
    await breathe();
  }
}
