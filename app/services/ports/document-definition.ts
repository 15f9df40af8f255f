/** A document laid out without a browser, as plain values that a thread can be given. Sizes are in points. */
export type Cell = { readonly text: string; readonly style: string };

export type DocumentTable = {
  readonly headerRows: number;
  readonly widths: readonly string[];
  readonly body: readonly (readonly Cell[])[];
};

export type Block =
  | { readonly text: string; readonly style: string }
  | { readonly ul: readonly string[]; readonly style: string }
  | { readonly svg: string; readonly width: number; readonly margin: readonly number[] }
  | { readonly table: DocumentTable; readonly layout: string; readonly style: string };

export type DocumentDefinition = {
  readonly title: string;
  readonly language: string;
  readonly content: readonly Block[];
};
