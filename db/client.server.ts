import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { type Client, createClient } from "@libsql/client";
import { drizzle, type LibSQLDatabase } from "drizzle-orm/libsql";
import { lockFile } from "./file-lock.server.ts";
import { gatedFileClient } from "./gated-client.server.ts";
import { WriteGate } from "./write-gate.server.ts";

type Whole = LibSQLDatabase<Record<string, never>>;

/** What repositories take: the database itself or an open transaction. */
export type Database = Pick<
  Whole,
  "select" | "selectDistinct" | "insert" | "update" | "delete" | "run" | "all" | "get" | "transaction"
>;

export type OpenDatabase = {
  readonly db: Database;
  /** The client underneath, for migrations, backup and identity's adapter. */
  readonly client: Client;
  /** Where the data is, in words for a log: a file's path or a server's address without its secret. */
  readonly place: string;
  close(): void;
};

/** The path behind a `file:` URL, or null for a server's. */
export function fileOf(url: string): string | null {
  if (!url.startsWith("file:")) return null;
  return url.startsWith("file://") ? fileURLToPath(url) : url.slice("file:".length);
}

/** Hands the gate's turn to a whole transaction, from its BEGIN to its COMMIT. */
function withGatedTransactions(db: Whole, gate: WriteGate): Database {
  const begin = db.transaction.bind(db);
  return Object.assign(db, { transaction: ((work) => gate.run(() => begin(work))) as Whole["transaction"] });
}

/**
 * Opens `url`: a `file:` path (one process, WAL, foreign keys, every write through one gate) or a remote libSQL server
 * (`ws:`, `wss:`, `libsql:`, `http:`, `https:`), which queues writers itself. Throws DatabaseInUse for a file that
 * another process has open.
 */
export async function openDatabase(url: string, authToken?: string): Promise<OpenDatabase> {
  const gate = new WriteGate();
  const file = fileOf(url);
  if (file === null) {
    const client = createClient({ url, ...(authToken ? { authToken } : {}) });
    return { db: drizzle(client), client, place: new URL(url).host, close: () => client.close() };
  }
  mkdirSync(dirname(file), { recursive: true });
  const unlock = lockFile(file);
  const client = gatedFileClient(url, gate);
  await client.executeMultiple("PRAGMA journal_mode = WAL;");
  return {
    db: withGatedTransactions(drizzle(client), gate),
    client,
    place: file,
    close() {
      client.close();
      unlock();
    },
  };
}
