import { type Dated, inForceOn } from "../kernel/dated.ts";
import type { IsoDate } from "../kernel/iso-date.ts";
import { partsOf } from "./applies.ts";
import { type Explanation, explain } from "./explain.ts";
import type { FactValues } from "./facts.ts";
import type { Answer, Because, WouldChange } from "./findings.ts";
import { changesFor, judgeRule, reasonsFor, type Subject, subjectOf } from "./judge-rule.ts";
import type { Checked, Rule } from "./obligation-pack.ts";
import { askedFact } from "./test-leaf.ts";

/** How much a class weighs, for order and colour. */
export type ClassWeight = "prohibited" | "high" | "model" | "transparency";

/** A class that a law sorts systems into. Its rule is made of the same tests as the duties that follow from it. */
export type RiskClass = {
  readonly id: string;
  readonly title: string;
  readonly citation: string;
  readonly meaning: string;
  readonly weight: ClassWeight;
  readonly rule: Rule;
  /** Duties whose day is the day from which the class counts. */
  readonly dated: readonly string[];
  /** The day from which it counts, where no duty of its own tells it. */
  readonly from?: IsoDate;
};

export type ClassesOfLaw = {
  readonly instrument: string;
  readonly scope: Rule;
  /** `otherwise` is what a system is called that no class holds. */
  readonly history: readonly Dated<{ readonly classes: readonly RiskClass[]; readonly otherwise: string }>[];
  readonly checked: Checked;
  readonly reviewBy: IsoDate;
};

/** One condition of the way out of the high-risk class, asked by one or more facts. */
export type ExitTest = {
  readonly id: string;
  readonly citation: string;
  readonly title: string;
  readonly rule: Rule;
};

/** The list of high-risk uses and the way out of it: four tests of which one is enough, and two conditions that stop it. */
export type AnnexIII = {
  readonly points: readonly {
    readonly point: string;
    readonly area: string;
    readonly uses: readonly string[];
    readonly outside?: readonly string[];
  }[];
  readonly exit: {
    readonly citation: string;
    readonly rule: Rule;
    readonly tests: readonly ExitTest[];
    readonly influence: ExitTest;
    readonly profiling: ExitTest;
    readonly record: { readonly citation: string; readonly words: string };
  };
};

export type RiskClassPack = {
  readonly laws: readonly ClassesOfLaw[];
  readonly annexIII: {
    readonly history: readonly Dated<AnnexIII>[];
    readonly checked: Checked;
    readonly reviewBy: IsoDate;
  };
};

/** A class with its answer for one system, the facts that decided and the answers that would change it. */
export type ClassFinding = {
  readonly class: RiskClass;
  readonly answer: Answer;
  readonly because: readonly Because[];
  readonly wouldChange: readonly WouldChange[];
  readonly tree: Explanation;
};

export type LawFinding = {
  readonly instrument: string;
  readonly law: ClassesOfLaw;
  readonly scope: Answer;
  readonly otherwise: string;
  /** Classes that hold or may hold, in the law's order. */
  readonly classes: readonly ClassFinding[];
};

/** One system alone, so that another cannot decide for it. */
export function subjectOfSystem(org: FactValues, system: { readonly id: string; readonly facts: FactValues }): Subject {
  return subjectOf({ org, systems: [system] });
}

/** What a law says of one rule for the only system of a subject. */
export function findingOf(rule: Rule, subject: Subject): Omit<ClassFinding, "class"> {
  const judgement = judgeRule(rule, subject);
  const evaluator = (subject.systems?.[0] ?? subject.organization).evaluator;
  return {
    answer: judgement.answer,
    because: reasonsFor(rule, judgement, subject),
    wouldChange: changesFor(rule, judgement, subject),
    tree: explain(rule, evaluator),
  };
}

/** The classes of every law for one system on a day; laws whose classes begin later are left out. */
export function classesOf(laws: readonly ClassesOfLaw[], subject: Subject, asOf: IsoDate): readonly LawFinding[] {
  return laws.flatMap((law) => {
    const entry = inForceOn(law.history, asOf) ?? law.history[0] ?? null;
    if (entry === null) return [];
    const classes = entry.value.classes.flatMap((one) => {
      const finding = findingOf(one.rule, subject);
      return finding.answer === "no" ? [] : [{ class: one, ...finding }];
    });
    const scope = judgeRule(law.scope, subject).answer;
    return [{ instrument: law.instrument, law, scope, otherwise: entry.value.otherwise, classes }];
  });
}

/** How a system stands under a law, in one word: outside it, in a class, perhaps in one, or in none. */
export function standingUnder({ scope, classes }: LawFinding): "outside" | "held" | "open" | "none" {
  if (classes.some(({ answer }) => answer === "yes")) return "held";
  if (scope === "no") return "outside";
  // A class lies within its law: where none may hold, it does not matter whether the law reaches the system.
  return classes.length > 0 ? "open" : "none";
}

export type ExitFinding = {
  readonly points: AnnexIII["points"];
  readonly tests: readonly { readonly test: ExitTest; readonly answer: Answer }[];
  readonly influence: { readonly test: ExitTest; readonly answer: Answer };
  readonly profiling: { readonly test: ExitTest; readonly answer: Answer };
  /** *yes*: the system leaves the class. */
  readonly answer: Answer;
};

/** The points of Annex III that a system's uses fall under, and how it comes out of each test of the exit. */
export function exitOf(annex: AnnexIII, facts: FactValues, subject: Subject): ExitFinding {
  const given = facts["system.uses"];
  const uses = Array.isArray(given) ? (given as readonly string[]) : [];
  const asked = (test: ExitTest) => ({ test, answer: judgeRule(test.rule, subject).answer });
  const { tests, influence, profiling, rule } = annex.exit;
  return {
    points: annex.points.filter((point) => point.uses.some((use) => uses.includes(use))),
    tests: tests.map(asked),
    influence: asked(influence),
    profiling: asked(profiling),
    answer: judgeRule(rule, subject).answer,
  };
}

/** The facts that a rule asks for, each once. */
export function factsOfRule(rule: Rule): readonly string[] {
  const facts = "fact" in rule ? [askedFact(rule).fact] : partsOf(rule).flatMap(factsOfRule);
  return [...new Set(facts)];
}
