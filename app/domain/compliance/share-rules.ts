import { canonicalJson } from "../kernel/canonical.ts";
import type { DateRule, Instrument, Rule } from "./obligation-pack.ts";

/** Gives equal rules, and equal lists of dates, one object over all instruments, so that an evaluation answers each of them once. */
export function shareRules(instruments: readonly Instrument[]): Instrument[] {
  const known = new Map<string, Rule>();
  const knownDates = new Map<string, readonly DateRule[]>();
  function share(rule: Rule): Rule {
    const key = canonicalJson(rule);
    const before = known.get(key);
    if (before !== undefined) return before;
    const shared = withSharedParts(rule);
    known.set(key, shared);
    return shared;
  }
  function withSharedParts(rule: Rule): Rule {
    if ("all" in rule) return { all: rule.all.map(share) };
    if ("any" in rule) return { any: rule.any.map(share) };
    if ("not" in rule) return { not: share(rule.not) };
    if ("is" in rule) return { ...rule, rule: share(rule.rule) };
    return rule;
  }
  function shareDates(dates: readonly DateRule[]): readonly DateRule[] {
    const key = canonicalJson(dates);
    const shared = knownDates.get(key) ?? dates.map((dated) => ({ ...dated, rule: share(dated.rule) }));
    knownDates.set(key, shared);
    return shared;
  }
  return instruments.map((instrument) => ({
    ...instrument,
    applies: share(instrument.applies),
    obligations: instrument.obligations.map((obligation) => ({
      ...obligation,
      applies: share(obligation.applies),
      ...(obligation.dates && { dates: shareDates(obligation.dates) }),
    })),
  }));
}
