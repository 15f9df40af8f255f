import type { IsoDate } from "../kernel/iso-date.ts";

/** The rows a table is made of; its columns are named in `columns.ts`. */
export const tableKinds = [
  "systems",
  "duties",
  "left-out",
  "questions",
  "incidents",
  "clocks",
  "literacy",
  "courses",
  "answers",
] as const;

export type TableKind = (typeof tableKinds)[number];

/** A heading and the key of what stands below it. */
export type TemplateColumn = readonly [header: string, shows: string];

/**
 * What a section is made of. A text may hold `{organization}`, `{system}`, `{vendor}`, `{purpose}`, `{fact:ID}`,
 * `{typed:KEY}`, `{due:DUTY|FIGURE}`, a number of days or hours that a duty of the packs names, and `{ask:QUESTION}`, a blank that
 * only a person can fill.
 */
export type TemplateBlock =
  | { readonly paragraph: string }
  | { readonly note: string }
  | { readonly list: readonly string[] }
  /** Points with their answers, as a table of two columns. */
  | { readonly points: readonly (readonly [label: string, text: string])[] }
  | {
      readonly table: TableKind;
      readonly caption: string;
      readonly columns: readonly TemplateColumn[];
      /** Said instead of a table without rows. */
      readonly empty: string;
      /** Systems that concern these people only; all when left out. */
      readonly people?: readonly string[];
      /** Duties that these controls meet; those of the document when left out. */
      readonly controls?: readonly string[];
    };

export type TemplateSection = {
  readonly id: string;
  readonly heading: string;
  /** Present when one of these duties applies or may; always when left out. */
  readonly duties?: readonly string[];
  readonly blocks: readonly TemplateBlock[];
};

export type Template = {
  readonly id: string;
  readonly title: string;
  /** What it is for, in a sentence. */
  readonly purpose: string;
  readonly scope: "organization" | "system";
  /** It serves the duties that these controls meet, and those of its sections. */
  readonly controls: readonly string[];
  readonly sections: readonly TemplateSection[];
};

/** What happened, as far as a clock asks for it. */
export type Consequence = { readonly id: string; readonly label: string };

/** A time that runs from the moment somebody noticed, where a duty applies and one of the consequences came about. */
export type Clock = {
  readonly id: string;
  readonly duty: string;
  readonly what: string;
  readonly whom: string;
  /** Null: at once, or in a time the source does not give; `words` says which. */
  readonly hours: number | null;
  readonly words: string;
  readonly consequences: readonly string[];
};

export type VendorQuestion = {
  readonly id: string;
  readonly question: string;
  readonly why: string;
  /** Asked when one of these controls serves a duty of the system; always when empty. */
  readonly controls: readonly string[];
};

/** The statement on technology that a layoff filing asks for in one state. */
export type LayoffStatement = {
  readonly place: string;
  readonly duty: string;
  readonly asked: string;
  readonly filedWith: string;
};

export type WorkProductPack = {
  readonly version: string;
  readonly asOf: IsoDate;
  readonly reviewBy: IsoDate;
  readonly templates: readonly Template[];
  readonly consequences: readonly Consequence[];
  readonly clocks: readonly Clock[];
  readonly vendorQuestions: readonly VendorQuestion[];
  readonly layoffStatements: readonly LayoffStatement[];
};
