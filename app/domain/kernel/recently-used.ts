/** Values by key, of which only so much is kept. */
export type RecentlyUsed<Value> = {
  readonly get: (key: string) => Value | undefined;
  readonly set: (key: string, value: Value) => void;
};

type Kept<Value> = { readonly value: Value; readonly weight: number };

/**
 * Keeps values until their weights pass `most`; those that were not asked for the longest go first. A value that alone weighs
 * more is not kept, and drives none out. For what can be worked out again from its key: nobody can tell whether it was kept.
 */
export function recentlyUsed<Value>(
  most: number,
  weigh: (value: Value, key: string) => number = () => 1,
): RecentlyUsed<Value> {
  const kept = new Map<string, Kept<Value>>();
  let total = 0;

  function drop(key: string, { weight }: Kept<Value>): void {
    kept.delete(key);
    total -= weight;
  }

  return {
    get(key) {
      const found = kept.get(key);
      if (found === undefined) return undefined;
      kept.delete(key);
      kept.set(key, found);
      return found.value;
    },
    set(key, value) {
      const before = kept.get(key);
      if (before !== undefined) drop(key, before);
      const weight = weigh(value, key);
      if (weight > most) return;
      kept.set(key, { value, weight });
      total += weight;
      for (const [oldest, one] of kept) {
        if (total <= most) break;
        drop(oldest, one);
      }
    },
  };
}
