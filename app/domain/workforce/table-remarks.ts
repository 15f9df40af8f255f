/** What deserves a look before the rows of a file are saved: how its letters, headers and cells were taken. */
export type TableRemark =
  | { readonly kind: "encoding-guessed"; readonly encoding: string }
  /** Some letters were not UTF-8 like the rest; each was read as Windows-1252. `lines` are the first of them. */
  | { readonly kind: "encoding-mixed"; readonly lines: readonly number[]; readonly count: number }
  | { readonly kind: "zero-bytes"; readonly count: number }
  | { readonly kind: "more-sheets"; readonly read: string; readonly others: number }
  | { readonly kind: "ragged"; readonly line: number; readonly cells: number; readonly expected: number }
  /** Lines above the headers, or a second line of headers, that are no rows. */
  | { readonly kind: "header-lines"; readonly header: number; readonly skipped: readonly number[] }
  /** Text of a merged cell stands in each of its rows; numbers stand in the first alone. */
  | { readonly kind: "merged-cells"; readonly count: number };
