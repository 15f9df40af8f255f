import type { SkillGap } from "../exposure/skill-space.ts";
import { familyOf } from "./groups.ts";
import type { InterventionPack } from "./intervention-pack.ts";
import type { CandidateAction, Plan } from "./plan.ts";

/** The intervention that takes people towards other work. */
const pathIntervention = "training.reskill";

/** A course that touches a skill to add, and where it stands in the plan; `item` null when the plan does not hold it. */
export type SkillCourse = { readonly id: string; readonly title: string; readonly item: string | null };

/** A skill to add with the courses of the catalogue that touch it; an empty list when none does. */
export type TaughtSkill = SkillGap & { readonly courses: readonly SkillCourse[] };

/** How a way forward is carried out in the plan: the course for paths of the role's family. */
export type PathCourse = {
  readonly family: string;
  /** The id of the candidate in the plan, or null when the plan offers none for this family. */
  readonly candidate: string | null;
  readonly title: string;
  readonly modules: readonly string[];
  /** It stands in the plan already. */
  readonly planned: boolean;
};

/** Courses for each skill to add: those of the catalogue that touch it and that the role's family is offered. */
export function coursesFor(
  gaps: readonly SkillGap[],
  soc: string,
  plan: Pick<Plan, "items"> | null,
  candidates: readonly CandidateAction[],
  pack: InterventionPack,
): readonly TaughtSkill[] {
  const family = familyOf(soc, pack.families)?.id ?? null;
  const offered = candidates.filter(
    ({ kind, families }) => kind === "training" && (families.length === 0 || families.some((own) => own === family)),
  );
  return gaps.map((gap) => ({
    ...gap,
    courses: offered
      .filter(({ interventionId }) => pack.skills.touches[interventionId]?.includes(gap.skill) === true)
      .map(({ id, title }) => ({ id, title, item: plan?.items.some((item) => item.id === id) === true ? id : null })),
  }));
}

/** The course of the plan that a way forward from this occupation belongs to; null for an occupation of no family. */
export function pathCourse(
  soc: string,
  plan: Pick<Plan, "items"> | null,
  candidates: readonly CandidateAction[],
  pack: InterventionPack,
): PathCourse | null {
  const family = familyOf(soc, pack.families);
  const intervention = pack.interventions.find(({ id }) => id === pathIntervention);
  if (family === null || intervention === undefined) return null;
  const candidate = candidates.find(
    ({ interventionId, families }) => interventionId === pathIntervention && families.includes(family.id),
  );
  return {
    family: family.title,
    candidate: candidate?.id ?? null,
    title: candidate?.title ?? intervention.title.replace("{subject}", family.title),
    modules: intervention.modules ?? [],
    planned: candidate !== undefined && plan?.items.some(({ id }) => id === candidate.id) === true,
  };
}
