import type { EffectScale, Forecast, Outcome } from "#app/domain/kernel/forecast.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";

/** Sector and size band: the cell within which organizations are taken to be more alike. */
export type Segment = { readonly sector: string; readonly size: string };

/** Whose effect is meant: one organization's, or (`all`) the mean over organizations of a segment. */
export type Scope = {
  readonly organization: string | "all";
  readonly interventionId: string;
  readonly segment: Segment;
};

/** One outcome as the model sees it: y = theta + bias of its source + noise of variance v. */
export type Evidence = {
  readonly interventionId: string;
  readonly organization: string;
  readonly segment: Segment;
  /** On the scale of the intervention's prior. */
  readonly effect: number;
  /** Variance of the noise, above 0, on the same scale squared. */
  readonly variance: number;
  readonly basis: "measured" | "reported";
  readonly observedOn: IsoDate;
};

/**
 * What is believed of an effect before any outcome, already deflated from the literature to the field
 * (METHODS 6: 0.6 of the published effect unless a source says otherwise). A judgement, and labelled so.
 */
export type Prior = {
  readonly interventionId: string;
  readonly scale: EffectScale;
  readonly mean: number;
  /** Standard deviation of the mean effect over organizations, above 0. */
  readonly sd: number;
  /** What one standard deviation of the outcome is on this scale: 1 for `smd`. Spreads and biases are stated in it. */
  readonly unit: number;
};

/** Noise of an outcome whose standard error nobody stated, in units of the prior. */
const noiseWhenUnstated = { measured: 0.45, reported: 0.6 } as const;

/** The evidence that an outcome gives. A missing standard error is taken as .45 units measured, .60 reported. */
export function evidenceFrom(
  prior: Prior,
  forecast: Pick<Forecast, "interventionId">,
  outcome: Outcome,
  who: { readonly organization: string; readonly segment: Segment },
): Evidence {
  const error = outcome.standardError ?? noiseWhenUnstated[outcome.basis] * prior.unit;
  return {
    interventionId: forecast.interventionId,
    organization: who.organization,
    segment: who.segment,
    effect: outcome.observed,
    variance: Math.max(error, 0.01 * prior.unit) ** 2,
    basis: outcome.basis,
    observedOn: outcome.observedOn,
  };
}
