import type { IsoDate } from "../kernel/iso-date.ts";
import { changeOf, type DutyChange } from "./changed-duties.ts";
import { type FoundDuty, foundDuties, standingOn } from "./duty-standing.ts";
import type { ComplianceAssessment } from "./findings.ts";
import type { ObligationPack } from "./obligation-pack.ts";

/** A day on which duties change by themselves: one begins to bind, a law enters into force, its words become others. */
export type DateOfChange = { readonly date: IsoDate; readonly changes: readonly DutyChange[] };

/** The days after `from`, up to and with `to`, on which something changes although no fact does; soonest first. */
export function datesOfChange(
  assessment: ComplianceAssessment,
  pack: ObligationPack,
  from: IsoDate,
  to: IsoDate,
): DateOfChange[] {
  const found = new Map<IsoDate, DutyChange[]>();
  for (const duty of foundDuties(assessment, pack)) {
    let before = standingOn(duty, from);
    for (const date of daysOf(duty)) {
      if (date <= from || date > to) continue;
      const after = standingOn(duty, date);
      const change = changeOf(before, after);
      if (change !== null) found.set(date, [...(found.get(date) ?? []), change]);
      before = after;
    }
  }
  return [...found].map(([date, changes]) => ({ date, changes })).sort((a, b) => (a.date < b.date ? -1 : 1));
}

function daysOf({ finding, law, obligation }: FoundDuty): IsoDate[] {
  const days = [
    finding.appliesFrom,
    ...finding.perSystem.map(({ appliesFrom }) => appliesFrom),
    ...obligation.history.map(({ from }) => from),
    law.inForceFrom,
    ...law.history.map(({ from }) => from),
  ];
  return [...new Set(days)].filter((day) => day !== null).sort();
}

/** The first day that any entry of the pack names: for an earlier one there is nothing to say. */
export function recordsBegin(pack: ObligationPack): IsoDate | null {
  const days = pack.instruments.flatMap(({ history, obligations }) => [
    ...history.map(({ from }) => from),
    ...obligations.flatMap((obligation) => obligation.history.map(({ from }) => from)),
  ]);
  return days.filter((day) => day !== null).sort()[0] ?? null;
}
