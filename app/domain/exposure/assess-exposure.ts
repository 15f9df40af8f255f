import { totalHeadcount } from "../workforce/headcount.ts";
import { describeRole } from "./describe-role.ts";
import type { ExposureAssessment, RoleExposure } from "./exposure-assessment.ts";
import type { ExposureInput, ExposureKnowledge } from "./exposure-input.ts";
import { type JudgedRole, judgementKey, judgeRole } from "./judge-role.ts";
import { projectTimeline } from "./project-timeline.ts";
import { scoreCache } from "./score-role.ts";
import { sumHours, sumUp } from "./sum-exposure.ts";

/**
 * Assesses the automation exposure of an organization's roles. The result does not depend on the order of roles, nor on a
 * role being listed once or in parts. Roles that read alike are matched and scored once.
 */
export function assessExposure(input: ExposureInput, knowledge: ExposureKnowledge): ExposureAssessment {
  const { model, pack, version } = knowledge.occupations;
  const cache = scoreCache();
  const judged = new Map<string, JudgedRole>();
  const assessed = input.roles.map((role) => {
    const key = judgementKey(role);
    const judgement = judged.get(key) ?? judgeRole(role, knowledge, cache);
    judged.set(key, judgement);
    return { judgement, result: describeRole(role, judgement, input, model) };
  });
  const ids = (test: (result: RoleExposure) => boolean) =>
    assessed.flatMap(({ result }) => (test(result) ? [result.id] : []));
  const totals = sumUp(assessed);
  const today = sumHours(assessed, "today");
  const all = totals?.hoursExposed ?? today;
  const software = {
    value: Math.max(0, all.value - today.value),
    low: Math.max(0, all.low - today.low),
    high: Math.max(0, all.high - today.high),
  };
  const headcount = totalHeadcount(input.roles);
  return {
    asOf: input.asOf,
    currency: input.currency,
    totals,
    unconfirmed: ids(({ state }) => state === "unconfirmed"),
    unmatched: ids(({ state }) => state === "unmatched"),
    notAssessable: ids(({ assessable, state }) => !assessable && state !== "unmatched"),
    roles: assessed.map(({ result }) => result),
    timeline: projectTimeline({ asOf: input.asOf, scenario: input.scenario, headcount, today, software }, model),
    knowledge: { pack, version },
  };
}
