import { createHash } from "node:crypto";
import { type RecentlyUsed, recentlyUsed } from "#app/domain/kernel/recently-used.ts";
import type { Database } from "./client.server.ts";
import { folded } from "./frozen.ts";

/**
 * Keeps what was worked out from rows that never change, frozen and folded; the least recently used go when the weights pass
 * `most`. A key names everything that a value rests on, its organization first, and comes from a query that was just asked: so
 * nothing need ever be taken back, and who may not ask does not come this far. Each database has its own; a transaction keeps
 * nothing beyond its end. `keep` may leave a large value unfolded, because that takes a while. Of a key only its hash is kept: it may be longer than the value.
 */
export function keptValues<Value>(
  most: number,
  weigh: (value: Value) => number = () => 1,
  keep: (value: Value) => Value = folded,
) {
  const byDatabase = new WeakMap<Database, RecentlyUsed<{ readonly value: Value }>>();
  return async (db: Database, named: string, make: () => Promise<Value>): Promise<Value> => {
    const key = createHash("sha256").update(named).digest("base64");
    const kept = byDatabase.get(db) ?? recentlyUsed(most, ({ value }) => weigh(value));
    byDatabase.set(db, kept);
    const before = kept.get(key);
    if (before !== undefined) return before.value;
    const value = keep(await make());
    kept.set(key, { value });
    return value;
  };
}
