import { daysBetween, type IsoDate } from "../../kernel/iso-date.ts";
import type { ObligationFinding } from "../findings.ts";
import type { ControlPack, ControlState, Grade, Ranking } from "./control-pack.ts";
import { worseOf } from "./control-state.ts";
import type { ControlStanding } from "./duties-and-controls.ts";

/** A control that duties ask for and whose evidence does not show all of them. */
export type ControlGap = {
  readonly standing: ControlStanding;
  /** Of the duty that needs most. */
  readonly state: ControlState;
  /** Higher is more worth doing next. No meaning but the order. */
  readonly points: number;
  readonly effort: Grade;
  /** The heaviest class among the laws whose duties are not shown. */
  readonly penalty: Grade;
  /** Duties not shown that bind already. */
  readonly inForce: number;
  /** The next day on which a duty that is not shown begins to bind; null when all bind already or none is dated. */
  readonly nextDate: IsoDate | null;
  readonly open: number;
};

/** How pressing a duty is, 0 to 1: 1 when it binds, half with every `halvingDays` it is away. */
export function urgencyOf(
  { state, appliesFrom }: Pick<ObligationFinding, "state" | "appliesFrom">,
  asOf: IsoDate,
  { halvingDays, undatedDays }: Pick<Ranking, "halvingDays" | "undatedDays">,
): number {
  if (state === "in_force" || (state !== "stayed" && appliesFrom !== null && appliesFrom <= asOf)) return 1;
  const away = state === "stayed" || appliesFrom === null ? undatedDays : daysBetween(asOf, appliesFrom);
  return 0.5 ** (Math.max(0, away) / halvingDays);
}

/** A class of its own for what nobody has judged yet: it counts as the lightest known one. */
function gradeOf(classes: readonly Grade[], id: string | undefined): Grade {
  const [first] = classes;
  const grade = classes.find((one) => one.id === id) ?? [...classes].sort((a, b) => a.points - b.points)[0] ?? first;
  if (grade === undefined) throw new RangeError("a pack without classes");
  return grade;
}

/**
 * Gaps in the order in which closing them is worth most:
 * points = sum over duties of (what is left of the gap x urgency x penalty of the law) / effort of the control.
 * A control that serves many duties therefore comes early.
 */
export function findGaps(standings: readonly ControlStanding[], pack: ControlPack, asOf: IsoDate): ControlGap[] {
  const { ranking, effort, penalties } = pack;
  const gaps = standings.flatMap((standing): ControlGap[] => {
    const open = standing.serves.filter(({ shown }) => ranking.need[shown.state] > 0);
    if (open.length === 0) return [];
    const cost = gradeOf(effort.classes, effort.ofControl.get(standing.control.id)?.class);
    const laws = open.map(({ duty }) => gradeOf(penalties.classes, penalties.ofLaw.get(duty.instrument)?.class));
    const worth = open.map(
      ({ duty, shown }, at) => ranking.need[shown.state] * urgencyOf(duty, asOf, ranking) * (laws[at]?.points ?? 0),
    );
    const dates = open.flatMap(({ duty: { state, appliesFrom } }) =>
      state === "upcoming" && appliesFrom !== null ? [appliesFrom] : [],
    );
    return [
      {
        standing,
        state: open.map(({ shown }) => shown.state).reduce(worseOf),
        // Summed from the smallest up, so that the order of duties changes no digit.
        points: worth.sort((a, b) => a - b).reduce((sum, one) => sum + one, 0) / cost.points,
        effort: cost,
        penalty: [...laws].sort((a, b) => b.points - a.points)[0] ?? gradeOf(penalties.classes, undefined),
        inForce: open.filter(({ duty }) => duty.state === "in_force").length,
        nextDate: dates.sort()[0] ?? null,
        open: open.length,
      },
    ];
  });
  return gaps.sort((a, b) => b.points - a.points || (a.standing.control.id < b.standing.control.id ? -1 : 1));
}
