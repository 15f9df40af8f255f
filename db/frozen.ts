/** The value, frozen through and through: what is kept in memory is handed to many requests. */
export function frozen<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}

/**
 * The value frozen, in which equal parts are one part: a list of duties names the same reasons again and again. It takes less
 * memory, and what is sent to the browser says each part once. Of anything but plain objects and lists the part itself stays.
 */
export function folded<Value>(value: Value): Value {
  const known = new Map<string, object>();
  const numbers = new Map<object, number>();
  function fold(part: unknown): unknown {
    if (typeof part !== "object" || part === null || Object.isFrozen(part)) return part;
    const list = Array.isArray(part);
    if (!list && Object.getPrototypeOf(part) !== Object.prototype) return part;
    const entries = Object.entries(part).map(([name, inner]) => [name, fold(inner)] as const);
    const key = `${list ? "[" : "{"}${entries.map(([name, inner]) => `${JSON.stringify(name)}:${nameOf(inner)}`).join()}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const whole = Object.freeze(list ? entries.map(([, inner]) => inner) : Object.fromEntries(entries));
    known.set(key, whole);
    return whole;
  }
  function nameOf(part: unknown): string {
    if (typeof part === "string") return JSON.stringify(part);
    if (typeof part !== "object" || part === null) return String(part);
    const number = numbers.get(part) ?? numbers.size;
    numbers.set(part, number);
    return `#${number}`;
  }
  return fold(value) as Value;
}
