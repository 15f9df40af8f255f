import type { Answer, DutyState } from "../compliance/findings.ts";
import type { Verification } from "../compliance/obligation-pack.ts";
import type { IsoDate } from "../kernel/iso-date.ts";

/** Where a piece of a document comes from. */
export type Source =
  | { readonly kind: "profile" }
  | { readonly kind: "fact"; readonly fact: string; readonly system: string | null }
  | { readonly kind: "inventory"; readonly system: string }
  | { readonly kind: "law"; readonly duty: string }
  | { readonly kind: "register" }
  | { readonly kind: "plan" }
  | { readonly kind: "typed" };

/** A piece of text, with its source where it was inserted; or a blank with the question that fills it. */
export type Span =
  | { readonly text: string; readonly from?: Source }
  | { readonly blank: string; readonly fact?: string; readonly system?: string | null };

export type Spans = readonly Span[];

export type Block =
  | { readonly kind: "paragraph" | "note"; readonly spans: Spans }
  | { readonly kind: "list"; readonly items: readonly Spans[] }
  | {
      readonly kind: "table";
      readonly caption: string;
      readonly header: readonly string[];
      readonly rows: readonly (readonly Spans[])[];
    };

/** A duty that asks for a document or a part of it, as it stands for the organization on the day. */
export type DutyRef = {
  readonly id: string;
  readonly title: string;
  readonly citation: string;
  readonly law: string;
  readonly applies: Extract<Answer, "yes" | "unknown">;
  readonly state: DutyState;
  readonly appliesFrom: IsoDate | null;
  readonly dateOpen: boolean;
  readonly checked: Verification;
  /** Names of the systems it concerns; empty for the organization as a whole. */
  readonly systems: readonly string[];
};

export type Section = {
  readonly id: string;
  readonly heading: string;
  readonly duties: readonly DutyRef[];
  readonly blocks: readonly Block[];
};

/** One thing a draft rests on. What it says is left out where it stands in the text only. */
export type Ground = {
  readonly kind: Exclude<Source["kind"], "law">;
  /** The label of a fact, or the name of a system; null for the others, which have one ground each. */
  readonly what: string | null;
  readonly says: string | null;
  readonly on: IsoDate | null;
  /** Present where grounds are told together. */
  readonly count?: number;
};

/** A draft filled from facts. Two made from equal facts on one day are equal. */
export type WorkProduct = {
  readonly product: string;
  readonly title: string;
  readonly purpose: string;
  readonly organization: string;
  readonly system: { readonly id: string; readonly name: string } | null;
  readonly asOf: IsoDate;
  /** Of the laws, and of the words of this document. */
  readonly packVersion: string;
  readonly templateVersion: string;
  readonly serves: readonly DutyRef[];
  readonly sections: readonly Section[];
  readonly restsOn: readonly Ground[];
};

export type Blank = Extract<Span, { readonly blank: string }>;

/** Every piece of a section, in reading order. */
export function spansOf({ blocks }: Pick<Section, "blocks">): Span[] {
  return blocks.flatMap((block) => {
    if (block.kind === "table") return block.rows.flat(2);
    return block.kind === "list" ? block.items.flat() : [...block.spans];
  });
}

/** The questions that are left open, each once. `answerable`: those that the questions of the duties ask too. */
export function blanksOf(sections: readonly Pick<Section, "blocks">[]): {
  readonly count: number;
  readonly answerable: number;
} {
  const blanks = new Map<string, Blank>();
  for (const span of sections.flatMap(spansOf)) {
    if ("blank" in span) blanks.set(`${span.fact ?? ""} ${span.system ?? ""} ${span.blank}`, span);
  }
  const all = [...blanks.values()];
  return { count: all.length, answerable: all.filter(({ fact }) => fact !== undefined).length };
}
