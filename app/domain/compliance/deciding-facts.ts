import type { Needed } from "./applies.ts";
import { decidingTests, neededFor, type Reported, reportOf, valueIn } from "./deciding.ts";
import type { FactValue, FactValues } from "./facts.ts";
import { fewestChanges, listsTestedTwice } from "./fewest-changes.ts";
import type { Because, WouldChange } from "./findings.ts";
import { concerns } from "./fits-together.ts";
import type { Seen } from "./groups-of-views.ts";
import type { Leaf, Rule } from "./obligation-pack.ts";

/** Views among which the rule cannot tell: what decides it in one decides it in all. */
export type Alike = readonly Seen[];

/**
 * The facts that decided a rule over all the views given, the organization's first. Equal tests with equal values
 * are named once, with every system they hold for.
 */
export function becauseOf(rule: Rule, groups: readonly Alike[]): Because[] {
  return becauseOfAll(groups.map((alike) => ({ rule, alike })));
}

/** The facts that decided several rules, each in views of its own; equal ones once. */
export function becauseOfAll(decided: readonly { readonly rule: Rule; readonly alike: Alike }[]): Because[] {
  const found = new Merged<Because>();
  for (const { rule, alike } of decided) {
    const [first] = alike;
    if (first === undefined) continue;
    for (const { leaf, negated } of decidingTests(rule, first.evaluator)) {
      const test = reportOf(leaf, !negated);
      for (const one of test.ofSystem ? alike : [first]) addReason(found, test, one, leaf);
    }
  }
  return found.organizationFirst();
}

function addReason(found: Merged<Because>, test: Reported, { id, evaluator }: Seen, leaf: Leaf): void {
  const value = valueIn(leaf, evaluator);
  const systems = found.systemsOf(test, id, keyOf(value));
  if (systems === "known") return;
  const { fact, to: rule, asked } = test.change;
  const reason = systems === null ? null : { fact, value, rule, asked, systems };
  found.add(test, reason ?? reasonOfOrganization(evaluator.view.org, test, value));
}

const reasonsOfOrganizations = new WeakMap<FactValues, Map<Reported, Because>>();

/** What the organization's own answer to a test gives as a reason: one object, since hundreds of rules name it. */
function reasonOfOrganization(org: FactValues, test: Reported, value: FactValue | null): Because {
  const known = reasonsOfOrganizations.get(org) ?? new Map<Reported, Because>();
  if (known.size === 0) reasonsOfOrganizations.set(org, known);
  const before = known.get(test);
  if (before !== undefined) return before;
  const { fact, to: rule, asked } = test.change;
  const reason = { fact, value, rule, asked };
  known.set(test, reason);
  return reason;
}

/** The answers that would have to be other than they are to bring about `wanted` in every view given. */
export function wouldChangeTo(rule: Rule, wanted: boolean, groups: readonly Alike[]): WouldChange[] {
  const found = new Merged<WouldChange>();
  for (const alike of groups.flatMap((group) => withEqualAnswers(rule, group))) {
    const [first] = alike;
    if (first !== undefined) addChanges(found, fewestChanges(rule, wanted, first.evaluator) ?? [], alike);
  }
  return found.organizationFirst();
}

/** The same for the one view in which the fewest answers stand in the way. Looks closely only where a view could be the nearest. */
export function nearestChangeTo(rule: Rule, wanted: boolean, groups: readonly Alike[]): WouldChange[] {
  const rough = groups.flatMap((group) => {
    const need = group[0] === undefined ? null : neededFor(rule, wanted, group[0].evaluator);
    return need === null ? [] : [{ group, atLeast: need.length }];
  });
  let best: { readonly need: readonly Needed[]; readonly one: Seen } | null = null;
  for (const { group, atLeast } of rough.sort((a, b) => a.atLeast - b.atLeast)) {
    if (best !== null && best.need.length <= atLeast) break;
    for (const [one] of withEqualAnswers(rule, group)) {
      const need = one === undefined ? null : fewestChanges(rule, wanted, one.evaluator);
      if (one !== undefined && need !== null && (best === null || need.length < best.need.length)) best = { need, one };
      if (best !== null && best.need.length <= atLeast) break;
    }
  }
  const found = new Merged<WouldChange>();
  if (best !== null) addChanges(found, best.need, [best.one]);
  return found.organizationFirst();
}

function addChanges(found: Merged<WouldChange>, needed: readonly Needed[], alike: Alike): void {
  for (const { leaf, met } of needed) {
    const test = reportOf(leaf, met);
    for (const { id } of alike) {
      const systems = found.systemsOf(test, id, null);
      if (systems !== "known") found.add(test, systems === null ? test.change : { ...test.change, systems });
    }
  }
}

/**
 * Where a rule tests a list more than once, what has to change depends on its members too, as far as the rule asks for them.
 * Parts the group by these members.
 */
function withEqualAnswers(rule: Rule, group: Alike): readonly Alike[] {
  const lists = listsTestedTwice(rule);
  if (lists.length === 0 || group.length < 2) return [group];
  const parts = new Map<string, Seen[]>();
  for (const one of group) {
    const key = lists.map((leaves) => membersAskedFor(leaves, one)).join(";");
    parts.set(key, [...(parts.get(key) ?? []), one]);
  }
  return [...parts.values()];
}

function membersAskedFor(tests: readonly Leaf[], { evaluator }: Seen): string {
  const [first] = tests;
  const value = first === undefined ? null : valueIn(first, evaluator);
  if (!Array.isArray(value)) return "";
  const members = value as readonly string[];
  return members.filter((member) => tests.some((leaf) => asksFor(leaf, member))).join();
}

function asksFor(leaf: Leaf, member: string): boolean {
  if (leaf.op === "touches") return leaf.value.some((area) => concerns(member, area));
  return leaf.op === "has_any" && leaf.value.includes(member);
}

/** The systems that one finding was made for, by the answer it names. Most tests are met by one answer only. */
type Found = { readonly value: unknown; readonly systems: string[]; next: Found | null };

/** Findings of several views, in the order in which they were made; a system's with all the systems it was made for. */
class Merged<Item> {
  readonly #organization: Item[] = [];
  readonly #systems: Item[] = [];
  readonly #known = new Map<string, Found>();

  /**
   * Notes that a system meets a test by an answer: `known` when there is a finding that says so, else the systems that the finding
   * to be added will be for, null for one of the organization.
   */
  systemsOf({ name, ofSystem }: Reported, system: string | null, value: unknown): string[] | null | "known" {
    const concerned = ofSystem ? system : null;
    const first = this.#known.get(name) ?? null;
    for (let found = first; found !== null; found = found.next) {
      if (found.value !== value) continue;
      if (concerned !== null && found.systems.at(-1) !== concerned) found.systems.push(concerned);
      return "known";
    }
    const systems = concerned === null ? [] : [concerned];
    this.#known.set(name, { value, systems, next: first });
    return concerned === null ? null : systems;
  }

  add({ ofSystem }: Reported, item: Item): void {
    (ofSystem ? this.#systems : this.#organization).push(item);
  }

  organizationFirst(): Item[] {
    return this.#systems.length === 0 ? this.#organization : [...this.#organization, ...this.#systems];
  }
}

const keys = new WeakMap<object, string>();

/** What is the same for equal answers. Lists are kept with their key, since hundreds of rules name the same answer. */
function keyOf(value: FactValue | null): FactValue | null {
  if (typeof value !== "object" || value === null) return value;
  const before = keys.get(value);
  if (before !== undefined) return before;
  const key = JSON.stringify(value);
  keys.set(value, key);
  return key;
}
