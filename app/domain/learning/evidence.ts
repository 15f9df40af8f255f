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

/** A prior from a statement on its own scale. Beside `smd`, what one standard deviation is follows from how wide the belief is. */
export function priorFrom(stated: {
  readonly id: string;
  readonly scale: EffectScale;
  readonly mean: number;
  readonly sd: number;
}): Prior {
  const { id, scale, mean, sd } = stated;
  return { interventionId: id, scale, mean, sd, unit: scale === "smd" ? 1 : sd / usualPriorSd };
}

/** How wide beliefs about effects in standard deviations usually are. */
export const usualPriorSd = 0.3;

/** Noise of an outcome whose standard error nobody stated, in units of the prior. */
const noiseWhenUnstated = { measured: 0.45, reported: 0.6 } as const;

/** How far from nothing a forecast and its belief must be before an outcome is read as a multiple of them. */
const leastForecast = 1e-6;

/**
 * What one unit of an item's forecast is on its prior's scale. A forecast states an effect in the item's own terms (hours of this bundle,
 * points of this site) that rested on the belief then: seeing twice the forecast says that the effect is twice that belief.
 */
export function forecastRatio(prior: Prior, forecast: Pick<Forecast, "effect">, beliefThen: number): number {
  const { value } = forecast.effect;
  const readable = Math.abs(value) > leastForecast && Math.abs(beliefThen) > leastForecast * prior.unit;
  return readable ? beliefThen / value : 1;
}

/** The evidence that an outcome gives. A missing standard error is taken as .45 units measured, .60 reported. */
export function evidenceFrom(
  prior: Prior,
  ratio: number,
  outcome: Outcome,
  who: { readonly organization: string; readonly segment: Segment },
): Evidence {
  const stated = outcome.standardError === null ? null : Math.abs(ratio) * outcome.standardError;
  const error = stated ?? noiseWhenUnstated[outcome.basis] * prior.unit;
  return {
    interventionId: prior.interventionId,
    organization: who.organization,
    segment: who.segment,
    effect: ratio * outcome.observed,
    variance: Math.max(error, 0.01 * prior.unit) ** 2,
    basis: outcome.basis,
    observedOn: outcome.observedOn,
  };
}

/** The segment of an organization: its sector, and a band of size. */
export function segmentOf(sector: string | null, headcount: number | null): Segment {
  const bands = [
    { below: 50, size: "1-49" },
    { below: 250, size: "50-249" },
    { below: 1000, size: "250-999" },
  ];
  if (headcount === null) return { sector: sector ?? "", size: "" };
  return { sector: sector ?? "", size: bands.find(({ below }) => headcount < below)?.size ?? "1000+" };
}
