import { canonicalJson } from "../kernel/canonical.ts";
import type { Instrument, Rule } from "./obligation-pack.ts";

/** Gives equal rules one object, over all instruments, so that an evaluation answers each of them once. */
export function shareRules(instruments: readonly Instrument[]): Instrument[] {
  const known = new Map<string, Rule>();
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
  return instruments.map((instrument) => ({
    ...instrument,
    applies: share(instrument.applies),
    obligations: instrument.obligations.map((obligation) => ({
      ...obligation,
      applies: share(obligation.applies),
      ...(obligation.dates && {
        dates: obligation.dates.map((dated) => ({ ...dated, rule: share(dated.rule) })),
      }),
    })),
  }));
}
