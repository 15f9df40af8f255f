import { type Evaluator, partsOf } from "./applies.ts";
import type { Rule } from "./obligation-pack.ts";

/** One system, or with a null id the organization, as the evaluator sees it. */
export type Seen = { readonly id: string | null; readonly evaluator: Evaluator };

/** For each view the number of its kind: views of one kind give the same answer to every test of a rule. */
type Kinds = { readonly of: readonly number[]; readonly count: number };

/**
 * Sorts views into those that a rule cannot tell apart, so that reasons are looked for once in each group. Of twenty systems most
 * rules tell two or three kinds: those in the country or not, those with the use or not.
 */
export class GroupsOfViews {
  readonly #views: readonly Seen[];
  readonly #place: ReadonlyMap<Seen, number>;
  readonly #kinds = new Map<Rule, Kinds>();

  constructor(views: readonly Seen[]) {
    this.#views = views;
    this.#place = new Map(views.map((one, at) => [one, at]));
  }

  /** The views given, each in one group, in their order. Views of another organization stand alone. */
  groups(rule: Rule, views: readonly Seen[]): readonly (readonly Seen[])[] {
    if (views.length < 2) return views.map((one) => [one]);
    const kinds = this.#kindsFor(rule);
    const groups = new Map<number, Seen[]>();
    for (const one of views) {
      const kind = kinds.of[this.#place.get(one) ?? -1] ?? -1;
      const group = groups.get(kind);
      if (group === undefined) groups.set(kind, [one]);
      else group.push(one);
    }
    return [...groups.values()];
  }

  #kindsFor(rule: Rule): Kinds {
    const before = this.#kinds.get(rule);
    if (before !== undefined) return before;
    const found = "fact" in rule ? this.#kindsByAnswer(rule) : this.#kindsByParts(rule);
    this.#kinds.set(rule, found);
    return found;
  }

  #kindsByAnswer(rule: Rule): Kinds {
    const answers = this.#views.map(({ evaluator }) => evaluator.answer(rule));
    const kinds = [...new Set(answers)];
    return { of: answers.map((answer) => kinds.indexOf(answer)), count: kinds.length };
  }

  #kindsByParts(rule: Rule): Kinds {
    return partsOf(rule).reduce<Kinds>(
      (known, part) => {
        const next = this.#kindsFor(part);
        return next.count === 1 ? known : known.count === 1 ? next : finer(known, next);
      },
      { of: this.#views.map(() => 0), count: 1 },
    );
  }
}

/** Views are of one kind when they are so in both. Kinds are numbered in the order in which views show them. */
function finer(one: Kinds, other: Kinds): Kinds {
  const numbers: number[] = [];
  const both: number[] = [];
  for (const [at, kind] of one.of.entries()) {
    const pair = kind * other.count + (other.of[at] ?? 0);
    const known = both.indexOf(pair);
    numbers.push(known === -1 ? both.length : known);
    if (known === -1) both.push(pair);
  }
  if (both.length === one.count) return one;
  return { of: numbers, count: both.length };
}
