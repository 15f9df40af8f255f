import { type Estimate, estimate } from "../kernel/estimate.ts";
import type { IsoDate } from "../kernel/iso-date.ts";
import type { Timeline } from "./exposure-assessment.ts";
import type { AdoptionCurve, AdoptionName, ModelParameters } from "./occupation-pack.ts";

const quarters = 12;
const largeFirm = 250;
/** The band moves the curve's midpoint by a quarter of itself either way. */
const midpointSpread = 0.25;

export type TimelineInput = {
  readonly asOf: IsoDate;
  readonly scenario: AdoptionName;
  readonly headcount: number;
  /** Exposed hours a year that today's models reach, and those that need software around them. */
  readonly today: Estimate;
  readonly software: Estimate;
};

/**
 * Hours a quarter in which AI would be at work under a named setting: technical share x adoption. The band holds the 80 %
 * interval of the exposure and an earlier and a later curve. A scenario, never a forecast, and never a count of people.
 */
export function projectTimeline(input: TimelineInput, model: ModelParameters): Timeline {
  const curve = model.adoption[input.scenario];
  const start = model.startDepth * (input.headcount >= largeFirm ? model.startShare.large : model.startShare.small);
  const points = Array.from({ length: quarters + 1 }, (_, quarter) => {
    const inUse = (part: "value" | "low" | "high", midpoint: number) => {
      const moved = { ...curve, midpoint };
      return (
        (input.today[part] * adopted(quarter, moved, start) +
          input.software[part] * adopted(quarter - model.softwareLag, moved, start)) /
        4
      );
    };
    return {
      quarter: quarterOf(input.asOf, quarter),
      hours: estimate(
        inUse("value", curve.midpoint),
        inUse("low", curve.midpoint * (1 + midpointSpread)),
        inUse("high", curve.midpoint * (1 - midpointSpread)),
      ),
    };
  });
  return { scenario: input.scenario, points };
}

/** Part of the technically possible that is in use after `quarter` quarters: logistic from `start` to the ceiling, `start` before. */
export function adopted(quarter: number, curve: AdoptionCurve, start: number): number {
  if (quarter <= 0) return start;
  const logistic = (at: number) => 1 / (1 + Math.exp((curve.midpoint - at) / curve.width));
  const climbed = (logistic(quarter) - logistic(0)) / (1 - logistic(0));
  return start + (Math.max(curve.ceiling, start) - start) * climbed;
}

function quarterOf(asOf: IsoDate, later: number): string {
  const months = Number(asOf.slice(0, 4)) * 12 + Number(asOf.slice(5, 7)) - 1 + later * 3;
  return `${Math.floor(months / 12)}-Q${Math.floor((months % 12) / 3) + 1}`;
}
