import type { IsoDate } from "../kernel/iso-date.ts";
import type { ComplianceAssessment, DutyState, ObligationFinding } from "./findings.ts";

/** What a duty was before: not applicable when null. */
export type DutyChange = {
  readonly id: string;
  readonly instrument: string;
  readonly title: string;
  readonly before: DutyStanding | null;
  readonly after: DutyStanding | null;
};

export type DutyStanding = {
  readonly applies: "yes" | "unknown";
  readonly state: DutyState;
  readonly appliesFrom: IsoDate | null;
};

/** The duties that apply otherwise, from another day or in another state than in the earlier assessment. */
export function changedDuties(before: ComplianceAssessment, after: ComplianceAssessment): DutyChange[] {
  const earlier = new Map(before.obligations.map((finding) => [finding.id, finding]));
  const later = new Map(after.obligations.map((finding) => [finding.id, finding]));
  const changes: DutyChange[] = [];
  for (const id of new Set([...earlier.keys(), ...later.keys()])) {
    const was = earlier.get(id);
    const is = later.get(id);
    const named = is ?? was;
    if (named === undefined || (was && is && same(was, is))) continue;
    changes.push({
      id,
      instrument: named.instrument,
      title: named.title,
      before: was === undefined ? null : standing(was),
      after: is === undefined ? null : standing(is),
    });
  }
  return changes;
}

function same(a: ObligationFinding, b: ObligationFinding): boolean {
  return a.applies === b.applies && a.state === b.state && a.appliesFrom === b.appliesFrom;
}

function standing({ applies, state, appliesFrom }: ObligationFinding): DutyStanding {
  return { applies, state, appliesFrom };
}
