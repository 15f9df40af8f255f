import type { Result } from "#app/domain/kernel/result.ts";
import { fail, ok } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { columnNames, guessMapping, type ImportSettings } from "#app/domain/workforce/import-mapping.ts";
import { type ImportReport, importReport } from "#app/domain/workforce/import-report.ts";
import { pasteTable } from "#app/domain/workforce/paste-table.ts";
import { type BadRow, readRoster } from "#app/domain/workforce/read-roster.ts";
import type { Actor } from "../actor.ts";
import type { OverLimit } from "../billing/take-allowance.server.ts";
import type { Deps } from "../deps.ts";
import { saveRoster } from "./save-roster.server.ts";

/** Lines of a pasted list; longer ones are for a file. */
export const mostPastedLines = 2_000;

type Failure =
  | { readonly kind: "forbidden" | "nothing-pasted" | "too-many-lines" }
  /** Nothing was saved: the lines are named so that the text can be mended where it stands. */
  | { readonly kind: "bad-lines"; readonly bad: readonly BadRow[]; readonly good: number }
  | OverLimit;

/**
 * Saves a pasted list of roles. With `skipBad` the lines that cannot be read are left out; without it nothing is saved while there is
 * one, so that the person decides.
 */
export async function pasteRoles(
  deps: Pick<Deps, "db" | "knowledge" | "now" | "newId">,
  actor: Actor,
  command: {
    readonly text: string;
    readonly country: string | null;
    readonly currency: string | null;
    readonly skipBad: boolean;
  },
): Promise<Result<ImportReport, Failure>> {
  if (!mayDo(actor.role, "workforce:edit")) return fail({ kind: "forbidden" });
  const table = pasteTable(command.text);
  if (table.rows.length === 0) return fail({ kind: "nothing-pasted" });
  if (table.rows.length > mostPastedLines) return fail({ kind: "too-many-lines" });
  const { country, currency } = command;
  const mapping = guessMapping(columnNames(table.headers));
  const settings: ImportSettings = { mapping, mode: "update", country, currency };
  const roster = readRoster(table, settings);
  if (roster.bad.length > 0 && !command.skipBad) {
    return fail({ kind: "bad-lines", bad: roster.bad, good: roster.rows - roster.bad.length });
  }

  const drafts = roster.roles.map(({ draft }) => draft);
  const saved = await deps.db.transaction((tx) =>
    saveRoster(deps, tx, actor, { drafts, mode: "update", source: "paste" }),
  );
  return saved.ok ? ok(importReport(roster, saved.value)) : fail(saved.failure);
}
