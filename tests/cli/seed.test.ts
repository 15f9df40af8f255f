import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openDatabase } from "#db/client.server.ts";
import { findTemplate } from "#db/repositories/tenancy.server.ts";
import { templateFile } from "#tests/database/build-template.ts";
import { runCommand } from "./a-command-line.ts";

test("the demonstration is seeded once, and a second run says that it is there", async () => {
  const folder = mkdtempSync(join(tmpdir(), "groundwork-seed-"));
  const file = join(folder, "test.db");
  copyFileSync(templateFile, file);
  try {
    const env = { DATABASE_URL: `file:${file}` };
    const first = await runCommand(["seed"], "", env);
    expect(first).toMatchObject({ code: 0, out: `${JSON.stringify({ place: file, demonstration: "seeded" })}\n` });
    const again = await runCommand(["seed"], "", env);
    expect(JSON.parse(again.out)).toEqual({ place: file, demonstration: "there" });

    const database = await openDatabase(env.DATABASE_URL);
    expect((await findTemplate(database.db))?.name).toBe("Kestrel Freight");
    database.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 180_000);
