import { expect, test } from "vitest";
import { experimentMeasures } from "#app/domain/visibility/judge-experiment.ts";
import { probeFixes } from "#app/domain/visibility/probe-fixes.ts";
import { interventions } from "#app/knowledge/interventions/index.ts";
import { visibilityChecks } from "#app/knowledge/visibility-checks/index.ts";

const rules = visibilityChecks.probes.planFixes;

test("wrong claims and answers that do not name the brand are fixes; few answers or a good share are none", () => {
  const checks = (findings: Parameters<typeof probeFixes>[0]) => probeFixes(findings, rules).map(({ check }) => check);
  expect(checks({ wrongClaims: 2, complete: 100, named: 40 })).toEqual(["wrong-claims", "unnamed-answers"]);
  expect(checks({ wrongClaims: 0, complete: 100, named: 90 })).toEqual([]);
  expect(checks({ wrongClaims: 0, complete: 19, named: 0 })).toEqual([]);
  expect(probeFixes({ wrongClaims: 2, complete: 0, named: 0 }, rules)[0]?.title).toMatch(/\(2\)$/);
});

test("each of them serves an intervention, and one of those forecasts what experiments measure", () => {
  const served = interventions.interventions.filter(({ when }) =>
    when.some(
      (trigger) => trigger.on === "fixes" && trigger.checks.some((check) => rules.some((rule) => rule.check === check)),
    ),
  );
  expect(served).toHaveLength(rules.length);
  expect(served.map(({ measure }) => measure)).toContain(experimentMeasures.mention);
});
