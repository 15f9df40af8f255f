import type { TableFailure, TableTrouble } from "#app/services/ports/tables.ts";

/** Ends the reading of a file, from however deep. The door to this folder turns it into a failure. */
export class TableRefused extends Error {
  override readonly name = "TableRefused";
  constructor(readonly failure: TableFailure) {
    super(failure.kind);
  }
}

export function unreadable(because: TableTrouble, line?: number): TableRefused {
  return new TableRefused({ kind: "table-not-readable", because, ...(line === undefined ? {} : { line }) });
}
