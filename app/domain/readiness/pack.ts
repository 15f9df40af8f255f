/** What the readiness model consists of, as data: pillars, questions, gates, blockers, and targets by the decision wanted. */

export type PillarId =
  | "strategy"
  | "leadership"
  | "data"
  | "technology"
  | "models"
  | "security"
  | "governance"
  | "work"
  | "people"
  | "culture"
  | "outcomes"
  | "visibility";

/** 1 absent, 2 ad hoc, 3 defined, 4 measured, 5 improving by feedback. */
export type Level = 1 | 2 | 3 | 4 | 5;

export type Pillar = {
  readonly id: PillarId;
  /** 1..12, the order in which pillars are shown. */
  readonly number: number;
  readonly title: string;
  /** What a low result means for somebody who wants to act, in one sentence. */
  readonly meaning: string;
  /** Relative weight in the overall score, above 0; an organization may set its own. */
  readonly weight: number;
};

export type Question = {
  readonly id: string;
  readonly pillar: PillarId;
  /** What is asked about, in two or three words. */
  readonly indicator: string;
  readonly text: string;
  /** Behaviour at levels 1 to 5; the person picks the one that is most like them. */
  readonly anchors: readonly [string, string, string, string, string];
  /** Relative weight within the pillar, above 0. */
  readonly weight: number;
  /** Part of the check of at most 15 questions. */
  readonly quick: boolean;
  /** Part of the staff pulse of 12 questions. */
  readonly pulse: boolean;
  /** False where every organization has the matter, so that "not applicable" is no answer. */
  readonly mayNotApply: boolean;
  /** What would raise the confidence in an answer. */
  readonly evidence: string;
};

/** Holds a pillar at `atMost` until the question is known to stand at `needs` or above. */
export type Gate = {
  readonly id: string;
  readonly pillar: PillarId;
  readonly question: string;
  readonly needs: Level;
  readonly atMost: Level;
  readonly title: string;
};

/** Forces "not yet" until the question is known to stand at `needs` or above. */
export type BlockerRule = {
  readonly id: string;
  readonly question: string;
  readonly needs: Level;
  /** As it reads in a sentence: "no owner". */
  readonly title: string;
  readonly because: string;
  readonly unblock: string;
  /** Who usually clears it. */
  readonly owner: string;
};

/** What the organization wants to decide; readiness is always readiness for something. */
export type Decision = {
  readonly id: string;
  /** Completes "ready to …". */
  readonly title: string;
  readonly targets: Readonly<Record<PillarId, Level>>;
  /** Ids of the blockers that bind this decision. */
  readonly blockers: readonly string[];
};

/** How sure one answer is: the product of three factors, each in 0..1. */
export type ConfidenceRules = {
  /** By evidence grade: claim, named owner, document, system record, measured outcome. */
  readonly byGrade: readonly [number, number, number, number, number];
  /** Days for which an answer counts as fresh. */
  readonly freshDays: number;
  /** Days after which, past the fresh ones, the factor has halved. */
  readonly halfLifeDays: number;
  readonly leastFreshness: number;
  readonly leastAgreement: number;
  /** Correlation of the errors of two answers of one organization, 0..1: people who flatter, flatter throughout. */
  readonly sharedError: number;
};

export type ReadinessPack = {
  readonly version: string;
  readonly pillars: readonly Pillar[];
  readonly questions: readonly Question[];
  readonly gates: readonly Gate[];
  readonly blockers: readonly BlockerRule[];
  readonly decisions: readonly Decision[];
  readonly confidence: ConfidenceRules;
};
