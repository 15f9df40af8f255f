import type { IsoDate } from "../kernel/iso-date.ts";
import type { ComplianceAssessment, DutyState, ObligationFinding } from "./findings.ts";
import type { Duty, Instrument, Obligation, ObligationPack } from "./obligation-pack.ts";
import { dutyOn, stateOfDuty, statusOn } from "./state-of-duty.ts";

/** What a duty asks, as far as a change of it must be told. */
export type DutyWording = Pick<Duty, "title" | "citation" | "kind" | "evidence" | "controls"> &
  Partial<Pick<Duty, "penalty" | "due">>;

/** From when a duty binds one system, and how it stands there. */
export type SystemStanding = {
  readonly system: string;
  readonly appliesFrom: IsoDate | null;
  readonly state: DutyState;
};

/** How a duty stands for an organization on a day: enough to say later what changed. A duty that does not apply has none. */
export type DutyStanding = {
  readonly id: string;
  readonly instrument: string;
  readonly applies: "yes" | "unknown";
  readonly state: DutyState;
  readonly appliesFrom: IsoDate | null;
  readonly dateOpen: boolean;
  /** By id, and empty for a duty of the organization as a whole. */
  readonly systems: readonly SystemStanding[];
  readonly wording: DutyWording;
  /** The facts that decided, by id. */
  readonly decidedBy: readonly string[];
};

export type FoundDuty = {
  readonly finding: ObligationFinding;
  readonly law: Instrument;
  readonly obligation: Obligation;
};

/** The findings with the laws and duties of the pack that they are about. */
export function foundDuties(assessment: ComplianceAssessment, pack: ObligationPack): FoundDuty[] {
  const known = new Map(
    pack.instruments.flatMap((law) =>
      law.obligations.map((obligation) => [obligation.id, { law, obligation }] as const),
    ),
  );
  return assessment.obligations.flatMap((finding) => {
    const of = known.get(finding.id);
    return of === undefined ? [] : [{ finding, ...of }];
  });
}

/**
 * How the duties of an assessment stand on `day`, which may be another than the assessment's: who is bound and from when does
 * not hang on the day that is asked about, only what has begun by then and how the law words it.
 */
export function standingsOn(assessment: ComplianceAssessment, pack: ObligationPack, day: IsoDate): DutyStanding[] {
  return foundDuties(assessment, pack).map((found) => standingOn(found, day));
}

export function standingOn({ finding, law, obligation }: FoundDuty, day: IsoDate): DutyStanding {
  const { title, citation, kind, evidence, controls, penalty, due } = dutyOn(obligation, day);
  const status = statusOn(law, day);
  const stateFrom = (from: IsoDate | null) => stateOfDuty(kind, status, from, finding.dateOpen, day);
  return {
    id: finding.id,
    instrument: finding.instrument,
    applies: finding.applies,
    state: stateFrom(finding.appliesFrom),
    appliesFrom: finding.appliesFrom,
    dateOpen: finding.dateOpen,
    systems: finding.perSystem
      .filter(({ applies }) => applies === finding.applies)
      .map(({ system, appliesFrom }) => ({ system, appliesFrom, state: stateFrom(appliesFrom) }))
      .sort((a, b) => (a.system < b.system ? -1 : 1)),
    wording: {
      title,
      citation,
      kind,
      evidence,
      controls,
      ...(penalty === undefined ? {} : { penalty }),
      ...(due === undefined ? {} : { due }),
    },
    decidedBy: [...new Set([...finding.because, ...(finding.dateBecause ?? [])].map(({ fact }) => fact))].sort(),
  };
}
