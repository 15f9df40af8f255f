import { type GateName, gateNames, type Role } from "../workforce/role.ts";
import type { Driver, ExplainedActivity } from "./exposure-assessment.ts";
import type { ExposureKnowledge } from "./exposure-input.ts";
import { placeRole } from "./place-role.ts";
import { activitiesOf } from "./score-role.ts";

/** The score a role would have with one gate switched the other way. */
export type GateChange = {
  readonly gate: GateName;
  readonly on: boolean;
  readonly score: number;
  readonly automatable: number;
};

export type RoleExplanation = {
  readonly activities: readonly ExplainedActivity[];
  readonly gateChanges: readonly GateChange[];
};

/** A role down to its activities, and what each circumstance does to it. Empty when the role cannot be assessed. */
export function explainRole(role: Role, knowledge: ExposureKnowledge): RoleExplanation {
  const { mixture } = placeRole(role, knowledge.titles.match, knowledge.occupations);
  if (mixture.length === 0) return { activities: [], gateChanges: [] };
  const sum = (activities: readonly Driver[], value: (activity: Driver) => number) =>
    activities.reduce((total, activity) => total + activity.weight * value(activity), 0);
  const gateChanges = gateNames.map((gate) => {
    const on = role.gates?.[gate] !== true;
    const activities = activitiesOf(mixture, { ...role.gates, [gate]: on }, knowledge.occupations);
    return {
      gate,
      on,
      score: sum(activities, ({ score }) => score.value),
      automatable: sum(activities, ({ automatable }) => automatable.value),
    };
  });
  return { activities: activitiesOf(mixture, role.gates, knowledge.occupations), gateChanges };
}
