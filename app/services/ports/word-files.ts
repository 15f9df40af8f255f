import type { Block } from "#app/domain/work-products/work-product.ts";

/** A document to be written as an editable file, as plain values that a thread can be given. */
export type WordFile = {
  readonly title: string;
  readonly subtitle: string | null;
  readonly author: string;
  /** A BCP 47 tag. */
  readonly language: string;
  /** Stands at the head of every page and at the beginning. */
  readonly mark: string;
  readonly lead: readonly string[];
  readonly sections: readonly {
    readonly heading: string;
    /** What stands in small type below the heading. */
    readonly asides: readonly string[];
    readonly blocks: readonly Block[];
  }[];
  /** What a blank begins with. */
  readonly fillIn: string;
};

/** Writes files for word processors. Heavy documents take a second or two, off the request's thread. */
export interface WordFiles {
  docx(file: WordFile): Promise<Uint8Array>;
}
