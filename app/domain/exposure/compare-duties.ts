import type { Estimate } from "../kernel/estimate.ts";
import type { Role, StatedTask } from "../workforce/role.ts";
import type { ExposureKnowledge } from "./exposure-input.ts";
import { placeRole } from "./place-role.ts";
import { activitiesOf, scoreCache, scoreMixture } from "./score-role.ts";

/** An activity whose share of the role's time changed. */
export type MovedActivity = {
  readonly activity: string;
  readonly label: string;
  readonly before: number;
  readonly after: number;
  readonly score: Estimate;
};

/** What other duties do to a role's score; a score is null when the role cannot be assessed. 80 % intervals. */
export type DutiesCompared = {
  readonly before: Estimate | null;
  readonly after: Estimate | null;
  readonly moved: readonly MovedActivity[];
};

const mostMoved = 8;
/** Less than this share of time is no change worth a line. */
const leastMove = 0.005;

export function compareDuties(
  role: Role,
  before: readonly StatedTask[],
  after: readonly StatedTask[],
  knowledge: ExposureKnowledge,
): DutiesCompared {
  const [earlier, later] = [before, after].map((tasks) => judged({ ...role, tasks }, knowledge));
  const activities = new Map([...(later?.activities ?? []), ...(earlier?.activities ?? [])].reverse());
  const weight = (of: typeof earlier, activity: string) => of?.activities.get(activity)?.weight ?? 0;
  return {
    before: earlier?.score ?? null,
    after: later?.score ?? null,
    moved: [...activities]
      .map(([activity, { label, score }]) => ({
        activity,
        label,
        before: weight(earlier, activity),
        after: weight(later, activity),
        score,
      }))
      .filter((moved) => Math.abs(moved.after - moved.before) >= leastMove)
      .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before) || (a.activity < b.activity ? -1 : 1))
      .slice(0, mostMoved),
  };
}

function judged(role: Role, { occupations, titles }: ExposureKnowledge) {
  const { mixture } = placeRole(role, titles.match, occupations);
  if (mixture.length === 0) return { score: null, activities: new Map<string, never>() };
  return {
    score: scoreMixture(mixture, role.gates, occupations, scoreCache()).score,
    activities: new Map(
      activitiesOf(mixture, role.gates, occupations).map((activity) => [activity.activity, activity] as const),
    ),
  };
}
