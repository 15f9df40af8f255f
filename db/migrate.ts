import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/libsql";
import { migrate } from "drizzle-orm/libsql/migrator";
import { type OpenDatabase, openDatabase } from "./client.server.ts";

/** Where the generated migrations stand; the bundled server and the sources both sit one folder above `db`. */
function migrationsFolder(): string {
  for (const beside of ["./migrations", "../db/migrations", "../../db/migrations"]) {
    const folder = fileURLToPath(new URL(beside, import.meta.url));
    try {
      readFileSync(`${folder}/meta/_journal.json`);
      return folder;
    } catch {}
  }
  throw new Error("The folder db/migrations was not found beside this program.");
}

/** Brings a database to the newest schema. Each migration commits whole or not at all. */
export async function applyMigrations(database: OpenDatabase): Promise<void> {
  await migrate(drizzle(database.client), { migrationsFolder: migrationsFolder() });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const database = await openDatabase(
    process.env.DATABASE_URL ?? "file:data/groundwork.db",
    process.env.DATABASE_AUTH_TOKEN,
  );
  await applyMigrations(database);
  database.close();
  console.log(`Migrated ${database.place}.`);
}
