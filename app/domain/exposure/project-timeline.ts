import { type Estimate, estimate } from "../kernel/estimate.ts";
import type { IsoDate } from "../kernel/iso-date.ts";
import type { Reach, TimelinePoint } from "./exposure-assessment.ts";
import type { AdoptionCurve, AdoptionName, AdoptionParameters, ModelParameters } from "./occupation-pack.ts";

const quarters = 12;
const largeFirm = 250;
/** The band moves the curve's midpoint by a quarter of itself either way. */
const midpointSpread = 0.25;

export type TimelineInput = {
  readonly asOf: IsoDate;
  readonly adoption: AdoptionParameters;
  /** Hours a year. */
  readonly hours: Reach;
  /** The same hours by what they are: a system does them, or a person with one. */
  readonly automatable: Reach;
  readonly augmentable: Reach;
  /** Money a year, over roles whose pay is known; null when there are none. */
  readonly pay: Reach | null;
};

/** A named setting with its start by size of firm, and over it what a person set. */
export function adoptionOf(
  setting: AdoptionName,
  headcount: number,
  own: Partial<AdoptionParameters>,
  model: Pick<ModelParameters, "adoption" | "softwareLag" | "startShare" | "startDepth">,
): AdoptionParameters {
  return {
    ...model.adoption[setting],
    softwareLag: model.softwareLag,
    startShare: headcount >= largeFirm ? model.startShare.large : model.startShare.small,
    startDepth: model.startDepth,
    ...own,
  };
}

/**
 * Hours and pay a quarter in which AI would be at work under a setting: technical share x adoption. The band holds the 80 %
 * interval of the exposure and an earlier and a later curve. A scenario, never a forecast, and never a count of people.
 */
export function projectTimeline(input: TimelineInput): readonly TimelinePoint[] {
  const { asOf, adoption } = input;
  return Array.from({ length: quarters + 1 }, (_, quarter) => ({
    quarter: quarterOf(asOf, quarter),
    hours: inUse(input.hours, quarter, adoption),
    automatable: inUse(input.automatable, quarter, adoption),
    augmentable: inUse(input.augmentable, quarter, adoption),
    pay: input.pay === null ? null : inUse(input.pay, quarter, adoption),
  }));
}

/** The quarter that a timeline ends with. */
export const lastQuarter = quarters;

/** A quarter's use of what is within reach. */
function inUse({ today, software }: Reach, quarter: number, adoption: AdoptionParameters): Estimate {
  const at = (part: "value" | "low" | "high", moved: number) => {
    const { now, later } = adoptedParts(quarter, { ...adoption, midpoint: adoption.midpoint * moved });
    return (today[part] * now + software[part] * later) / 4;
  };
  return estimate(at("value", 1), at("low", 1 + midpointSpread), at("high", 1 - midpointSpread));
}

/** Of what today's models reach, and of what needs software, the part in use after `quarter` quarters. */
export function adoptedParts(quarter: number, adoption: AdoptionParameters): { now: number; later: number } {
  const start = adoption.startShare * adoption.startDepth;
  return {
    now: adopted(quarter, adoption, start),
    later: adopted(quarter - adoption.softwareLag, adoption, start),
  };
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
