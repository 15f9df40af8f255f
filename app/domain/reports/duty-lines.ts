import { deadlinesOf } from "../compliance/deadlines.ts";
import type { ComplianceAssessment, DutyState, ObligationFinding } from "../compliance/findings.ts";
import { groupOfDuty } from "../compliance/group-of-duty.ts";
import type { Verification } from "../compliance/obligation-pack.ts";
import { addDays, type IsoDate } from "../kernel/iso-date.ts";
import type { ReportInputs } from "./report-inputs.ts";

export type DutyLine = {
  readonly id: string;
  /** The day from which it binds; null when that was before our records begin or is not known. */
  readonly date: IsoDate | null;
  readonly state: DutyState;
  readonly title: string;
  readonly instrument: string;
  readonly citation: string;
  /** Why this organization: its systems by name, and the places that decided. */
  readonly systems: readonly string[];
  readonly places: readonly string[];
  readonly verification: Verification;
};

export type DutyFigures = {
  readonly inForce: number;
  readonly upcoming: number;
  /** Duties that begin to bind in the 365 days after the day of the report. */
  readonly withinYear: number;
  readonly firstDate: IsoDate | null;
  /** Duties that hang on answers nobody has given yet, and the number of such questions. */
  readonly undecided: number;
  readonly openQuestions: number;
  readonly next: readonly DutyLine[];
};

type Names = Pick<ReportInputs, "instrumentTitles" | "systemNames">;

/** How many duties apply and when, and the few to look at first: in force for an AI system, newest first, then the next dates. */
export function dutyFigures(assessment: ComplianceAssessment, names: Names, most = 6): DutyFigures {
  const certain = assessment.obligations.filter(({ applies }) => applies === "yes");
  const dated = deadlinesOf(assessment).filter(({ uncertain }) => !uncertain);
  const upcoming = dated.flatMap(({ date, duties }) =>
    duties.filter(({ applies }) => applies === "yes").map((finding) => lineOf(finding, date, "upcoming", names)),
  );
  const inForce = certain
    .filter(({ state, systems }) => state === "in_force" && systems.length > 0)
    .sort((a, b) => ((a.appliesFrom ?? "") < (b.appliesFrom ?? "") ? 1 : -1))
    .map((finding) => lineOf(finding, finding.appliesFrom, "in_force", names));
  const half = Math.max(Math.floor(most / 2), most - upcoming.length);
  const now = spreadOverLaws(inForce).slice(0, half);
  const yearEnd = addDays(assessment.asOf, 365);
  return {
    inForce: certain.filter(({ state }) => state === "in_force").length,
    upcoming: certain.filter(({ state }) => state === "upcoming").length,
    withinYear: new Set(upcoming.filter(({ date }) => date !== null && date <= yearEnd).map(({ id }) => id)).size,
    firstDate: upcoming[0]?.date ?? null,
    undecided: assessment.obligations.filter((duty) => groupOfDuty(duty) === "open").length,
    openQuestions: assessment.questions.length,
    next: [
      ...now,
      ...spreadOverLaws(upcoming)
        .slice(0, most - now.length)
        .sort(byDate),
    ],
  };
}

function lineOf(finding: ObligationFinding, date: IsoDate | null, state: DutyState, names: Names): DutyLine {
  return {
    id: finding.id,
    date,
    state,
    title: finding.title,
    instrument: names.instrumentTitles[finding.instrument] ?? finding.instrument,
    citation: finding.citation,
    systems: finding.systems.map((id) => names.systemNames[id] ?? id),
    places: [...new Set(finding.because.flatMap(({ rule }) => /^in ([A-Z][\w-]*)$/.exec(rule)?.[1] ?? []))],
    verification: finding.verification,
  };
}

function byDate(a: DutyLine, b: DutyLine): number {
  return (a.date ?? "") < (b.date ?? "") ? -1 : (a.date ?? "") > (b.date ?? "") ? 1 : 0;
}

/** One duty of each law first, then the others, each part in its order: a list of six shows more than one law. */
function spreadOverLaws(lines: readonly DutyLine[]): readonly DutyLine[] {
  const seen = new Set<string>();
  const first = lines.filter(({ instrument }) => !seen.has(instrument) && seen.add(instrument));
  return [...first, ...lines.filter((line) => !first.includes(line))];
}
