import { type Evaluator, evaluatorOf, factsOf } from "./applies.ts";
import { decidingTests } from "./deciding.ts";
import { type FactDefinition, type FactValue, isSystemFact } from "./facts.ts";
import type { Answer, RankedQuestion } from "./findings.ts";
import type { Seen } from "./groups-of-views.ts";
import { judgeRule, type Subject } from "./judge-rule.ts";
import type { Leaf, Obligation, ObligationPack, Rule } from "./obligation-pack.ts";
import { possibleAnswers } from "./possible-answers.ts";
import { answerTo, askedFact, coarsePlaces } from "./test-leaf.ts";

/** A rule that is open, how many duties hang on it, and the views in which it is open. */
type OpenRule = { readonly rule: Rule; readonly duties: number; readonly seen: readonly Seen[] };

/** What is open about one fact: in which views, and by which tests. */
type OpenFact = {
  readonly fact: string;
  readonly leaves: Set<Leaf>;
  readonly seen: Map<Seen, Set<Leaf>>;
  dates: number;
};

/**
 * The facts worth asking for, first the one whose answer is expected to settle most open duties. Possible answers count as
 * equally likely, answers about different systems as independent. Ties go by dates settled and then by name.
 */
export function rankQuestions(subject: Subject, pack: ObligationPack): RankedQuestion[] {
  const obligations = pack.instruments.flatMap((instrument) => instrument.obligations);
  const open = openRules(obligations, subject);
  const facts = openFacts(open, obligations, subject);
  const definitions = new Map(pack.facts.map((definition) => [definition.id, definition]));
  const questions: RankedQuestion[] = [];
  for (const about of facts.values()) {
    const definition = definitions.get(about.fact);
    if (definition !== undefined) questions.push(rank(definition, about, open));
  }
  if (subject.systems === null) questions.push(askForInventory(open, subject));
  return questions.sort(
    (a, b) => b.decides - a.decides || b.decidesDates - a.decidesDates || (a.fact < b.fact ? -1 : 1),
  );
}

function openRules(obligations: readonly Obligation[], subject: Subject): OpenRule[] {
  const duties = new Map<Rule, number>();
  for (const { applies } of obligations) duties.set(applies, (duties.get(applies) ?? 0) + 1);
  return [...duties].flatMap(([rule, count]) => {
    const { answer, seen } = judgeRule(rule, subject);
    return answer === "unknown" ? [{ rule, duties: count, seen }] : [];
  });
}

function openFacts(
  open: readonly OpenRule[],
  obligations: readonly Obligation[],
  subject: Subject,
): Map<string, OpenFact> {
  const facts = new Map<string, OpenFact>();
  function note(rule: Rule, one: Seen): Set<string> {
    const named = new Set<string>();
    for (const { leaf } of decidingTests(rule, one.evaluator)) {
      if (one.id === null && isSystemFact(leaf.fact)) continue;
      const { fact } = askedFact(leaf);
      const about = facts.get(fact) ?? { fact, leaves: new Set(), seen: new Map(), dates: 0 };
      facts.set(fact, about);
      about.leaves.add(leaf);
      about.seen.set(one, (about.seen.get(one) ?? new Set()).add(leaf));
      named.add(fact);
    }
    return named;
  }
  for (const { rule, seen } of open) for (const one of seen) note(rule, one);
  for (const { applies, dates = [] } of obligations) {
    if (dates.length === 0) continue;
    const { answer, seen } = judgeRule(applies, subject);
    if (answer !== "yes") continue;
    const unsettled = new Set<string>();
    for (const one of seen) {
      const first = dates.find(({ rule }) => one.evaluator.answer(rule) !== "no");
      if (first !== undefined && one.evaluator.answer(first.rule) === "unknown") {
        for (const fact of note(first.rule, one)) unsettled.add(fact);
      }
    }
    for (const fact of unsettled) {
      const about = facts.get(fact);
      if (about !== undefined) about.dates += 1;
    }
  }
  return facts;
}

function rank(definition: FactDefinition, about: OpenFact, open: readonly OpenRule[]): RankedQuestion {
  const perSystem = isSystemFact(about.fact);
  const asks = asksForAny(new Set([...about.leaves].map((leaf) => leaf.fact)));
  const answersTo = answersOnce(definition, about.leaves);
  const trials = new Map<Seen, Evaluator[]>();
  for (const [one, leaves] of about.seen) {
    trials.set(one, tryAnswers(definition, one, answersTo(perSystem ? leaves : about.leaves, one), asks));
  }
  const concerned = open.filter(({ rule }) => asks(rule));
  const decides = concerned.reduce((sum, rule) => sum + rule.duties * chanceSettled(rule, trials, perSystem), 0);
  const systems = [...about.seen.keys()].flatMap(({ id }) => (perSystem && id !== null ? [id] : []));
  return {
    fact: about.fact,
    question: definition.question + whichPart(about),
    why: definition.why,
    decides: Math.round(decides * 100) / 100,
    decidesDates: about.dates,
    ...(perSystem && { systems }),
  };
}

/** Whether a rule asks for one of the facts named, found out once for each rule. */
function asksForAny(names: ReadonlySet<string>): (rule: Rule) => boolean {
  const known = new Map<Rule, boolean>();
  return (rule) => {
    const before = known.get(rule);
    if (before !== undefined) return before;
    const asked = factsOf(rule).names;
    const found = [...names].some((name) => asked.has(name));
    known.set(rule, found);
    return found;
  };
}

type AnswersTo = (leaves: ReadonlySet<Leaf>, one: Seen) => readonly FactValue[];

/** The possible answers to a fact, found once for all systems in which the same tests are open after the same answer. */
function answersOnce(definition: FactDefinition, all: ReadonlySet<Leaf>): AnswersTo {
  const known = new Map<string, readonly FactValue[]>();
  const [first] = all;
  return (leaves, { evaluator: { view } }) => {
    const facts = isSystemFact(definition.id) ? (view.system ?? {}) : view.org;
    const answered = first === undefined ? null : answerTo(first, facts);
    const key = `${[...all].map((leaf) => (leaves.has(leaf) ? "1" : "0")).join("")} ${JSON.stringify(answered)}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = possibleAnswers(definition, [...leaves], answered);
    known.set(key, found);
    return found;
  };
}

/** One evaluator for each possible answer; what does not ask for the fact is taken from the view as it is. */
function tryAnswers(
  definition: FactDefinition,
  one: Seen,
  answers: readonly FactValue[],
  asks: (rule: Rule) => boolean,
): Evaluator[] {
  const { id: fact } = definition;
  const elsewhere = { evaluator: one.evaluator, covers: (rule: Rule) => !asks(rule) };
  // No test of another fact is asked of this view, so that it needs none.
  return answers.map((value) => {
    const tried = { [fact]: value };
    return evaluatorOf(isSystemFact(fact) ? { org: {}, system: tried } : { org: tried, system: null }, elsewhere);
  });
}

/** The chance that an answer to one fact settles a rule: that it applies somewhere, or nowhere any more. */
function chanceSettled(open: OpenRule, trials: ReadonlyMap<Seen, readonly Evaluator[]>, perSystem: boolean): number {
  const outcomes = open.seen.map((one) => (trials.get(one) ?? []).map((trial) => trial.answer(open.rule)));
  if (perSystem) {
    const someYes = 1 - outcomes.reduce((none, answers) => none * (1 - shareOf("yes", answers)), 1);
    const allNo = outcomes.reduce((all, answers) => all * shareOf("no", answers), 1);
    return someYes + allNo;
  }
  const tried = Math.max(...outcomes.map((answers) => answers.length));
  let settled = 0;
  for (let at = 0; at < tried; at++) {
    const answers = outcomes.map((of) => of[at] ?? "unknown");
    if (answers.includes("yes") || answers.every((answer) => answer === "no")) settled += 1;
  }
  return tried === 0 ? 0 : settled / tried;
}

function shareOf(wanted: Answer, answers: readonly Answer[]): number {
  if (answers.length === 0) return 0;
  return answers.filter((answer) => answer === wanted).length / answers.length;
}

function whichPart({ fact, leaves, seen }: OpenFact): string {
  const coarse = new Set<string>();
  for (const { evaluator } of seen.keys()) {
    const facts = isSystemFact(fact) ? evaluator.view.system : evaluator.view.org;
    for (const leaf of leaves) for (const place of coarsePlaces(leaf, facts ?? {})) coarse.add(place);
  }
  return coarse.size === 0 ? "" : ` The answer so far is too coarse: which part of ${[...coarse].sort().join(", ")}?`;
}

/** Of the two answers "none" and "some", "none" settles every duty that only a system can bring about. */
function askForInventory(open: readonly OpenRule[], subject: Subject): RankedQuestion {
  const without: Subject = { ...subject, systems: [], judged: new Map() };
  const settled = open.reduce(
    (sum, { rule, duties }) => sum + (judgeRule(rule, without).answer === "unknown" ? 0 : duties),
    0,
  );
  return {
    fact: "systems",
    question: "Which AI systems do you use, or offer to others?",
    why: "Most duties hang on a particular system: what it does, where, and for whom.",
    decides: settled / 2,
    decidesDates: 0,
  };
}
