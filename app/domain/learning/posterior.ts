import type { Estimate } from "#app/domain/kernel/estimate.ts";
import type { Scope } from "./evidence.ts";

export type EvidenceCount = {
  readonly ownMeasured: number;
  readonly ownReported: number;
  /** Measured outcomes of other organizations that agreed to share. */
  readonly pooledMeasured: number;
  readonly pooledOrganizations: number;
};

/** What is believed of an effect after the outcomes. */
export type Posterior = {
  readonly scope: Scope;
  readonly mean: number;
  readonly sd: number;
  /** 90 % interval of the effect. */
  readonly effect: Estimate;
  readonly evidence: EvidenceCount;
  /** 0..1: how much of the mean comes from outcomes rather than from the prior. */
  readonly weightOfEvidence: number;
  /** Standard deviations between segments and between organizations of a segment, as used. */
  readonly spread: Spread;
};

export type Spread = { readonly betweenOrganizations: number; readonly betweenSegments: number };
