import type { IsoDate } from "../kernel/iso-date.ts";
import type { Money } from "../kernel/money.ts";

/** A value inside a sentence. What needs the reader's locale says what it is and is written where the words are. */
export type ReasonValue =
  | string
  | number
  | { readonly date: IsoDate }
  | { readonly share: number }
  /** Drawn, and so never certain: written with bounds at the ends. */
  | { readonly chance: number }
  | Money;

/** A sentence as a code and its values; the code is a key of the catalogue of reports. */
export type Reason = { readonly code: string; readonly values: Readonly<Record<string, ReasonValue>> };

export function reason(code: string, values: Readonly<Record<string, ReasonValue>> = {}): Reason {
  return { code, values };
}
