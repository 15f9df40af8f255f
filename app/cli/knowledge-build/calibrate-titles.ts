import { z80 } from "#app/domain/exposure/score-role.ts";
import type { Calibration } from "#app/domain/exposure/title-model.ts";
import { type Answer, bySureness, share } from "./measure-titles.ts";

/** Answers given without asking are right at least this often on employers' titles never seen. */
export const wantedPrecision = 0.9;
/** Fewer answers than this prove nothing. */
const fewestAnswers = 30;
const bins = 10;
const newtonSteps = 12;
/** Probabilities nearer to 0 and 1 are taken for this. */
const extreme = 1e-4;

/** Probabilities as the readings together give them. */
export const uncalibrated: Calibration = { slope: 1, offset: 0 };

/** The calibration under which it is likeliest which of the first answers are right, by Newton's method; `answers` are not calibrated. */
export function fitCalibration(answers: readonly Answer[]): Calibration {
  const cases = answers.map(({ probability, right }) => ({ x: logOdds(probability), right: right ? 1 : 0 }));
  let { slope, offset } = uncalibrated;
  for (let step = 0; step < newtonSteps; step++) {
    const sums = { offset: 0, slope: 0, a: 1e-6, b: 0, c: 1e-6 };
    for (const { x, right } of cases) {
      const said = 1 / (1 + Math.exp(-(slope * x + offset)));
      const curve = said * (1 - said);
      sums.offset += said - right;
      sums.slope += (said - right) * x;
      sums.a += curve;
      sums.b += curve * x;
      sums.c += curve * x * x;
    }
    const whole = sums.a * sums.c - sums.b * sums.b;
    offset -= (sums.c * sums.offset - sums.b * sums.slope) / whole;
    slope -= (sums.a * sums.slope - sums.b * sums.offset) / whole;
  }
  return { slope, offset };
}

function logOdds(probability: number): number {
  const inside = Math.min(1 - extreme, Math.max(extreme, probability));
  return Math.log(inside / (1 - inside));
}

/**
 * The lowest probability from which on answers are right as often as wanted, by the lower end of the 80 % interval of their
 * share (Wilson); 1 where none is.
 */
export function thresholdOf(answers: readonly Answer[]): number {
  let right = 0;
  let threshold = 1;
  bySureness(answers).forEach((answer, at) => {
    right += answer.right ? 1 : 0;
    if (at + 1 >= fewestAnswers && lowerEnd(right, at + 1) >= wantedPrecision) threshold = answer.probability;
  });
  return threshold;
}

function lowerEnd(right: number, count: number): number {
  const observed = right / count;
  const square = z80 ** 2 / count;
  return (
    (observed + square / 2 - z80 * Math.sqrt((observed * (1 - observed)) / count + square / (4 * count))) / (1 + square)
  );
}

/** What probabilities were said and how often they came true, in tenths; and the mean gap between the two, each title alike. */
export function reliability(name: string, answers: readonly Answer[]): Readonly<Record<string, number>> {
  const figures: Record<string, number> = {};
  let gap = 0;
  for (let bin = 0; bin < bins; bin++) {
    const own = answers.filter(({ probability }) => Math.min(bins - 1, Math.floor(probability * bins)) === bin);
    if (own.length === 0) continue;
    const forecast = own.reduce((sum, { probability }) => sum + probability, 0) / own.length;
    const observed = share(own, ({ right }) => right);
    gap += (own.length / answers.length) * Math.abs(forecast - observed);
    figures[`${name}.${bin}.forecast`] = forecast;
    figures[`${name}.${bin}.observed`] = observed;
    figures[`${name}.${bin}.titles`] = own.length;
  }
  return { [`${name}.error`]: gap, ...figures };
}

/** Of all answers, the share given without asking, and how often those are right. */
export function answered(name: string, answers: readonly (Answer & { readonly asked: boolean })[]) {
  const given = answers.filter(({ asked }) => !asked);
  return {
    [`${name}.share`]: given.length / Math.max(1, answers.length),
    [`${name}.right`]: share(given, ({ right }) => right),
  };
}
