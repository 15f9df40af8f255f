import { putBack } from "#db/backup.server.ts";
import { databaseFile, refusing } from "./backup.ts";
import { type Command, InputRefused } from "./command.ts";
import { optionOf } from "./option.ts";

/** Puts a backup in the database's place; what was there is kept beside it. Nothing may be serving from it. */
export const command: Command = {
  name: "restore",
  summary: "a backup in the database's place: restore --from FILE",
  example: {},
  async run(io) {
    const to = databaseFile();
    const from = optionOf(io.args, "--from");
    if (from === null) throw new InputRefused("no-backup", "say which: restore --from FILE", "--from");
    const kept = await refusing(putBack(from, to, new Date()), "--from");
    await io.write(`${JSON.stringify({ from, to, kept })}\n`);
  },
};
