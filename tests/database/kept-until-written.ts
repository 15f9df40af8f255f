import { createClient } from "@libsql/client";

/**
 * What `read` answers about a database file, read again only after somebody committed something: as long as nobody did, it is the very
 * same value.
 */
export function keptUntilWritten<Value extends object>(url: string, read: () => Promise<Value>) {
  // A connection of its own: its data version counts the commits of all others.
  const client = createClient({ url, concurrency: 1 });
  let kept: { readonly version: unknown; readonly value: Value } | null = null;
  return {
    async get(): Promise<Value> {
      const version = (await client.execute("PRAGMA data_version")).rows[0]?.data_version;
      if (kept === null || kept.version !== version) kept = { version, value: await read() };
      return kept.value;
    },
    [Symbol.dispose]: () => client.close(),
  };
}
