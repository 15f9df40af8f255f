import type { ImportedFile, TaskStatement } from "#app/domain/exposure/statements.ts";
import {
  findStatementSet,
  insertStatements,
  putStatementSet,
  removeOtherStatements,
  removeStatementSet,
} from "#db/reference/statements.server.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";

type ImportStatements = {
  readonly version: string;
  readonly files: readonly ImportedFile[];
  readonly statements: readonly TaskStatement[];
};

export type StatementsImported = {
  /** `same`: these very files are in force already, so nothing was written. */
  readonly did: "loaded" | "replaced" | "same";
  readonly statements: number;
  readonly occupations: number;
};

/** Rows of one INSERT: seven values each, well below what SQLite takes. */
const rowsAtOnce = 500;
const licence = "CC BY 4.0";

/** Whoever runs the deployment, on its own machine: no member of any organization. */
const deployment = (load: string) => ({ userId: "deployment", organizationId: null, requestId: load });

/**
 * Loads statements for the whole deployment. They are written in pieces beside those that hold, and take their place in one
 * transaction; a load that breaks off leaves what was there.
 */
export async function importStatements(
  deps: Pick<Deps, "db" | "now" | "newId">,
  { version, files, statements }: ImportStatements,
  progress: (written: number) => void = () => undefined,
): Promise<StatementsImported> {
  const before = await findStatementSet(deps.db);
  const counts = { statements: statements.length, occupations: new Set(statements.map(({ onet }) => onet)).size };
  if (before !== null && sums(before.files) === sums(files) && before.version === version)
    return { did: "same", ...counts };

  const load = deps.newId();
  for (let from = 0; from < statements.length; from += rowsAtOnce) {
    await insertStatements(deps.db, load, statements.slice(from, from + rowsAtOnce));
    progress(Math.min(statements.length, from + rowsAtOnce));
  }

  const at = deps.now();
  await deps.db.transaction(async (tx) => {
    await putStatementSet(tx, { load, version, licence, files, importedAt: at });
    await removeOtherStatements(tx, load);
    await record(tx, deployment(load), {
      action: "reference.load",
      subject: "reference:onet",
      before: before === null ? null : { version: before.version, files: before.files },
      after: { version, files, ...counts },
      at,
    });
  });
  return { did: before === null ? "loaded" : "replaced", ...counts };
}

/** Takes the statements away again; returns how many there were. */
export async function removeStatements(deps: Pick<Deps, "db" | "now" | "newId">): Promise<number> {
  const at = deps.now();
  return deps.db.transaction(async (tx) => {
    const before = await findStatementSet(tx);
    const gone = await removeStatementSet(tx);
    if (before !== null)
      await record(tx, deployment(deps.newId()), {
        action: "reference.remove",
        subject: "reference:onet",
        before: { version: before.version, files: before.files },
        after: null,
        at,
      });
    return gone;
  });
}

function sums(files: readonly ImportedFile[]): string {
  return files.map(({ name, sha256 }) => `${name} ${sha256}`).join("\n");
}
