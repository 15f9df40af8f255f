import type { IsoDate } from "../kernel/iso-date.ts";
import type { FactValue } from "./facts.ts";
import type { InstrumentStatus, Leaf, ObligationKind, Verification } from "./obligation-pack.ts";

/** Three-valued: a missing answer is `unknown` and becomes a question. */
export type Answer = "yes" | "no" | "unknown";

export type DutyState = "in_force" | "upcoming" | "stayed" | "voluntary" | "watch";

/** What a rule asks of a fact; `met` false when it asks for the opposite. */
export type Asked = { readonly op: Leaf["op"]; readonly value: Leaf["value"]; readonly met: boolean };

/** A fact that decided, the answer given (null: none yet) and the test it met or failed, in words. */
export type Because = {
  readonly fact: string;
  readonly value: FactValue | null;
  readonly rule: string;
  readonly asked?: Asked;
  readonly systems?: readonly string[];
};

/** An answer that would change the outcome, together with the others in the same list. */
export type WouldChange = {
  readonly fact: string;
  readonly to: string;
  readonly asked: Asked;
  readonly systems?: readonly string[];
};

export type InstrumentFinding = {
  readonly id: string;
  readonly applies: Answer;
  readonly status: InstrumentStatus;
  readonly because: readonly Because[];
  readonly wouldChange: readonly WouldChange[];
};

export type SystemFinding = {
  readonly system: string;
  readonly applies: "yes" | "unknown";
  readonly appliesFrom: IsoDate | null;
  readonly state: DutyState;
  /** True when an open answer could move the date later; the date shown is the earliest possible. */
  readonly earliestPossible: boolean;
};

/** A duty that applies, or may. `systems` is empty for a duty of the organization as a whole. */
export type ObligationFinding = {
  readonly id: string;
  readonly instrument: string;
  readonly applies: "yes" | "unknown";
  readonly systems: readonly string[];
  readonly perSystem: readonly SystemFinding[];
  /** Null: since before our records begin, or, with `dateOpen`, not known yet. */
  readonly appliesFrom: IsoDate | null;
  readonly dateOpen: boolean;
  readonly earliestPossible: boolean;
  /** The facts that chose the date, where the law dates the duty by facts. */
  readonly dateBecause?: readonly Because[];
  readonly state: DutyState;
  readonly kind: ObligationKind;
  readonly title: string;
  readonly citation: string;
  readonly because: readonly Because[];
  readonly wouldChange: readonly WouldChange[];
  readonly evidence: readonly string[];
  readonly controls: readonly string[];
  readonly verification: Verification;
};

export type NotApplicable = {
  readonly id: string;
  readonly instrument: string;
  readonly title: string;
  readonly because: readonly Because[];
  readonly wouldChange: readonly WouldChange[];
};

/**
 * A question worth asking. `decides` is the expected number of open duties that an answer settles,
 * `decidesDates` the number of duties that apply and whose date it settles. `systems` names where it is open.
 */
export type RankedQuestion = {
  readonly fact: string;
  readonly question: string;
  readonly why: string;
  readonly decides: number;
  readonly decidesDates: number;
  readonly systems?: readonly string[];
};

/** The answer of the engine for one organization, one day and one pack. */
export type ComplianceAssessment = {
  readonly asOf: IsoDate;
  readonly pack: { readonly version: string; readonly asOf: IsoDate };
  readonly instruments: readonly InstrumentFinding[];
  readonly obligations: readonly ObligationFinding[];
  readonly notApplicable: readonly NotApplicable[];
  readonly questions: readonly RankedQuestion[];
};
