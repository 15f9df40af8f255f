import { expect, test } from "vitest";
import { estimate } from "#app/domain/kernel/estimate.ts";
import { type Bundle, bundlesOf } from "#app/domain/workflows/bundle.ts";
import { designWorkflow, savedByAll } from "#app/domain/workflows/design-workflow.ts";
import { lanesOf } from "#app/domain/workflows/lanes.ts";
import { mermaidOf } from "#app/domain/workflows/mermaid.ts";
import { valueOfMode } from "#app/domain/workflows/net-value.ts";
import { interventions } from "#app/knowledge/interventions/index.ts";
import { anExposure } from "#tests/builders/plan-facts.ts";

const { work } = interventions;
const free = { humanReview: [], consultation: [] };

function aBundle(over: Partial<Bundle> = {}): Bundle {
  const share = (value: number) => estimate(value, value - 0.05, value + 0.05);
  return {
    id: "b",
    title: "Check documents",
    roles: [],
    hours: 10_000,
    automatable: share(0.6),
    augmentable: share(0.2),
    human: share(0.2),
    licensedSignOff: false,
    highErrorCost: false,
    confidentialData: false,
    ...over,
  };
}

function mode(id: string) {
  const found = work.modes.find((own) => own.id === id);
  if (found === undefined) throw new Error(id);
  return found;
}

test("bundles gather an activity over its roles, most exposed hours first", () => {
  const bundles = bundlesOf(anExposure(), [], 10);
  expect(bundles.map((bundle) => bundle.title)).toEqual([
    "Answer customers in writing",
    "Check documents and records",
    "Assess applicants",
  ]);
  expect(bundles[0]).toMatchObject({ hours: 24 * 1_700 * 0.3 });
});

test("AI alone is never proposed before a local test, and never where a mistake is expensive", () => {
  const design = designWorkflow(aBundle({ highErrorCost: true }), work, free);
  const alone = design.options.find((option) => option.mode.id === "alone");
  expect(alone?.excludedBecause).toContain("A mistake is expensive or cannot be undone");
  expect(design.recommended.mode.id).not.toBe("alone");
});

test("a licensed signature and a duty of human review both keep a person on every item", () => {
  const duty = { id: "eu-ai-act.art26", title: "Assign human oversight" };
  for (const design of [
    designWorkflow(aBundle({ licensedSignOff: true }), work, free),
    designWorkflow(aBundle(), work, { ...free, humanReview: [duty] }),
  ]) {
    expect(design.oversight.pattern).toBe("in");
    expect(["shared", "reference", "human"]).toContain(design.recommended.mode.id);
  }
});

test("exceptions to a person need the gates to hold first", () => {
  const design = designWorkflow(aBundle({ augmentable: estimate(0.05, 0.02, 0.08) }), work, free);
  expect(design.recommended.mode.id).toBe("exceptions");
  expect(design.before).toHaveLength(5);
  expect(design.oversight.pattern).toBe("on");
});

test("work that AI cannot help with stays with people", () => {
  const none = estimate(0, 0, 0);
  const design = designWorkflow(aBundle({ automatable: none, augmentable: none }), work, free);
  expect(design.recommended.mode.id).toBe("human");
  expect(design.consultation).toEqual([]);
});

test("more review catches more errors and saves fewer hours", () => {
  const little = valueOfMode(aBundle(), mode("exceptions"), work, 0.1);
  const much = valueOfMode(aBundle(), mode("exceptions"), work, 1);
  expect(much.saved.value).toBeLessThan(little.saved.value);
  expect(much.lossChange.value).toBeLessThan(little.lossChange.value);
});

test("a saving never exceeds the hours that AI can take, and grows with them", () => {
  const value = valueOfMode(aBundle(), mode("shared"), work);
  expect(value.saved.high).toBeLessThan(8_000);
  expect(value.saved.low).toBeLessThan(value.saved.value);
  const twice = valueOfMode(aBundle({ hours: 20_000 }), mode("shared"), work);
  expect(twice.saved.value).toBeCloseTo(2 * value.saved.value, 6);
});

test("the sum over bundles leaves out what stays with people", () => {
  const none = estimate(0, 0, 0);
  const good = designWorkflow(aBundle(), work, free);
  const human = designWorkflow(aBundle({ id: "h", automatable: none, augmentable: none }), work, free);
  const { count, saved } = savedByAll([good, human]);
  expect(count).toBe(1);
  expect(saved.value).toBeCloseTo(good.recommended.value.saved.value, 9);
});

test("lanes join every step, and Mermaid text survives quotes in a title", () => {
  const lanes = lanesOf(designWorkflow(aBundle({ augmentable: estimate(0.05, 0.02, 0.08) }), work, free));
  const ids = new Set(lanes.steps.map((step) => step.id));
  expect(lanes.arrows.every((arrow) => ids.has(arrow.from) && ids.has(arrow.to))).toBe(true);
  const text = mermaidOf(lanes, 'Check "all" documents');
  expect(text).toContain("flowchart LR");
  expect(text).toContain("#quot;all#quot;");
});
