import type { Forecast, Outcome } from "#app/domain/kernel/forecast.ts";
import { normalHalfWidth } from "./interval.ts";

/** Forecasts of one band of expected effect beside what was seen. */
export type CalibrationBand = {
  readonly expected: number;
  readonly observed: number;
  /** 90 % interval of the observed mean. */
  readonly low: number;
  readonly high: number;
  readonly n: number;
};

export type CalibrationReport = {
  readonly n: number;
  /** Share of outcomes inside the 90 % interval that their forecast implied for them, with its own 90 % interval (Wilson). */
  readonly coverage: { readonly value: number; readonly low: number; readonly high: number } | null;
  /** Mean of observed minus expected, in forecast standard deviations. */
  readonly meanError: number | null;
  readonly verdict: "too-early" | "calibrated" | "too-confident" | "too-cautious" | "too-hopeful" | "too-pessimistic";
  readonly bands: readonly CalibrationBand[];
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
 * hours and points may stand together; bands hold about equally many.
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
  if (n === 0) return { n, coverage: null, meanError: null, verdict: "too-early", bands: [], points };
  const coverage = wilson(points.filter(({ inside }) => inside).length, n);
  const meanError = scored.reduce((sum, { error }) => sum + error, 0) / n;
  return { n, coverage, meanError, verdict: judge(n, coverage, meanError), bands: bandsOf(points), points };
}

function judge(n: number, coverage: { low: number; high: number }, meanError: number): CalibrationReport["verdict"] {
  if (n < leastOutcomes) return "too-early";
  const noise = normalHalfWidth / Math.sqrt(n);
  if (meanError < -noise) return "too-hopeful";
  if (meanError > noise) return "too-pessimistic";
  if (coverage.high < 0.9) return "too-confident";
  return coverage.low > 0.9 ? "too-cautious" : "calibrated";
}

function bandsOf(points: readonly CalibrationPoint[]): readonly CalibrationBand[] {
  const ordered = [...points].sort((a, b) => a.expected - b.expected || a.observed - b.observed);
  const count = Math.min(5, Math.max(1, Math.floor(ordered.length / 4)));
  return Array.from({ length: count }, (_, at) => {
    const own = ordered.slice(
      Math.floor((at * ordered.length) / count),
      Math.floor(((at + 1) * ordered.length) / count),
    );
    const mean = (pick: (point: CalibrationPoint) => number) =>
      own.reduce((sum, each) => sum + pick(each), 0) / own.length;
    const observed = mean(({ observed }) => observed);
    const spread = Math.sqrt(mean((each) => (each.observed - observed) ** 2) / Math.max(1, own.length - 1));
    return {
      expected: mean(({ expected }) => expected),
      observed,
      low: observed - normalHalfWidth * spread,
      high: observed + normalHalfWidth * spread,
      n: own.length,
    };
  });
}

/** A share with its 90 % interval (Wilson). */
function wilson(hits: number, n: number): { readonly value: number; readonly low: number; readonly high: number } {
  const z2 = normalHalfWidth ** 2;
  const share = hits / n;
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (normalHalfWidth / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  return { value: share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
