import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type OpenDatabase, openDatabase } from "#db/client.server.ts";
import { templateFile } from "./build-template.ts";

export type FreshDatabase = OpenDatabase & AsyncDisposable & { readonly url: string };

/** A migrated, empty database of the test's own: `await using fresh = await freshDatabase()`. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const folder = mkdtempSync(join(tmpdir(), "groundwork-"));
  const file = join(folder, "test.db");
  copyFileSync(templateFile, file);
  const url = `file:${file}`;
  const database = await openDatabase(url);
  // A file that is thrown away need not outlive a power cut, and waiting for the disk takes most of a write.
  await database.client.execute("PRAGMA synchronous = OFF");
  return {
    ...database,
    url,
    async [Symbol.asyncDispose]() {
      database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
