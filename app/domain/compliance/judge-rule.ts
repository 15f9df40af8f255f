import { answerWithoutSystems, evaluatorOf, factsOf } from "./applies.ts";
import { becauseOf, nearestChangeTo, wouldChangeTo } from "./deciding-facts.ts";
import { type Facts, isSystemFact } from "./facts.ts";
import type { Answer, Because, WouldChange } from "./findings.ts";
import { GroupsOfViews, type Seen } from "./groups-of-views.ts";
import type { Rule } from "./obligation-pack.ts";

/** The facts of one organization, ready to be asked: as a whole, and system by system. */
export type Subject = {
  readonly facts: Facts;
  readonly organization: Seen;
  /** Null while nobody has said which systems there are. */
  readonly systems: readonly (Seen & { readonly id: string })[] | null;
  readonly alike: GroupsOfViews;
  readonly judged: Map<Rule, Judgement>;
};

export function subjectOf(facts: Facts): Subject {
  const organization: Seen = { id: null, evaluator: evaluatorOf({ org: facts.org, system: null }) };
  const systems = facts.systems?.map(({ id, facts: system }) => ({
    id,
    evaluator: evaluatorOf({ org: facts.org, system }, { evaluator: organization.evaluator, covers: isOfOrganization }),
  }));
  return { facts, organization, systems: systems ?? null, alike: new GroupsOfViews(systems ?? []), judged: new Map() };
}

function isOfOrganization(rule: Rule): boolean {
  return !factsOf(rule).system;
}

/** Whether a rule applies to the organization, and through which of its systems. */
export type Judgement = {
  readonly answer: Answer;
  /** The views that carry the answer: systems, or the organization alone. */
  readonly seen: readonly Seen[];
  /** Every system that is in or may be in, with its own answer. */
  readonly perSystem: readonly { readonly seen: Seen & { readonly id: string }; readonly answer: "yes" | "unknown" }[];
};

type Mutable<List> = List extends readonly (infer Item)[] ? Item[] : never;

/**
 * A rule applies when the organization's own facts make it, or when one of its systems does.
 * It is open while a missing answer could still make it apply; an unanswered inventory of systems is a missing answer.
 */
export function judgeRule(rule: Rule, subject: Subject): Judgement {
  const before = subject.judged.get(rule);
  if (before !== undefined) return before;
  const found = judge(rule, subject);
  subject.judged.set(rule, found);
  return found;
}

function judge(rule: Rule, subject: Subject): Judgement {
  const whole = subject.organization;
  const answer = whole.evaluator.answer(rule);
  if (answer !== "unknown" || !factsOf(rule).system || subject.systems === null) {
    return { answer, seen: [whole], perSystem: [] };
  }
  if (subject.systems.length === 0) {
    return { answer: answerWithoutSystems(rule, subject.facts.org), seen: [whole], perSystem: [] };
  }
  const perSystem: Mutable<Judgement["perSystem"]> = [];
  for (const seen of subject.systems) {
    const found = seen.evaluator.answer(rule);
    if (found !== "no") perSystem.push({ seen, answer: found });
  }
  if (perSystem.length === 0) return { answer: "no", seen: subject.systems, perSystem };
  // One *yes* is enough; without one, one *unknown* leaves it open.
  const found = perSystem.some((one) => one.answer === "yes") ? "yes" : "unknown";
  return {
    answer: found,
    seen: perSystem.flatMap((one) => (one.answer === found ? [one.seen] : [])),
    perSystem,
  };
}

/** The facts that decided a judgement; the inventory itself when it decided. */
export function reasonsFor(rule: Rule, judgement: Judgement, subject: Subject): Because[] {
  const because = becauseOf(rule, subject.alike.groups(rule, judgement.seen));
  if (
    !factsOf(rule).system ||
    judgement.perSystem.length > 0 ||
    subject.organization.evaluator.answer(rule) !== "unknown"
  ) {
    return because;
  }
  const ofOrganization = because.filter(({ fact }) => !isSystemFact(fact));
  if (subject.systems === null)
    return [{ fact: "systems", value: null, rule: "which AI systems there are" }, ...ofOrganization];
  if (subject.systems.length > 0) return because;
  const open = judgement.answer === "unknown" ? ofOrganization : [];
  return [{ fact: "systems", value: [], rule: "an AI system within the rule" }, ...open];
}

/**
 * What would turn a *yes* into a *no*, or anything else into a *yes*: the fewest answers, in the system nearest to it.
 * Without a system they are what a new one would have to be.
 */
export function changesFor(rule: Rule, judgement: Judgement, subject: Subject): WouldChange[] {
  const systems = factsOf(rule).system ? subject.systems : null;
  const grouped = (views: readonly Seen[]) => subject.alike.groups(rule, views);
  if (judgement.answer === "yes") return changesAgainst(rule, judgement, systems, grouped);
  const concerned = judgement.answer === "no" && systems !== null && systems.length > 0 ? systems : judgement.seen;
  return nearestChangeTo(rule, true, grouped(concerned));
}

/** Where the organization's own facts make a rule apply, no system may make it apply instead once they are other. */
function changesAgainst(
  rule: Rule,
  { seen }: Judgement,
  systems: Subject["systems"],
  grouped: (views: readonly Seen[]) => ReturnType<GroupsOfViews["groups"]>,
): WouldChange[] {
  const byOrganization = seen.every(({ id }) => id === null);
  if (!byOrganization || systems === null) return wouldChangeTo(rule, false, grouped(seen));
  if (systems.length > 0) return wouldChangeTo(rule, false, grouped(systems));
  return wouldChangeTo(rule, false, grouped(seen)).filter(({ fact }) => !isSystemFact(fact));
}
