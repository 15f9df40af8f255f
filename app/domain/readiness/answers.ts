import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import type { Level, PillarId } from "./pack.ts";

export type RespondentGroup = "executive" | "manager" | "front-line";

/** 0 claim, 1 named owner, 2 document, 3 system record, 4 measured outcome. */
export type EvidenceGrade = 0 | 1 | 2 | 3 | 4;

/** `unknown` is "don't know", `na` is "not applicable to us". A question without an answer has no entry. */
export type Answer = {
  readonly question: string;
  readonly level: Level | "unknown" | "na";
  readonly evidence: EvidenceGrade;
  readonly respondent: string;
  readonly group: RespondentGroup;
  readonly answeredOn: IsoDate;
};

/** What an assessment already knows of a question, so that the person is not asked. */
export type Feed = {
  readonly question: string;
  readonly source: "exposure" | "compliance" | "visibility";
  /** A level from 1 to 5 that may lie between two. */
  readonly level: number;
  /** 0..1. */
  readonly confidence: number;
  readonly asOf: IsoDate;
  /** What was found, with its figures: "7 of 8 duties in force have evidence". */
  readonly finding: string;
};

/** Everything a readiness result depends on besides the pack; stored with it, so that it can be computed again. */
export type ReadinessInput = {
  readonly asOf: IsoDate;
  readonly decision: string;
  readonly scope: "quick" | "full";
  readonly answers: readonly Answer[];
  readonly feeds: readonly Feed[];
  /** The organization's own pillar weights, where it set any. */
  readonly weights: Readonly<Partial<Record<PillarId, number>>>;
};
