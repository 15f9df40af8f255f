import type { Dated } from "../kernel/dated.ts";
import type { IsoDate } from "../kernel/iso-date.ts";
import type { FactDefinition } from "./facts.ts";

export type Leaf =
  | { readonly fact: string; readonly op: "touches" | "has_any" | "in"; readonly value: readonly string[] }
  | { readonly fact: string; readonly op: "eq"; readonly value: boolean | string }
  | { readonly fact: string; readonly op: "gte" | "gt"; readonly value: number }
  | { readonly fact: string; readonly op: "before"; readonly value: IsoDate };

/** When something applies. A named rule is a legal test with words of its own, such as "high-risk under Annex III". */
export type Rule =
  | { readonly all: readonly Rule[] }
  | { readonly any: readonly Rule[] }
  | { readonly not: Rule }
  | { readonly never: true }
  | { readonly always: true }
  | { readonly is: string; readonly meaning: string; readonly rule: Rule }
  | Leaf;

/** How an item was checked. Nobody opened the official texts for this pack, so no grade says more than these do. */
export type Verification = "secondary text quoting the law" | "secondary summary" | "memory";

export type Checked = {
  readonly how: Verification;
  /** Where and when it was checked, in words. */
  readonly note: string;
};

export type InstrumentStatus =
  | "in_force"
  | "phased"
  | "future"
  | "transposition"
  | "stayed"
  | "pending"
  | "not_law"
  | "no_company_duties";

export type ObligationKind =
  | "legal_duty"
  | "prohibition"
  | "liability_rule"
  | "effort_duty"
  | "guidance"
  | "voluntary"
  | "watch";

/** The first rule that is met sets the date from which a duty binds. */
export type DateRule = { readonly when: string; readonly rule: Rule; readonly date: IsoDate };

/** What a duty asks while one entry of its history holds. */
export type Duty = {
  readonly title: string;
  readonly citation: string;
  readonly who: readonly string[];
  readonly trigger: string;
  readonly kind: ObligationKind;
  readonly evidence: readonly string[];
  readonly controls: readonly string[];
  readonly penalty?: string;
  readonly note?: string;
  readonly due?: string;
  readonly checked: Checked;
};

/**
 * `history` starts with the day from which the duty binds; `from: null` means since before our records begin.
 * `dateOpen` marks a duty that is enacted but whose first day nobody could tell us.
 */
export type Obligation = {
  readonly id: string;
  readonly applies: Rule;
  readonly dates?: readonly DateRule[];
  readonly dateOpen?: true;
  readonly history: readonly Dated<Duty>[];
};

export type InstrumentTerms = {
  readonly title: string;
  readonly citation: string;
  readonly status: InstrumentStatus;
  readonly statusNote?: string;
  readonly legalForce: string;
  readonly whoIsCovered: string;
  readonly penalty?: string;
  readonly openPoints: readonly string[];
  readonly scopeNotes?: readonly string[];
  readonly checked: Checked;
};

/** A law, standard or guideline with its duties. `inForceFrom` is the first day any of it binds, where known. */
export type Instrument = {
  readonly id: string;
  readonly place: string;
  readonly type: string;
  readonly inForceFrom: IsoDate | null;
  readonly applies: Rule;
  readonly history: readonly Dated<InstrumentTerms>[];
  readonly obligations: readonly Obligation[];
  readonly reviewBy: IsoDate;
};

export type Control = { readonly id: string; readonly title: string; readonly meaning: string };

/** The whole fact set of one version: vocabulary, laws and the controls that meet their duties. */
export type ObligationPack = {
  readonly version: string;
  /** The day on which the research behind the pack was closed. */
  readonly asOf: IsoDate;
  readonly facts: readonly FactDefinition[];
  readonly controls: readonly Control[];
  readonly instruments: readonly Instrument[];
  /** What the pack does not cover, in sentences that people read. */
  readonly notCovered: readonly string[];
};
