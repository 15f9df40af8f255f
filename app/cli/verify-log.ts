import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readEnv } from "#app/env.server.ts";
import { verifyLog } from "#app/services/governance/verify-log.server.ts";
import { BackupRefused, backUp } from "#db/backup.server.ts";
import { fileOf, openDatabase } from "#db/client.server.ts";
import { type Command, InputRefused } from "./command.ts";
import { optionOf } from "./option.ts";

/** Follows the hash chain of the audit log; of a file it reads a copy, so that a serving process is not disturbed. */
export const command: Command = {
  name: "verify-log",
  summary: "the hash chain of the audit log: verify-log [--head HASH kept from an earlier run]",
  example: {},
  async run(io) {
    const { database } = readEnv();
    const kept = optionOf(io.args, "--head");
    const file = fileOf(database.url);
    const folder = file === null ? null : mkdtempSync(join(tmpdir(), "groundwork-log-"));
    try {
      const copy = folder === null ? null : join(folder, "copy.db");
      if (file !== null && copy !== null) await backUp(file, copy);
      const opened = await openDatabase(copy === null ? database.url : `file:${copy}`, database.authToken ?? undefined);
      const verdict = await verifyLog({ db: opened.db }, kept);
      opened.close();
      await io.write(`${JSON.stringify(verdict)}\n`);
    } catch (cause) {
      if (cause instanceof BackupRefused) throw new InputRefused("no-database", cause.message, "DATABASE_URL");
      throw cause;
    } finally {
      if (folder !== null) rmSync(folder, { recursive: true, force: true });
    }
  },
};
