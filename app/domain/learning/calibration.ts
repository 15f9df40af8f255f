import type { Estimate } from "#app/domain/kernel/estimate.ts";
import type { Forecast, Outcome } from "#app/domain/kernel/forecast.ts";
import { normalShare, wilsonInterval } from "#app/domain/kernel/normal.ts";
import { normalHalfWidth } from "./interval.ts";

/** How often outcomes fell below what forecasts exceeded with this probability; equal when forecasts are right. */
export type CalibrationBin = {
  /** 0..1. */
  readonly forecast: number;
  /** 0..1 with its 90 % interval (Wilson). */
  readonly observed: Estimate;
  readonly n: number;
};

export type CalibrationReport = {
  readonly n: number;
  /** Share of outcomes inside the 90 % interval that their forecast implied for them, with its own 90 % interval (Wilson). */
  readonly coverage: Estimate | null;
  /** Mean of observed minus expected, in forecast standard deviations. */
  readonly meanError: number | null;
  readonly verdict: "too-early" | "calibrated" | "too-confident" | "too-cautious" | "too-hopeful" | "too-pessimistic";
  readonly bins: readonly CalibrationBin[];
  readonly points: readonly CalibrationPoint[];
};

export type CalibrationPoint = {
  readonly interventionId: string;
  readonly basis: Outcome["basis"];
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  readonly observed: number;
  readonly inside: boolean;
};

/** Fewer outcomes say nothing about forecasts. */
const leastOutcomes = 8;

/**
 * What forecasts said against what happened. Effects are compared in standard deviations of their own forecast, so that
 * hours and points may stand together.
 */
export function calibration(
  seen: readonly { readonly forecast: Forecast; readonly outcome: Outcome }[],
): CalibrationReport {
  const scored = seen.map(({ forecast, outcome }) => {
    const sd = Math.hypot(forecast.sd, outcome.standardError ?? 0);
    const half = normalHalfWidth * sd;
    const { value } = forecast.effect;
    const point: CalibrationPoint = {
      interventionId: forecast.interventionId,
      basis: outcome.basis,
      expected: value,
      low: value - half,
      high: value + half,
      observed: outcome.observed,
      inside: Math.abs(outcome.observed - value) <= half,
    };
    return { point, error: sd === 0 ? 0 : (outcome.observed - value) / sd };
  });
  const points = scored.map(({ point }) => point);
  const n = points.length;
  if (n === 0) return { n, coverage: null, meanError: null, verdict: "too-early", bins: [], points };
  const coverage = wilson(points.filter(({ inside }) => inside).length, n);
  const meanError = scored.reduce((sum, { error }) => sum + error, 0) / n;
  return {
    n,
    coverage,
    meanError,
    verdict: judge(n, coverage, meanError),
    bins: binsOf(scored.map(({ error }) => error)),
    points,
  };
}

function judge(n: number, coverage: { low: number; high: number }, meanError: number): CalibrationReport["verdict"] {
  if (n < leastOutcomes) return "too-early";
  const noise = normalHalfWidth / Math.sqrt(n);
  if (meanError < -noise) return "too-hopeful";
  if (meanError > noise) return "too-pessimistic";
  if (coverage.high < 0.9) return "too-confident";
  return coverage.low > 0.9 ? "too-cautious" : "calibrated";
}

const probabilities = [0.1, 0.25, 0.5, 0.75, 0.9];

function binsOf(errors: readonly number[]): readonly CalibrationBin[] {
  return probabilities.map((forecast) => {
    const below = errors.filter((error) => normalShare(error) <= forecast).length;
    return { forecast, observed: wilson(below, errors.length), n: errors.length };
  });
}

/** A share with its 90 % interval. */
function wilson(hits: number, n: number): Estimate {
  return wilsonInterval(hits / n, n, normalHalfWidth);
}
