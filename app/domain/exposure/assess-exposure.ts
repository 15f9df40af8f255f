import { totalHeadcount } from "../workforce/headcount.ts";
import { busiestActivities } from "./busiest-activities.ts";
import { describeRole } from "./describe-role.ts";
import type { ExposureAssessment, Reach, RoleExposure, TechnicalParts, Timeline } from "./exposure-assessment.ts";
import type { ExposureInput, ExposureKnowledge } from "./exposure-input.ts";
import { groupExposure } from "./group-exposure.ts";
import { type JudgedRole, judgementKey, judgeRole } from "./judge-role.ts";
import { compareMix } from "./national-mix.ts";
import type { OccupationPack } from "./occupation-pack.ts";
import { adoptionOf, projectTimeline } from "./project-timeline.ts";
import { scoreCache } from "./score-role.ts";
import { type AssessedRole, byHours, byPay, drawnSum, paidOf, sumPart, sumUp, type Weight } from "./sum-exposure.ts";
import { addParts, gatedParts, noParts, scaledParts } from "./technical-parts.ts";
import { reachLike } from "./what-if.ts";

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
  const apart = new Set(input.apart ?? []);
  const groups = groupExposure(assessed);
  return {
    asOf: input.asOf,
    currency: input.currency,
    totals: sumUp(assessed),
    unconfirmed: ids(({ state }) => state === "unconfirmed"),
    unmatched: ids(({ state }) => state === "unmatched"),
    notAssessable: ids(({ assessable, state }) => !assessable && state !== "unmatched"),
    roles: assessed.map(({ result }) => result),
    timeline: timelineOf(assessed, input, knowledge.occupations),
    groups,
    groupsWithoutApart:
      apart.size === 0 ? groups : groupExposure(assessed.filter(({ result }) => !apart.has(result.id))),
    comparison: compareMix(assessed, knowledge.occupations),
    ...(input.keepDraws === true ? { draws: drawsOf(assessed) } : {}),
    knowledge: { pack, version },
  };
}

function timelineOf(assessed: readonly AssessedRole[], input: ExposureInput, pack: OccupationPack): Timeline {
  const { scenario } = input;
  const adoption = adoptionOf(scenario, totalHeadcount(input.roles), input.adoption ?? {}, pack.model);
  const paid = paidOf(assessed);
  const reachOf = (roles: readonly AssessedRole[], weight: Weight): Reach => ({
    today: sumPart(roles, "today", weight),
    software: sumPart(roles, "software", weight),
  });
  const reach = { hours: reachOf(assessed, byHours), pay: paid.length === 0 ? null : reachOf(paid, byPay) };
  const technical = sumTechnical(assessed, pack.model);
  const points = projectTimeline({
    asOf: input.asOf,
    adoption,
    ...reach,
    automatable: reachLike(technical, "automatable", sumPart(assessed, "automatable", byHours)),
    augmentable: reachLike(technical, "augmentable", sumPart(assessed, "augmentable", byHours)),
  });
  return { scenario, adoption, points, reach, activities: busiestActivities(assessed, adoption, pack) };
}

/** Gated hours of all roles by what is within reach. */
function sumTechnical(assessed: readonly AssessedRole[], { gates }: OccupationPack["model"]): TechnicalParts {
  return assessed.reduce(
    (sum, { judgement, result: { hours } }) =>
      judgement.technical === null
        ? sum
        : addParts(sum, scaledParts(gatedParts(judgement.technical, judgement.gates, gates), hours)),
    noParts,
  );
}

/** Rounded to what an interval can show. */
function drawsOf(assessed: readonly AssessedRole[]): NonNullable<ExposureAssessment["draws"]> {
  const hours = assessed.reduce((sum, { judgement, result }) => sum + (judgement.score === null ? 0 : result.hours), 0);
  const shares = (part: "automatable" | "augmentable") =>
    Array.from(drawnSum(assessed, part, byHours).draws, (drawn) => Math.round((drawn / hours) * 1e6) / 1e6);
  return { automatable: shares("automatable"), augmentable: shares("augmentable") };
}
