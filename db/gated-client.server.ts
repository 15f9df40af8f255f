import type { Client, InStatement, ResultSet } from "@libsql/client";
import { createClient, LibsqlError } from "@libsql/client";
import type { WriteGate } from "./write-gate.server.ts";

const readsOnly = /^\s*(?:select|explain|with)\b/i;
const writes = /\b(?:insert|update|delete|replace)\b/i;

/** True for a statement that only reads. A CTE that writes counts as a write, and so does what is not recognised. */
export function isRead(statement: InStatement | string): boolean {
  const sql = typeof statement === "string" ? statement : statement.sql;
  return readsOnly.test(sql) && !writes.test(sql.replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"/g, ""));
}

/**
 * A libSQL client over one database file: reads go to a pool, writes pass the gate one at a time on a connection of
 * their own. `transaction` itself is not gated: the whole of a transaction must be, and only its caller knows its end
 * (see openDatabase). After SQLITE_BUSY the writer is reopened, because its connection cannot be trusted any more.
 */
export function gatedFileClient(url: string, gate: WriteGate): Client {
  const timeout = 5_000;
  let writer = createClient({ url, timeout, concurrency: 1 });
  const reader = createClient({ url, timeout });

  async function written<Value>(work: (client: Client) => Promise<Value>): Promise<Value> {
    try {
      return await work(writer);
    } catch (error) {
      if (error instanceof LibsqlError && error.code.startsWith("SQLITE_BUSY")) {
        writer.close();
        writer = createClient({ url, timeout, concurrency: 1 });
      }
      throw error;
    }
  }

  function execute(statement: InStatement | string, args?: Parameters<Client["execute"]>[1]): Promise<ResultSet> {
    const run = (client: Client) =>
      typeof statement === "string" ? client.execute(statement, args) : client.execute(statement);
    return isRead(statement) ? run(reader) : gate.run(() => written(run));
  }

  return {
    execute: execute as Client["execute"],
    batch: (statements, mode) => gate.run(() => written((client) => client.batch(statements, mode ?? "write"))),
    migrate: (statements) => gate.run(() => written((client) => client.migrate(statements))),
    executeMultiple: (sql) => gate.run(() => written((client) => client.executeMultiple(sql))),
    transaction: () => written((client) => client.transaction("write")),
    sync: () => writer.sync(),
    reconnect: () => {
      writer.reconnect();
      reader.reconnect();
    },
    close: () => {
      writer.close();
      reader.close();
    },
    get closed() {
      return writer.closed;
    },
    protocol: writer.protocol,
  };
}
