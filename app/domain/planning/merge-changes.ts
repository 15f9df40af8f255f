import type { ItemChange } from "./plan.ts";

type Shown = Pick<ItemChange, "id" | "title" | "change" | "text" | "because">;

/** Several items to which the same happened for the same reason, as one change that names them all. The order stays. */
export function mergeChanges(changes: readonly Shown[]): Shown[] {
  const merged = new Map<string, { first: Shown; titles: string[]; tail: string }>();
  for (const change of changes) {
    const alike = change.text.startsWith(change.title);
    const tail = alike ? change.text.slice(change.title.length) : change.text;
    const key = JSON.stringify([change.change, change.because, alike ? "" : change.id, tail]);
    const known = merged.get(key);
    if (known === undefined) merged.set(key, { first: change, titles: alike ? [change.title] : [], tail });
    else known.titles.push(change.title);
  }
  return [...merged.values()].map(({ first, titles, tail }) =>
    titles.length < 2 ? first : { ...first, text: `${titles.join("; ")}${tail}` },
  );
}
