import type { IsoDate } from "./iso-date.ts";

/** Where a fact comes from. What the source does not give is absent; nothing is invented. */
export type Citation = {
  readonly title: string;
  readonly locator?: string;
  readonly href?: string;
  readonly retrieved?: IsoDate;
  readonly quote?: string;
};

/** A value and the day from which it holds; `from: null` means since before our records begin. */
export type Dated<Value> = {
  readonly from: IsoDate | null;
  readonly value: Value;
  readonly cite: readonly Citation[];
};

/** The entry in force on `date`, or null when the history starts later. */
export function inForceOn<Value>(history: readonly Dated<Value>[], date: IsoDate): Dated<Value> | null {
  let found: Dated<Value> | null = null;
  for (const entry of history) {
    const started = entry.from === null || entry.from <= date;
    if (started && (found === null || (entry.from ?? "") >= (found.from ?? ""))) found = entry;
  }
  return found;
}
