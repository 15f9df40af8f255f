import type { GateName, Role } from "../workforce/role.ts";
import type { Driver, WouldChange } from "./exposure-assessment.ts";
import type { OccupationPack } from "./occupation-pack.ts";
import { type MixturePart, scoreCache, scoreMixture } from "./score-role.ts";

/** The score a role would have with one gate switched the other way. */
export type GateChange = {
  readonly gate: GateName;
  readonly on: boolean;
  readonly score: number;
  readonly automatable: number;
};

/** Something that, once known or said, would move a role's score; `by` is how far, 0..1, up (+) or down (-) or either way. */
export type PossibleChange =
  | { readonly kind: "gate"; readonly gate: GateName; readonly on: boolean; readonly to: number; readonly by: number }
  | {
      readonly kind: "title";
      readonly title: string;
      /** How likely the title is this occupation. */
      readonly probability: number;
      readonly to: number;
      readonly by: number;
    }
  | {
      readonly kind: "activity";
      readonly activity: string;
      readonly label: string;
      readonly what: WouldChange;
      /** The role's score if the activity stood at the ends of its interval. */
      readonly low: number;
      readonly high: number;
      readonly by: number;
    };

const mostChanges = 8;
/** Moves below half a point are not worth a line, nor are occupations that the title hardly is. */
const noticeable = 0.005;
const likely = 0.1;

/** What would change a role's score, by how much it would, the largest first. */
export function whatWouldChange(
  role: Role,
  score: number,
  mixture: readonly MixturePart[],
  found: { readonly activities: readonly Driver[]; readonly gateChanges: readonly GateChange[] },
  pack: OccupationPack,
): readonly PossibleChange[] {
  const changes: PossibleChange[] = [
    ...found.gateChanges.map(({ gate, on, score: to }) => ({ kind: "gate" as const, gate, on, to, by: to - score })),
    ...mixture.filter(({ share }) => share >= likely && share < 1).map((part) => ifItIs(part, role, score, pack)),
    ...found.activities.map(({ activity, label, weight, score: own, wouldChange }) => ({
      kind: "activity" as const,
      activity,
      label,
      what: wouldChange,
      low: score - weight * (own.value - own.low),
      high: score + weight * (own.high - own.value),
      by: weight * Math.max(own.value - own.low, own.high - own.value),
    })),
  ];
  return changes
    .filter(({ by }) => Math.abs(by) >= noticeable)
    .sort((a, b) => Math.abs(b.by) - Math.abs(a.by))
    .slice(0, mostChanges);
}

function ifItIs({ occupation, share }: MixturePart, role: Role, score: number, pack: OccupationPack): PossibleChange {
  const only = { ...pack, model: { ...pack.model, draws: 1 } };
  const to = scoreMixture([{ occupation, share: 1 }], role.gates, only, scoreCache()).score.value;
  return { kind: "title", title: occupation.title, probability: share, to, by: to - score };
}
