import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import type { PlanFacts } from "./facts.ts";
import { familyGroups } from "./groups.ts";
import type { InterventionPack } from "./intervention-pack.ts";
import type { Driver, Plan, PlanItem } from "./plan.ts";

/** One course of one group. */
export type GroupCourse = {
  readonly id: string;
  readonly title: string;
  readonly mode: string;
  readonly owner: string;
  readonly start: IsoDate;
  readonly finish: IsoDate;
  readonly hoursEach: number;
  readonly hours: number;
  readonly modules: readonly string[];
  readonly effect: PlanItem["forecast"]["effect"];
  readonly measure: string;
  readonly why: readonly Driver[];
  readonly obligations: readonly string[];
};

/** What one group of roles learns: never a person's results. */
export type GroupUpskilling = {
  readonly id: string;
  readonly title: string;
  readonly headcount: number;
  readonly roles: readonly string[];
  /** Share of working time that is exposed. */
  readonly exposed: number;
  readonly courses: readonly GroupCourse[];
};

/** Trainings of a plan by role family; those for the whole organization stand under `everyone`. */
export function upskillingOf(plan: Plan, facts: PlanFacts, pack: InterventionPack): GroupUpskilling[] {
  const trainings = plan.items.filter((item) => item.kind === "training");
  const groups = familyGroups(facts, pack).map((group): GroupUpskilling => {
    const own = trainings.filter((item) => item.id.endsWith(`~${group.family.id}`));
    return {
      id: group.family.id,
      title: group.family.title,
      headcount: group.headcount,
      roles: group.roles.map((role) => role.title),
      exposed: group.augmentable + group.automatable,
      courses: own.map((item) => courseOf(item, group.headcount)),
    };
  });
  const shared = trainings.filter((item) => !item.id.includes("~"));
  const everyone = facts.roles.reduce((sum, role) => sum + role.headcount, 0);
  const all = { id: "everyone", title: "Across roles", headcount: everyone, roles: [], exposed: 0 };
  const courses = shared.map((item) => courseOf(item, everyone));
  return [...groups, ...(courses.length === 0 ? [] : [{ ...all, courses }])];
}

function courseOf(item: PlanItem, heads: number): GroupCourse {
  const hours = item.hours.learning ?? 0;
  return {
    id: item.id,
    title: item.title,
    mode: item.mode.title,
    owner: item.owner,
    start: item.start,
    finish: item.finish,
    hoursEach: heads === 0 ? 0 : hours / heads,
    hours,
    modules: item.details,
    effect: item.forecast.effect,
    measure: item.forecast.measure,
    why: item.why,
    obligations: item.serves.obligations,
  };
}
