import { type Estimate, estimate } from "#app/domain/kernel/estimate.ts";
import type { Bundle } from "./bundle.ts";
import { bestReviewRate, type ModeValue, valueOfMode } from "./net-value.ts";
import type { WorkMode, WorkModeId, WorkRules } from "./work-mode.ts";

/** What the law and the organization's own situation say about a bundle. */
export type WorkContext = {
  /** Duties that keep a person in decisions about people, by id and title; empty when the bundle decides about nobody. */
  readonly humanReview: readonly { readonly id: string; readonly title: string }[];
  /** Duties to inform and consult before work changes. */
  readonly consultation: readonly { readonly id: string; readonly title: string }[];
};

export type ModeOption = {
  readonly mode: WorkMode;
  readonly value: ModeValue;
  /** Empty when the mode may be used. */
  readonly excludedBecause: readonly string[];
};

/** In the loop: a person decides each item. On: exceptions and a sample. Out: an audit afterwards. */
export type Oversight = { readonly pattern: "in" | "on" | "out"; readonly point: string; readonly because: string };

export type WorkflowDesign = {
  readonly bundle: Bundle;
  readonly options: readonly ModeOption[];
  readonly recommended: ModeOption;
  readonly oversight: Oversight;
  /** What must hold before the recommended mode starts; empty where a person sees every item. */
  readonly before: readonly string[];
  readonly consultation: WorkContext["consultation"];
  /** Share of all hours that a large field study saw saved. */
  readonly fieldAnchor: number;
};

/** The mode with the best net value among those allowed; a person alone where no other is worth it. */
export function designWorkflow(bundle: Bundle, rules: WorkRules, context: WorkContext): WorkflowDesign {
  const options = rules.modes.map((mode): ModeOption => {
    const value = valueOfMode(bundle, mode, rules, bestReviewRate(bundle, mode, rules));
    return { mode, value, excludedBecause: whyNot(mode.id, bundle, rules, context) };
  });
  const human = options.find((option) => option.mode.id === "human");
  if (human === undefined) throw new RangeError("the rules have no mode for a person alone");
  const allowed = options.filter((option) => option.excludedBecause.length === 0 && option.value.net.low > 0);
  const recommended = allowed.reduce(
    (best, option) => (option.value.net.value > best.value.net.value ? option : best),
    human,
  );
  return {
    bundle,
    options,
    recommended,
    oversight: oversightOf(recommended.mode.id, bundle),
    before: ["exceptions", "alone"].includes(recommended.mode.id) ? rules.gates.map((gate) => gate.title) : [],
    consultation: recommended.mode.id === "human" ? [] : context.consultation,
    fieldAnchor: rules.fieldAnchor.share,
  };
}

/** Why the law or the work takes a mode away. Before evidence of a local test, AI alone is never proposed for costly errors. */
function whyNot(mode: WorkModeId, bundle: Bundle, rules: WorkRules, context: WorkContext): string[] {
  if (mode !== "alone" && mode !== "exceptions") return [];
  const reasons: string[] = [];
  const [duty] = context.humanReview;
  if (duty !== undefined) reasons.push(`A person has to review decisions about people: ${duty.title}`);
  if (bundle.automatable.value < rules.handOverFrom) reasons.push("Too little of it could be handed over");
  if (bundle.licensedSignOff) reasons.push("A licensed person has to sign each result");
  if (mode === "alone") {
    if (bundle.highErrorCost) reasons.push("A mistake is expensive or cannot be undone");
    reasons.push("No blind test on your own cases shows yet that AI is at least as good as your people");
  }
  return reasons;
}

function oversightOf(mode: WorkModeId, bundle: Bundle): Oversight {
  if (mode === "exceptions")
    return {
      pattern: "on",
      point: "A person decides exceptions and checks a random sample, with known errors mixed in",
      because: "Most items can be checked cheaply and an error can be put right",
    };
  if (mode === "alone")
    return {
      pattern: "out",
      point: "A random sample is audited each week",
      because: "Errors are cheap and show quickly",
    };
  return {
    pattern: "in",
    point: mode === "human" ? "A person does every item" : "A person edits and signs every item",
    because: bundle.highErrorCost
      ? "A mistake is expensive, so each item is seen"
      : "How good AI is on your own cases is not measured yet",
  };
}

/**
 * Hours a year saved when every worthwhile bundle is redesigned. Bundles are taken as independent, so the interval of the sum is
 * the root of the summed squares of their half-widths.
 */
export function savedByAll(designs: readonly WorkflowDesign[]): { readonly count: number; readonly saved: Estimate } {
  const worthwhile = designs.filter((design) => design.recommended.mode.id !== "human");
  const values = worthwhile.map((design) => design.recommended.value.saved);
  const value = values.reduce((sum, saved) => sum + saved.value, 0);
  const below = Math.hypot(...values.map((saved) => saved.value - saved.low));
  const above = Math.hypot(...values.map((saved) => saved.high - saved.value));
  return { count: worthwhile.length, saved: estimate(value, value - below, value + above) };
}
