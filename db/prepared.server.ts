import type { Database } from "./client.server.ts";

/** A query of a hot path, put together once for each database: drizzle takes longer over its text than libSQL over its rows. */
export function prepared<Query>(build: (db: Database) => Query): (db: Database) => Query {
  const known = new WeakMap<Database, Query>();
  return (db) => {
    const before = known.get(db);
    if (before !== undefined) return before;
    const query = build(db);
    known.set(db, query);
    return query;
  };
}
