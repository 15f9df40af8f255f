/**
 * JSON with keys in code-unit order at every depth, so that equal values give equal bytes.
 * Undefined members are left out, as JSON.stringify does. Throws on NaN and infinities, which JSON would turn into null.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) => {
    if (typeof member === "number" && !Number.isFinite(member)) throw new RangeError(`not a finite number: ${member}`);
    if (member === null || typeof member !== "object" || Array.isArray(member)) return member;
    return Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
  });
}
