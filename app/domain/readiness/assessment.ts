import type { Estimate } from "#app/domain/kernel/estimate.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import type { Level, PillarId } from "./pack.ts";

/** How one question entered its pillar. Scores run from 10 (level 1) to 90 (level 5). */
export type QuestionScore = {
  readonly question: string;
  readonly state: "answered" | "fed" | "unknown" | "not-applicable" | "not-answered";
  /** 1..5, the mean where several answered; null where no level is known. */
  readonly level: number | null;
  readonly score: number | null;
  /** 0..1; 0 for "don't know". */
  readonly confidence: number;
  readonly respondents: number;
  /** What a feed found; null where a person answered. */
  readonly finding: string | null;
};

export type GateResult = {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly needs: Level;
  readonly atMost: Level;
  /** `not-known` holds the level down as `unmet` does: what is not shown to be there is not counted. */
  readonly state: "met" | "unmet" | "not-known";
};

export type PillarResult = {
  readonly pillar: PillarId;
  readonly title: string;
  /** 10..90 with an 80 % interval; null while nothing in the pillar is answered. */
  readonly score: Estimate | null;
  readonly level: Level | null;
  /** The level by score alone, before gates. */
  readonly levelByScore: Level | null;
  readonly target: Level;
  readonly gates: readonly GateResult[];
  readonly questions: readonly QuestionScore[];
  /** Share of the pillar's question weight that an answer or a feed covers, 0..1. */
  readonly coverage: number;
  /** Share of the overall score, 0..1; the shares of all pillars sum to 1. */
  readonly weight: number;
};

/** A named reason that forces "not yet", whatever the score. */
export type Blocker = {
  readonly id: string;
  readonly title: string;
  readonly because: string;
  readonly unblock: string;
  readonly owner: string;
  readonly question: string;
  readonly pillar: PillarId;
  readonly state: "unmet" | "not-known";
};

export type Gap = {
  readonly pillar: PillarId;
  readonly title: string;
  readonly level: Level | null;
  readonly target: Level;
};

/** Ready only without a blocker and with every target reached; `not-known` while too little is answered to say either. */
export type Verdict = {
  readonly answer: "ready" | "not-yet" | "not-known";
  readonly decision: string;
  readonly decisionTitle: string;
  /** Share of draws, 0..1, in which every pillar's score reaches its target level. */
  readonly chance: number;
  readonly gaps: readonly Gap[];
};

/** One question raised by a level, and what that does. */
export type NextStep = {
  readonly question: string;
  readonly pillar: PillarId;
  readonly from: number;
  readonly to: Level;
  /** The behaviour to reach, as the questionnaire words it. */
  readonly behaviour: string;
  /** Points of the overall score, at least 0. */
  readonly gain: number;
  /** The blocker that it clears, or null. */
  readonly clears: string | null;
};

export type ReadinessAssessment = {
  readonly asOf: IsoDate;
  readonly scope: "quick" | "full";
  readonly knowledge: { readonly pack: "readiness"; readonly version: string };
  /** 10..90 with an 80 % interval: the weighted geometric mean of the pillars; null while nothing is answered. */
  readonly score: Estimate | null;
  readonly level: Level | null;
  readonly pillars: readonly PillarResult[];
  readonly blockers: readonly Blocker[];
  readonly verdict: Verdict;
  /** The three pillars that stand best against their targets, and the three of the others that stand worst. */
  readonly strengths: readonly PillarId[];
  readonly weaknesses: readonly PillarId[];
  readonly nextSteps: readonly NextStep[];
  readonly answered: number;
  readonly asked: number;
  /** Share of the whole question weight that is covered, 0..1. */
  readonly coverage: number;
};
