import type { Roster } from "./read-roster.ts";
import type { Reconciliation } from "./reconcile-roles.ts";

/** What an import did, or would do, in numbers. `people` counts the heads of the rows that could be read. */
export type ImportReport = {
  readonly rows: number;
  readonly badRows: number;
  readonly roles: number;
  readonly people: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly removed: number;
  /** Heads that come and go: of added and removed roles, and of changed ones by how much they change. */
  readonly heads?: { readonly added: number; readonly removed: number; readonly changed: number };
};

/** What the work on an import is doing, and how far it is. */
export type ImportProgress = {
  readonly step: "reading" | "comparing" | "saving" | "undoing";
  readonly done: number;
  readonly total: number;
};

export function importReport(roster: Roster, meaning: Reconciliation): ImportReport {
  return {
    rows: roster.rows,
    badRows: roster.bad.length,
    roles: roster.roles.length,
    people: roster.roles.reduce((sum, { draft }) => sum + draft.headcount, 0),
    added: meaning.add.length,
    changed: meaning.change.length,
    unchanged: meaning.same.length,
    removed: meaning.remove.length,
  };
}
