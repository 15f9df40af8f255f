import { gateNames, type Role } from "../workforce/role.ts";
import { explainWidth, type WidthPart } from "./explain-width.ts";
import type { Driver, ExplainedActivity } from "./exposure-assessment.ts";
import type { ExposureKnowledge } from "./exposure-input.ts";
import { findWaysForward, type WayForward } from "./find-redeployment.ts";
import type { Occupation } from "./occupation-pack.ts";
import { placeRole } from "./place-role.ts";
import { activitiesOf, scoreCache, scoreMixture } from "./score-role.ts";
import { type GateChange, type PossibleChange, whatWouldChange } from "./what-would-change.ts";

export type RoleExplanation = {
  /** The likeliest occupation: what ways forward start from. Null when the role cannot be assessed. */
  readonly occupation: Pick<Occupation, "onet" | "soc" | "title" | "pay" | "jobZone"> | null;
  readonly activities: readonly ExplainedActivity[];
  readonly gateChanges: readonly GateChange[];
  /** Why the interval is as wide as it is. */
  readonly width: readonly WidthPart[];
  readonly changes: readonly PossibleChange[];
  readonly ways: readonly WayForward[];
  /** Whether pay weighed the occupations that the title may be. */
  readonly byPay: boolean;
};

const nothing: RoleExplanation = {
  occupation: null,
  activities: [],
  gateChanges: [],
  width: [],
  changes: [],
  ways: [],
  byPay: false,
};

/**
 * A role down to its activities, what each circumstance does to it, where its interval comes from, what would change its score,
 * and the ways on from it. Empty when the role cannot be assessed.
 */
export function explainRole(role: Role, knowledge: ExposureKnowledge): RoleExplanation {
  const { occupations } = knowledge;
  const { mixture, byPay } = placeRole(role, knowledge.titles.match, occupations);
  const [first] = mixture;
  if (first === undefined) return nothing;
  const sum = (activities: readonly Driver[], value: (activity: Driver) => number) =>
    activities.reduce((total, activity) => total + activity.weight * value(activity), 0);
  const gateChanges = gateNames.map((gate): GateChange => {
    const on = role.gates?.[gate] !== true;
    const activities = activitiesOf(mixture, { ...role.gates, [gate]: on }, occupations);
    return {
      gate,
      on,
      score: sum(activities, ({ score }) => score.value),
      automatable: sum(activities, ({ automatable }) => automatable.value),
    };
  });
  const activities = activitiesOf(mixture, role.gates, occupations);
  const cache = scoreCache();
  const score = scoreMixture(mixture, role.gates, occupations, cache);
  const { onet, soc, title, pay, jobZone } = first.occupation;
  return {
    occupation: { onet, soc, title, pay, jobZone },
    activities,
    gateChanges,
    width: explainWidth(mixture, role.gates, occupations),
    changes: whatWouldChange(role, score.score.value, mixture, { activities, gateChanges }, occupations),
    ways: findWaysForward({ mixture, score }, occupations, cache),
    byPay,
  };
}
