/** Groups below this number of people are not shown to whoever may not see persons. */
export const smallestGroup = 5;

/** True when figures of a group of `heads` people would tell of persons to somebody who may not see them. */
export function hidesGroup(heads: number, seesPeople: boolean): boolean {
  return !seesPeople && heads > 0 && heads < smallestGroup;
}

/**
 * Which cells of a table with a shown total must be hidden, as indices in ascending order. Small groups (1 to 4) hide
 * themselves; and when what they hide together is itself smaller than five, or is one single cell that the total would
 * give away by subtraction, the smallest of the other groups hides with them. An empty group (0) may stay: it is nobody.
 */
export function suppressed(heads: readonly number[]): readonly number[] {
  const order = heads.map((count, at) => ({ count, at })).filter(({ count }) => count > 0);
  order.sort((a, b) => a.count - b.count || a.at - b.at);
  const hidden = order.filter(({ count }) => count < smallestGroup);
  if (hidden.length === 0) return [];
  const others = order.slice(hidden.length);
  const sum = () => hidden.reduce((total, { count }) => total + count, 0);
  while ((hidden.length < 2 || sum() < smallestGroup) && others.length > 0) {
    const next = others.shift();
    if (next) hidden.push(next);
  }
  return hidden.map(({ at }) => at).sort((a, b) => a - b);
}

/**
 * The same for a table of two directions whose row and column totals are shown: `hidden[row][column]`. No row and no
 * column is left with exactly one hidden cell, nor with hidden cells that sum to fewer than five, as long as it has
 * another group to hide.
 */
export function suppressedTable(heads: readonly (readonly number[])[]): readonly (readonly boolean[])[] {
  const hidden = heads.map((row) => row.map((count) => count > 0 && count < smallestGroup));
  const columns = Math.max(0, ...heads.map((row) => row.length));
  const lines: (readonly (readonly [number, number])[])[] = [
    ...heads.map((row, r) => row.map((_, c) => [r, c] as const)),
    ...Array.from({ length: columns }, (_, c) => heads.flatMap((row, r) => (c < row.length ? [[r, c] as const] : []))),
  ];
  const at = ([r, c]: readonly [number, number]) => heads[r]?.[c] ?? 0;
  let changed = true;
  while (changed) {
    changed = false;
    for (const line of lines) {
      const inside = line.filter(([r, c]) => hidden[r]?.[c]);
      if (inside.length === 0) continue;
      const sum = inside.reduce((total, cell) => total + at(cell), 0);
      if (inside.length > 1 && sum >= smallestGroup) continue;
      const [next] = line
        .filter((cell) => at(cell) > 0 && !hidden[cell[0]]?.[cell[1]])
        .sort((a, b) => at(a) - at(b) || a[0] - b[0] || a[1] - b[1]);
      const row = next && hidden[next[0]];
      if (!next || !row) continue;
      row[next[1]] = true;
      changed = true;
    }
  }
  return hidden;
}

/** The same by id. */
export function suppressedIds<Id>(groups: readonly { readonly id: Id; readonly headcount: number }[]): readonly Id[] {
  return suppressed(groups.map(({ headcount }) => headcount)).flatMap((at) => groups[at]?.id ?? []);
}
