import { randomUUID } from "node:crypto";
import type { OccupationPack } from "#app/domain/exposure/occupation-pack.ts";
import { ReleaseRefused } from "#app/domain/exposure/onet-release.ts";
import { type Env, EnvironmentRefused, readEnv } from "#app/env.server.ts";
import { importStatements, removeStatements } from "#app/services/exposure/import-statements.server.ts";
import { type OpenDatabase, openDatabase } from "#db/client.server.ts";
import { applyMigrations } from "#db/migrate.ts";
import { type Command, type CommandIo, InputRefused } from "./command.ts";
import { optionOf } from "./option.ts";
import { readRelease } from "./read-release.ts";

/** Statements between two words of progress. */
const reported = 5_000;

/**
 * Loads the task statements of an O*NET release that the deployment downloaded itself, so that they stand beside its roles. A
 * database file may not be open elsewhere: stop the server first. A libSQL server may serve on.
 */
export const command: Command = {
  name: "import-onet",
  summary: "task statements of an O*NET release beside the roles: import-onet --from FOLDER | --remove",
  example: {},
  async run(io) {
    if (io.args.includes("--remove")) return remove(io);
    const folder = optionOf(io.args, "--from");
    if (folder === null)
      throw new InputRefused("no-folder", "say which: npm run knowledge:import-onet -- FOLDER, or --remove", "--from");
    const { reader, files, version: said } = await readRelease(folder).catch(refuse);
    const { occupations } = await io.knowledge();
    const { statements, leftOut } = readStatements(reader, occupations);
    const version = said ?? "unknown";
    const ours = /^onet-(\d+\.\d+)/.exec(occupations.version)?.[1] ?? occupations.version;
    if (said !== ours)
      io.progress(
        `This release is ${said === null ? "of unknown number" : said}; figures rest on ${ours}. Codes that changed in between show no statements.`,
      );
    if (leftOut > 0)
      io.progress(`${leftOut} statements are of occupations that Groundwork has no figures for: left out.`);

    const opened = await open();
    try {
      const deps = { db: opened.db, now: () => new Date(), newId: () => randomUUID() };
      const done = await importStatements(deps, { version, files, statements }, (written) => {
        if (written % reported === 0) io.progress(`${written} of ${statements.length} statements`);
      });
      await io.write(`${JSON.stringify({ place: opened.place, version, ...done, leftOut, files })}\n`);
    } finally {
      opened.close();
    }
  },
};

function readStatements(reader: Awaited<ReturnType<typeof readRelease>>["reader"], occupations: OccupationPack) {
  try {
    return reader.statements((onet) => occupations.byOnet.has(onet));
  } catch (cause) {
    return refuse(cause);
  }
}

async function remove(io: CommandIo): Promise<void> {
  const opened = await open();
  try {
    const removed = await removeStatements({ db: opened.db, now: () => new Date(), newId: () => randomUUID() });
    await io.write(`${JSON.stringify({ place: opened.place, did: "removed", statements: removed })}\n`);
  } finally {
    opened.close();
  }
}

/** The database of the environment, migrated. Without the rest of the house: no demonstration is seeded for this. */
async function open(): Promise<OpenDatabase> {
  let env: Env;
  try {
    env = readEnv();
  } catch (cause) {
    if (!(cause instanceof EnvironmentRefused)) throw cause;
    throw new InputRefused("environment-refused", cause.message, "environment");
  }
  try {
    const { url, authToken } = env.database;
    const opened = await openDatabase(url, authToken ?? undefined);
    await applyMigrations(opened);
    return opened;
  } catch (cause) {
    if ((cause as Error)?.name !== "DatabaseInUse") throw cause;
    const hint = "Stop the server while statements are loaded.";
    throw new InputRefused("database-in-use", `${(cause as Error).message} ${hint}`, "DATABASE_URL");
  }
}

function refuse(cause: unknown): never {
  if (cause instanceof ReleaseRefused) throw new InputRefused("release-refused", cause.message, "--from");
  throw cause;
}
