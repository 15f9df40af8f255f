import type { IsoDate } from "../kernel/iso-date.ts";
import type { Facts } from "./facts.ts";
import type {
  ComplianceAssessment,
  InstrumentFinding,
  NotApplicable,
  ObligationFinding,
  SystemFinding,
} from "./findings.ts";
import { changesFor, judgeRule, reasonsFor, type Subject, subjectOf } from "./judge-rule.ts";
import type { Instrument, Obligation, ObligationPack } from "./obligation-pack.ts";
import { rankQuestions } from "./rank-questions.ts";
import { earliestStart, startingDate } from "./starting-date.ts";
import { dutyOn, stateOfDuty, statusOn, termsOn } from "./state-of-duty.ts";

/**
 * Every instrument and duty of the pack for one organization on one day: what applies and from when, what may apply,
 * what does not and why, and which answers would settle most. A duty that hangs on a missing answer is `unknown`, never dropped.
 */
export function assessCompliance(facts: Facts, pack: ObligationPack, asOf: IsoDate): ComplianceAssessment {
  const subject = subjectOf(facts);
  const obligations: ObligationFinding[] = [];
  const notApplicable: NotApplicable[] = [];
  for (const instrument of pack.instruments) {
    for (const obligation of instrument.obligations) {
      const found = findObligation(obligation, instrument, subject, asOf);
      if ("applies" in found) obligations.push(found);
      else notApplicable.push(found);
    }
  }
  return {
    asOf,
    pack: { version: pack.version, asOf: pack.asOf },
    instruments: pack.instruments.map((instrument) => findInstrument(instrument, subject, asOf)),
    obligations,
    notApplicable,
    questions: rankQuestions(subject, pack),
  };
}

function findInstrument(instrument: Instrument, subject: Subject, asOf: IsoDate): InstrumentFinding {
  const status = statusOn(instrument, asOf);
  const base = { id: instrument.id, status };
  if ("never" in instrument.applies) {
    const note = termsOn(instrument, asOf).statusNote ?? "creates no duties for organizations";
    return {
      ...base,
      applies: "no",
      because: [{ fact: "instrument.status", value: status, rule: note }],
      wouldChange: [],
    };
  }
  const judgement = judgeRule(instrument.applies, subject);
  return {
    ...base,
    applies: judgement.answer,
    because: reasonsFor(instrument.applies, judgement, subject),
    wouldChange: changesFor(instrument.applies, judgement, subject),
  };
}

function findObligation(
  obligation: Obligation,
  instrument: Instrument,
  subject: Subject,
  asOf: IsoDate,
): ObligationFinding | NotApplicable {
  const duty = dutyOn(obligation, asOf);
  const judgement = judgeRule(obligation.applies, subject);
  const named = { id: obligation.id, instrument: instrument.id, title: duty.title };
  const why = {
    because: reasonsFor(obligation.applies, judgement, subject),
    wouldChange: changesFor(obligation.applies, judgement, subject),
  };
  if (judgement.answer === "no") return { ...named, ...why };

  const dateOpen = obligation.dateOpen === true;
  const status = statusOn(instrument, asOf);
  const perSystem = judgement.perSystem.map(({ seen, answer }): SystemFinding => {
    const { date, earliestPossible } = startingDate(obligation, seen.evaluator);
    const state = stateOfDuty(duty.kind, status, date, dateOpen, asOf);
    return { system: seen.id, applies: answer, appliesFrom: date, state, earliestPossible };
  });
  const start = earliestStart(judgement.seen.map(({ evaluator }) => startingDate(obligation, evaluator)));
  return {
    ...named,
    ...why,
    applies: judgement.answer,
    systems: judgement.seen.flatMap(({ id }) => (id === null ? [] : [id])),
    perSystem,
    appliesFrom: start.date,
    dateOpen,
    earliestPossible: start.earliestPossible,
    state: stateOfDuty(duty.kind, status, start.date, dateOpen, asOf),
    kind: duty.kind,
    citation: duty.citation,
    evidence: duty.evidence,
    controls: duty.controls,
    verification: duty.checked.how,
  };
}
