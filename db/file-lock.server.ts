import { readFileSync, rmSync, writeFileSync } from "node:fs";

/** Thrown when another living process has the database file open. */
export class DatabaseInUse extends Error {
  override name = "DatabaseInUse";
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * Takes `<file>.lock` for this process and returns the function that gives it back. A lock of a process that is gone is
 * taken over. SQLite 3.45 can lose committed writes when two processes write and checkpoint one file at the same moment.
 */
export function lockFile(file: string): () => void {
  const path = `${file}.lock`;
  const mine = String(process.pid);
  try {
    writeFileSync(path, mine, { flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    const holder = Number(readFileSync(path, "utf8"));
    if (Number.isInteger(holder) && holder > 0 && holder !== process.pid && isAlive(holder)) {
      throw new DatabaseInUse(
        `Process ${holder} has ${file} open. One process uses a database file; stop it, or set DATABASE_URL to a libSQL server to run several.`,
      );
    }
    writeFileSync(path, mine);
  }
  return () => rmSync(path, { force: true });
}
