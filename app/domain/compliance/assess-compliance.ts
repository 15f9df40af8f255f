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
import type { DateRule, Instrument, InstrumentStatus, Obligation, ObligationPack, Rule } from "./obligation-pack.ts";
import { rankQuestions } from "./rank-questions.ts";
import { earliestStart, rulesOfDate, startingDate } from "./starting-date.ts";
import { dutyOn, stateOfDuty, statusOn, termsOn } from "./state-of-duty.ts";

/**
 * Every instrument and duty of the pack for one organization on one day: what applies and from when, what may apply,
 * what does not and why, and which answers would settle most. A duty that hangs on a missing answer is `unknown`, never dropped.
 */
export function assessCompliance(facts: Facts, pack: ObligationPack, asOf: IsoDate): ComplianceAssessment {
  const judge = judgeOf(subjectOf(facts), asOf);
  const obligations: ObligationFinding[] = [];
  const notApplicable: NotApplicable[] = [];
  for (const instrument of pack.instruments) {
    for (const obligation of instrument.obligations) {
      const found = findObligation(obligation, instrument, judge);
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
  readonly timed: Timed[];
};

/** What the dates of a duty hang on beside the rule by which it applies. */
type Timing = Pick<ObligationFinding, "kind" | "dateOpen"> & {
  readonly dates: readonly DateRule[] | undefined;
  readonly general: IsoDate | null;
  readonly status: InstrumentStatus;
};

/** From when duties bind, and in what state. */
type Timed = {
  readonly timing: Timing;
  readonly found: Pick<
    ObligationFinding,
    "systems" | "perSystem" | "appliesFrom" | "earliestPossible" | "state" | "dateBecause"
  >;
};

type Judge = { readonly subject: Subject; readonly asOf: IsoDate; of(rule: Rule): Judged };

/** Judges each rule once: duties of one law often share theirs, and their dates. */
function judgeOf(subject: Subject, asOf: IsoDate): Judge {
  const known = new Map<Rule, Judged>();
  function of(rule: Rule): Judged {
    const before = known.get(rule);
    if (before !== undefined) return before;
    const judgement = judgeRule(rule, subject);
    const because = reasonsFor(rule, judgement, subject);
    const judged = { judgement, why: { because, wouldChange: changesFor(rule, judgement, subject) }, timed: [] };
    known.set(rule, judged);
    return judged;
  }
  return { subject, asOf, of };
}

function timesOf(obligation: Obligation, timing: Timing, { judgement, timed }: Judged, asOf: IsoDate): Timed["found"] {
  const before = timed.find((one) => isSameTiming(one.timing, timing));
  if (before !== undefined) return before.found;
  const { kind, status, dateOpen, dates } = timing;
  const perSystem = judgement.perSystem.map(({ seen, answer }): SystemFinding => {
    const { date, earliestPossible } = startingDate(obligation, seen.evaluator);
    const state = stateOfDuty(kind, status, date, dateOpen, asOf);
    return { system: seen.id, applies: answer, appliesFrom: date, state, earliestPossible };
  });
  const start = earliestStart(judgement.seen.map(({ evaluator }) => startingDate(obligation, evaluator)));
  const found = {
    systems: judgement.seen.flatMap(({ id }) => (id === null ? [] : [id])),
    perSystem,
    appliesFrom: start.date,
    earliestPossible: start.earliestPossible,
    ...(dates && { dateBecause: becauseOfDates(dates, judgement) }),
    state: stateOfDuty(kind, status, start.date, dateOpen, asOf),
  };
  timed.push({ timing, found });
  return found;
}

function isSameTiming(a: Timing, b: Timing): boolean {
  return (
    a.dates === b.dates &&
    a.general === b.general &&
    a.kind === b.kind &&
    a.status === b.status &&
    a.dateOpen === b.dateOpen
  );
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
): ObligationFinding | NotApplicable {
  const duty = dutyOn(obligation, judge.asOf);
  const judged = judge.of(obligation.applies);
  const { answer } = judged.judgement;
  const { because, wouldChange } = judged.why;
  const { title } = duty;
  if (answer === "no") return { id: obligation.id, instrument: instrument.id, title, because, wouldChange };

  const { kind, citation, evidence, controls, checked } = duty;
  const dateOpen = obligation.dateOpen === true;
  const general = obligation.history[0]?.from ?? null;
  const timing = { dates: obligation.dates, general, kind, dateOpen, status: statusOn(instrument, judge.asOf) };
  const times = timesOf(obligation, timing, judged, judge.asOf);
  const { systems, perSystem, appliesFrom, earliestPossible, dateBecause, state } = times;
  return {
    id: obligation.id,
    instrument: instrument.id,
    title,
    because,
    wouldChange,
    applies: answer,
    systems,
    perSystem,
    appliesFrom,
    earliestPossible,
    ...(dateBecause && { dateBecause }),
    dateOpen,
    state,
    kind,
    citation,
    evidence,
    controls,
    verification: checked.how,
  };
}
