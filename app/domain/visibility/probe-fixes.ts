import type { SiteFix } from "./visibility-audit.ts";
import type { ProbeFixRule } from "./visibility-pack.ts";

export type ProbeFindings = {
  /** Judged wrong or outdated by a person and not put right. */
  readonly wrongClaims: number;
  /** Complete answers of the newest weeks to prompts that do not name the brand, and how many name it. */
  readonly complete: number;
  readonly named: number;
};

/** Fixes for the plan, under checks that no audit has: `wrong-claims` and `unnamed-answers`. */
export function probeFixes({ wrongClaims, complete, named }: ProbeFindings, rules: readonly ProbeFixRule[]): SiteFix[] {
  return rules.flatMap(({ fromAnswers, fineShare, ...rule }): SiteFix[] => {
    const count = rule.check === "wrong-claims" ? wrongClaims : complete - named;
    const needed =
      rule.check === "wrong-claims" ? wrongClaims > 0 : complete >= fromAnswers && named < complete * fineShare;
    return needed ? [{ ...rule, title: `${rule.title} (${count})`, pages: [], diff: null, gate: false }] : [];
  });
}
