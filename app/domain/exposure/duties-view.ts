import { type Estimate, estimate } from "../kernel/estimate.ts";
import type { Role, StatedTask } from "../workforce/role.ts";
import type { RubricLabel } from "./duty-opinion.ts";
import type { ExposureKnowledge } from "./exposure-input.ts";
import { matchActivity } from "./match-activity.ts";
import type { OccupationActivity, OccupationPack } from "./occupation-pack.ts";
import { ownLabel } from "./own-label.ts";
import { placeRole } from "./place-role.ts";
import { mergeCells, z80 } from "./score-role.ts";
import { type SharesSay, sharesSay } from "./shares-say.ts";
import { borrowed, countedShares } from "./stated-tasks.ts";

/** A known activity that a duty was compared with: the evidence for its figure. */
export type Neighbour = {
  readonly id: string;
  readonly label: string;
  /** How likely the duty is this activity, by its words and the occupation, 0..1. */
  readonly probability: number;
  /** How exposed the activity is, in this occupation where it belongs to it. 80 % interval. */
  readonly score: Estimate;
  /** Its usual share of time in the occupation; null when it is not part of it. */
  readonly usualShare: number | null;
};

/** A duty whose nearest activity is less likely than this is one to check. */
export const sureEnough = 0.3;

export type DutyView = {
  readonly task: StatedTask;
  /** The share of time it counts with. */
  readonly share: number;
  /** The activity that a person chose, by name; null when the words decide or no activity was chosen. */
  readonly chosen: string | null;
  /** What we believe of it in the words of the raters' rubric. */
  readonly own: RubricLabel;
  /** Nearest first; empty when the duty is like nothing known. */
  readonly neighbours: readonly Neighbour[];
};

export type DutiesView = {
  readonly occupation: string | null;
  readonly duties: readonly DutyView[];
  readonly says: SharesSay;
  /** Sum of the stated shares. */
  readonly stated: number;
  /** What the occupation usually does, heaviest first, to choose from. */
  readonly usual: readonly { readonly id: string; readonly label: string }[];
};

const usualShown = 12;

/** Each duty with what it was compared with. What the person chose is in the task; the neighbours are by its words alone. */
export function viewDuties(
  role: Role,
  tasks: readonly StatedTask[],
  { occupations, titles }: ExposureKnowledge,
): DutiesView {
  const { tasks: _, ...bare } = role;
  const { mixture, match } = placeRole(bare, titles.match, occupations);
  const cells = mixture.length === 0 ? [] : mergeCells(mixture, occupations);
  const usual = new Map(cells.map((cell) => [cell.activity, cell.weight]));
  const byActivity = new Map(cells.map((cell) => [cell.activity, cell]));
  return {
    occupation: match?.title ?? null,
    ...sharesSay(tasks.map(({ timeShare }) => timeShare ?? null)),
    duties: countedShares(tasks).map(({ task, share }) => ({
      task,
      share,
      chosen: occupations.activities.find(({ id }) => id === task.activity)?.label ?? null,
      own: ownLabel(task, cells, occupations),
      neighbours: matchActivity(task.text, usual, occupations).map(({ activity, probability }) => {
        const cell = byActivity.get(activity);
        return {
          id: occupations.activities[activity]?.id ?? "",
          label: occupations.activities[activity]?.label ?? "",
          probability,
          score: scoreOf(cell ?? borrowed(activity, occupations), occupations),
          usualShare: cell?.weight ?? null,
        };
      }),
    })),
    usual: [...cells]
      .sort((a, b) => b.weight - a.weight || a.activity - b.activity)
      .slice(0, usualShown)
      .map(({ activity }) => ({
        id: occupations.activities[activity]?.id ?? "",
        label: occupations.activities[activity]?.label ?? "",
      })),
  };
}

function scoreOf(cell: OccupationActivity, { model }: OccupationPack): Estimate {
  const value = cell.e1 + model.softwareWeight * cell.e2;
  const half = z80 * model.intervalScale * cell.scoreSd;
  return estimate(value, Math.max(0, value - half), Math.min(1, value + half));
}
