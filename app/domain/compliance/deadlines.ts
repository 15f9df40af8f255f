import { daysBetween, type IsoDate } from "../kernel/iso-date.ts";
import type { ComplianceAssessment, ObligationFinding } from "./findings.ts";

/** A day on which duties of one instrument begin to bind. */
export type Deadline = {
  readonly date: IsoDate;
  readonly instrument: string;
  /** Days from the day of the assessment; never negative. */
  readonly daysLeft: number;
  readonly duties: readonly ObligationFinding[];
  /** True when every duty of it hangs on an open answer. */
  readonly uncertain: boolean;
  readonly systems: readonly string[];
};

/**
 * What begins to bind after the day of the assessment, soonest first. A duty that binds different systems from different
 * days stands under each of these days. Voluntary and watched items have no deadline.
 */
export function deadlinesOf(assessment: ComplianceAssessment): Deadline[] {
  const found = new Map<
    string,
    { date: IsoDate; instrument: string; duties: Set<ObligationFinding>; systems: Set<string> }
  >();
  for (const finding of assessment.obligations) {
    if (finding.kind === "voluntary" || finding.kind === "watch") continue;
    for (const { date, systems } of startsOf(finding)) {
      if (date <= assessment.asOf) continue;
      const key = `${date} ${finding.instrument}`;
      const of = found.get(key) ?? { date, instrument: finding.instrument, duties: new Set(), systems: new Set() };
      found.set(key, of);
      of.duties.add(finding);
      for (const system of systems) of.systems.add(system);
    }
  }
  return [...found.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { date, instrument, duties, systems }]) => ({
      date,
      instrument,
      daysLeft: daysBetween(assessment.asOf, date),
      duties: [...duties],
      uncertain: [...duties].every(({ applies }) => applies === "unknown"),
      systems: [...systems],
    }));
}

function startsOf(finding: ObligationFinding): { readonly date: IsoDate; readonly systems: readonly string[] }[] {
  if (finding.perSystem.length === 0) {
    return finding.appliesFrom === null ? [] : [{ date: finding.appliesFrom, systems: [] }];
  }
  const dates = new Map<IsoDate, string[]>();
  for (const { system, appliesFrom, applies } of finding.perSystem) {
    if (appliesFrom === null || applies !== finding.applies) continue;
    dates.set(appliesFrom, [...(dates.get(appliesFrom) ?? []), system]);
  }
  return [...dates].map(([date, systems]) => ({ date, systems }));
}
