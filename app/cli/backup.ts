import { statSync } from "node:fs";
import { readEnv } from "#app/env.server.ts";
import { BackupRefused, backUp } from "#db/backup.server.ts";
import { fileOf } from "#db/client.server.ts";
import { type Command, InputRefused } from "./command.ts";
import { optionOf } from "./option.ts";

/** The database file behind the environment; a server's data is backed up by the server. */
export function databaseFile(): string {
  const file = fileOf(readEnv().database.url);
  if (file !== null) return file;
  throw new InputRefused("not-a-file", "a remote database is backed up where it runs", "DATABASE_URL");
}

/** Turns what db/backup refuses into the refusal of a command. */
export async function refusing<Value>(work: Promise<Value>, path: string): Promise<Value> {
  return work.catch((cause: unknown) => {
    const known = cause instanceof BackupRefused || (cause as Error)?.name === "DatabaseInUse";
    throw known ? new InputRefused("refused", (cause as Error).message, path) : cause;
  });
}

/** Copies the database to a new file, also while it is being served. */
export const command: Command = {
  name: "backup",
  summary: "a checked copy of the database file: backup [--to FILE]",
  example: {},
  async run(io) {
    const from = databaseFile();
    const to = optionOf(io.args, "--to") ?? `${from}.${new Date().toISOString().replaceAll(/[:.]/g, "-")}.backup`;
    await refusing(backUp(from, to), "--to");
    await io.write(`${JSON.stringify({ from, to, bytes: statSync(to).size })}\n`);
  },
};
