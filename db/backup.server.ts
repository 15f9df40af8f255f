import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { type Client, createClient } from "@libsql/client";
import { lockFile } from "./file-lock.server.ts";

/** Why a backup cannot be made or put back; `message` is for a person. */
export class BackupRefused extends Error {
  override name = "BackupRefused";
}

async function withClient<Value>(file: string, work: (client: Client) => Promise<Value>): Promise<Value> {
  const client = createClient({ url: `file:${file}`, timeout: 30_000, concurrency: 1 });
  try {
    return await work(client);
  } finally {
    client.close();
  }
}

async function check(file: string): Promise<void> {
  const answer = await withClient(file, async (client) => {
    const integrity = await client.execute("PRAGMA integrity_check");
    const migrated = await client.execute("SELECT count(*) AS n FROM sqlite_master WHERE name = 'audit_log'");
    return { integrity: integrity.rows[0]?.integrity_check, ours: Number(migrated.rows[0]?.n) === 1 };
  }).catch((error: unknown) => ({ integrity: error instanceof Error ? error.message : "unreadable", ours: false }));
  if (answer.integrity !== "ok") throw new BackupRefused(`${file} is damaged: ${String(answer.integrity)}`);
  if (!answer.ours) throw new BackupRefused(`${file} is no database of Groundwork.`);
}

/**
 * Writes a consistent copy of the database file `from` to the new file `to`, also while another process serves from it:
 * VACUUM INTO only reads, in one snapshot. The copy holds no deleted rows, and is checked before this returns.
 */
export async function backUp(from: string, to: string): Promise<void> {
  if (!existsSync(from)) throw new BackupRefused(`There is no database at ${from}.`);
  if (existsSync(to)) throw new BackupRefused(`${to} exists already.`);
  mkdirSync(dirname(to), { recursive: true });
  await withClient(from, (client) => client.execute({ sql: "VACUUM INTO ?", args: [to] }));
  await check(to);
}

/**
 * Puts the backup `from` in the place of the database file `to`, which no process may have open. What was there is kept
 * beside it; the answer is its path, or null when there was nothing.
 */
export async function putBack(from: string, to: string, now: Date): Promise<string | null> {
  if (!existsSync(from)) throw new BackupRefused(`There is no backup at ${from}.`);
  await check(from);
  mkdirSync(dirname(to), { recursive: true });
  const unlock = lockFile(to);
  try {
    const fresh = `${to}.restoring`;
    copyFileSync(from, fresh);
    const kept = existsSync(to) ? `${to}.before-${now.toISOString().replaceAll(/[:.]/g, "-")}` : null;
    // Closing the last connection moves what is in the write-ahead log into the file that is kept.
    if (kept !== null) await withClient(to, (client) => client.execute("PRAGMA wal_checkpoint(TRUNCATE)"));
    if (kept !== null) renameSync(to, kept);
    for (const ending of ["-wal", "-shm"]) rmSync(to + ending, { force: true });
    renameSync(fresh, to);
    return kept;
  } finally {
    unlock();
  }
}
