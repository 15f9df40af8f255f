import { mkdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openDatabase } from "#db/client.server.ts";
import { applyMigrations } from "#db/migrate.ts";

export const templateFile = fileURLToPath(new URL("../../.cache/template.db", import.meta.url));

/** Runs once before the tests: a migrated, empty database that each test copies. */
export default async function buildTemplate(): Promise<void> {
  mkdirSync(fileURLToPath(new URL("../../.cache", import.meta.url)), { recursive: true });
  for (const ending of ["", "-wal", "-shm", ".lock"]) rmSync(templateFile + ending, { force: true });
  const database = await openDatabase(`file:${templateFile}`);
  await applyMigrations(database);
  await database.client.executeMultiple("PRAGMA wal_checkpoint(TRUNCATE);");
  database.close();
}
