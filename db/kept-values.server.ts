import { createHash } from "node:crypto";
import type { Database } from "./client.server.ts";
import { folded } from "./frozen.ts";

type Kept<Value> = { readonly value: Value; readonly weight: number };

/**
 * Keeps what was worked out from rows that never change, frozen and folded; the least recently used go when the weights pass
 * `most`. A key names everything that a value rests on, its organization first, and comes from a query that was just asked: so
 * nothing need ever be taken back, and who may not ask does not come this far. Each database has its own; a transaction keeps
 * nothing beyond its end. Of a key only its hash is kept: it may be longer than the value.
 */
export function keptValues<Value>(most: number, weigh: (value: Value) => number = () => 1) {
  const byDatabase = new WeakMap<Database, { readonly values: Map<string, Kept<Value>>; weight: number }>();
  return async (db: Database, named: string, make: () => Promise<Value>): Promise<Value> => {
    const key = createHash("sha256").update(named).digest("base64");
    const all = byDatabase.get(db) ?? { values: new Map(), weight: 0 };
    byDatabase.set(db, all);
    const before = all.values.get(key);
    if (before !== undefined) {
      all.values.delete(key);
      all.values.set(key, before);
      return before.value;
    }
    const value = folded(await make());
    const weight = weigh(value);
    if (weight > most) return value;
    all.weight += weight - (all.values.get(key)?.weight ?? 0);
    all.values.delete(key);
    all.values.set(key, { value, weight });
    for (const [oldest, kept] of all.values) {
      if (all.weight <= most) break;
      all.values.delete(oldest);
      all.weight -= kept.weight;
    }
    return value;
  };
}
