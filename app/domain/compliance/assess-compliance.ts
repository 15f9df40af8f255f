import type { IsoDate } from "../kernel/iso-date.ts";
import { becauseOfAll } from "./deciding-facts.ts";
import type { Facts } from "./facts.ts";
import type {
  Because,
  ComplianceAssessment,
  InstrumentFinding,
  NotApplicable,
  ObligationFinding,
  SystemFinding,
  WouldChange,
} from "./findings.ts";
import { changesFor, type Judgement, judgeRule, reasonsFor, type Subject, subjectOf } from "./judge-rule.ts";
import type { DateRule, Instrument, Obligation, ObligationPack, Rule } from "./obligation-pack.ts";
import { rankQuestions } from "./rank-questions.ts";
import { earliestStart, rulesOfDate, startingDate } from "./starting-date.ts";
import { dutyOn, stateOfDuty, statusOn, termsOn } from "./state-of-duty.ts";

/**
 * Every instrument and duty of the pack for one organization on one day: what applies and from when, what may apply,
 * what does not and why, and which answers would settle most. A duty that hangs on a missing answer is `unknown`, never dropped.
 */
export function assessCompliance(facts: Facts, pack: ObligationPack, asOf: IsoDate): ComplianceAssessment {
  const judge = judgeOf(subjectOf(facts));
  const obligations: ObligationFinding[] = [];
  const notApplicable: NotApplicable[] = [];
  for (const instrument of pack.instruments) {
    for (const obligation of instrument.obligations) {
      const found = findObligation(obligation, instrument, judge, asOf);
      if ("applies" in found) obligations.push(found);
      else notApplicable.push(found);
    }
  }
  return {
    asOf,
    pack: { version: pack.version, asOf: pack.asOf },
    instruments: pack.instruments.map((instrument) => findInstrument(instrument, judge, asOf)),
    obligations,
    notApplicable,
    questions: rankQuestions(judge.subject, pack),
  };
}

type Judged = {
  readonly judgement: Judgement;
  readonly why: { readonly because: readonly Because[]; readonly wouldChange: readonly WouldChange[] };
};

type Judge = {
  readonly subject: Subject;
  of(rule: Rule): Judged;
  /** The facts that chose the date of a duty that applies, or may, by `rule`. */
  datesOf(dates: readonly DateRule[], rule: Rule): readonly Because[];
};

/** Judges each rule, and each list of dates, once: duties of one law often share theirs. */
function judgeOf(subject: Subject): Judge {
  const known = new Map<Rule, Judged>();
  const knownDates = new Map<readonly DateRule[], Map<Rule, readonly Because[]>>();
  function of(rule: Rule): Judged {
    const before = known.get(rule);
    if (before !== undefined) return before;
    const judgement = judgeRule(rule, subject);
    const because = reasonsFor(rule, judgement, subject);
    const judged = { judgement, why: { because, wouldChange: changesFor(rule, judgement, subject) } };
    known.set(rule, judged);
    return judged;
  }
  function datesOf(dates: readonly DateRule[], rule: Rule): readonly Because[] {
    const byRule = knownDates.get(dates) ?? new Map<Rule, readonly Because[]>();
    knownDates.set(dates, byRule);
    const found = byRule.get(rule) ?? becauseOfDates(dates, of(rule).judgement);
    byRule.set(rule, found);
    return found;
  }
  return { subject, of, datesOf };
}

function becauseOfDates(dates: readonly DateRule[], judgement: Judgement): Because[] {
  return becauseOfAll(
    judgement.seen.flatMap((seen) => rulesOfDate(dates, seen.evaluator).map((rule) => ({ rule, alike: [seen] }))),
  );
}

function findInstrument(instrument: Instrument, judge: Judge, asOf: IsoDate): InstrumentFinding {
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
  const { judgement, why } = judge.of(instrument.applies);
  return { ...base, applies: judgement.answer, ...why };
}

function findObligation(
  obligation: Obligation,
  instrument: Instrument,
  judge: Judge,
  asOf: IsoDate,
): ObligationFinding | NotApplicable {
  const duty = dutyOn(obligation, asOf);
  const { judgement, why } = judge.of(obligation.applies);
  const named = { id: obligation.id, instrument: instrument.id, title: duty.title };
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
    ...(obligation.dates && { dateBecause: judge.datesOf(obligation.dates, obligation.applies) }),
    state: stateOfDuty(duty.kind, status, start.date, dateOpen, asOf),
    kind: duty.kind,
    citation: duty.citation,
    evidence: duty.evidence,
    controls: duty.controls,
    verification: duty.checked.how,
  };
}
