import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import { addDays, isoDateOf } from "#app/domain/kernel/iso-date.ts";
import type { Actor } from "#app/services/actor.ts";
import type { Deps } from "#app/services/deps.ts";
import { confirmTitle } from "#app/services/exposure/confirm-title.server.ts";
import { runAssessments } from "#app/services/intake/assess-everything.server.ts";
import { enterOrganization, type OrganizationDescription } from "#app/services/intake/enter-organization.server.ts";
import { recordOutcome } from "#app/services/learning/record-outcome.server.ts";
import { approvePlanVersion } from "#app/services/planning/decide-plan.server.ts";
import { proposePlan } from "#app/services/planning/propose-plan.server.ts";
import { pinPlanItem } from "#app/services/planning/save-plan-settings.server.ts";
import { saveAnswers } from "#app/services/readiness/save-answers.server.ts";
import { keepNamedPerson } from "#db/repositories/accounts.server.ts";
import { deleteOrganizationRows } from "#db/repositories/organization-rows.server.ts";
import { findPlanOf } from "#db/repositories/plans.server.ts";
import {
  findOrganizationBySlug,
  findTemplate,
  insertMembership,
  insertOrganization,
  updateOrganization,
} from "#db/repositories/tenancy.server.ts";
import { listRoles } from "#db/repositories/workforce.server.ts";
import { facts, firstCourse, organization, systems } from "./organization.ts";
import { colleagues, counsel } from "./people.ts";
import { answers, answersSince, decision } from "./readiness.ts";
import { confirmedTitles, roles } from "./roles.ts";
import { type Happening, inOrderOfDays, must } from "./seeding.server.ts";
import { dutiesFollowed } from "./show-duties.server.ts";
import { evidenceShown } from "./show-evidence.server.ts";
import { probesShown } from "./show-probes.server.ts";
import { registersShown } from "./show-registers.server.ts";

/** Kestrel Freight as its people would type it in today. */
export const kestrel: OrganizationDescription = {
  roles,
  facts,
  systems: systems.map((system) => ({ ...system, catalogueId: null })),
  readiness: answers,
  plan: null,
};

/**
 * What its communications lead keeps in every plan, and when it begins, whatever else is worth more: answers of the first weeks
 * rarely name the sample. Its experiments are about the same share of answers, so the plan can learn from them.
 */
const kept = [
  { action: "visibility.open-doors", inDays: 0 },
  { action: "visibility.earn-mentions", inDays: 42 },
] as const;

/** Who runs the sample: a name that nobody can sign in with. */
function keeper(organizationId: OrganizationId): Actor {
  return { userId: counsel.userId, organizationId, role: "owner", seesPeople: true, requestId: "seed" };
}

/** Names in the sample, which its copies share. */
async function employ({ db, now }: Deps, organizationId: OrganizationId): Promise<void> {
  const createdAt = now();
  for (const { userId, name, email, role } of colleagues) {
    await keepNamedPerson(db, { userId, name, email, at: createdAt });
    await insertMembership(db, { organizationId, userId, role, seesPeople: false, createdAt });
  }
}

async function confirmTitles(deps: Deps, actor: Actor): Promise<void> {
  for (const { id, title } of await listRoles(deps.db, actor.organizationId)) {
    const onet = confirmedTitles[title];
    if (onet !== undefined) must(title, await confirmTitle(deps, actor, { roleId: id, onet }));
  }
}

const course = { heldDaysAgo: 20, recordedDaysAgo: 18, approvedDaysAgo: 16 } as const;

/**
 * The first course ended and was measured by a test; the plan that came of it was approved. What the engines make of the sample
 * changes with the packs: a plan without the course, or an outcome that changes no plan, leaves a shorter history.
 */
function firstCourseLearnt(actor: Actor): Happening[] {
  const { heldDaysAgo, recordedDaysAgo, approvedDaysAgo } = course;
  let replanned = false;
  const recorded: Happening["happen"] = async (deps) => {
    const { db, log } = deps;
    const plan = await findPlanOf(db, actor.organizationId, "approved");
    const item = plan?.plan.items.find(({ interventionId }) => interventionId === firstCourse.interventionId);
    if (plan === null || item === undefined) {
      log.warn(
        { intervention: firstCourse.interventionId },
        "the demonstration's plan lacks the course of its outcome",
      );
      return;
    }
    const { observed, standardError, note } = firstCourse;
    const observedOn = addDays(isoDateOf(deps.now()), recordedDaysAgo - heldDaysAgo);
    const outcome = { planVersionId: plan.id, itemId: item.id, observed, standardError, observedOn, note };
    const command = { ...outcome, basis: "measured", replaces: null } as const;
    const learnt = must("outcome", await recordOutcome(deps, actor, command));
    replanned = learnt.replanned !== null;
    if (!replanned) log.warn({ because: learnt.because }, "the demonstration's outcome led to no new plan version");
  };
  const approved: Happening["happen"] = async (deps) => {
    if (replanned) must("second plan", await approvePlanVersion(deps, actor, { number: 2 }));
  };
  return [
    { daysAgo: recordedDaysAgo, happen: recorded },
    { daysAgo: approvedDaysAgo, happen: approved },
  ];
}

async function answerAgain(deps: Deps, actor: Actor): Promise<void> {
  const given = Object.entries(answersSince).map(([question, { level, evidence, note }]) => {
    return { question, level, evidence, note: note ?? null, version: 1 };
  });
  must("answers since", await saveAnswers(deps, actor, given));
}

/** Seventeen weeks of the sample's life, through the services: probes first, all else three weeks later. */
async function live(deps: Deps, actor: Actor): Promise<void> {
  const command = { website: organization.website, decision };
  const never = new AbortController().signal;
  const begin: Happening["happen"] = async (then) => {
    must("description", await enterOrganization(then, actor, kestrel));
    await confirmTitles(then, actor);
    must("assessments", await runAssessments(then, actor, command, never));
    for (const { action, inDays } of kept) {
      const pin = { keep: "in", start: addDays(isoDateOf(then.now()), inDays) } as const;
      must("pin", await pinPlanItem(then, actor, { action, pin }));
    }
    const made = { organizationId: actor.organizationId, because: "First assessment", causedBy: null };
    must("plan", await proposePlan(then, { ...made, requestedBy: actor.userId, requestId: actor.requestId }));
  };
  await inOrderOfDays(deps, [
    { daysAgo: 121, happen: (then) => employ(then, actor.organizationId) },
    { daysAgo: 98, happen: begin },
    { daysAgo: 97, happen: async (then) => must("plan", await approvePlanVersion(then, actor, { number: 1 })) },
    ...evidenceShown(actor),
    ...registersShown(actor),
    ...firstCourseLearnt(actor),
    ...probesShown(actor),
    { daysAgo: 2, happen: (then) => answerAgain(then, actor) },
    { daysAgo: 0, happen: async (then) => must("today", await runAssessments(then, actor, command, never)) },
    ...dutiesFollowed(actor),
  ]);
}

/** Minutes after which an unfinished seeding counts as given up. */
const givenUpAfter = 10;

/** `seeded` now; `there` already; `elsewhere`: another process is at it, or somebody's own organization has the name. */
export type Seeded = "seeded" | "there" | "elsewhere";

/** False when another process is seeding right now; what a crash left half done is cleared away. */
async function clearTheWay(deps: Pick<Deps, "db" | "now">, alone: boolean): Promise<boolean> {
  const begun = await findOrganizationBySlug(deps.db, organization.slug);
  if (begun === null) return true;
  // A guest without an end is only ever made below, so nobody's own organization of this name is touched.
  if (begun.kind !== "guest" || begun.expiresAt !== null) return false;
  const age = deps.now().getTime() - begun.createdAt.getTime();
  if (!alone && age < givenUpAfter * 60_000) return false;
  await deps.db.transaction((tx) => deleteOrganizationRows(tx, begun.id, true));
  return true;
}

/**
 * Seeds Kestrel Freight into a database that has no demonstration yet, by the services that the pages use: assessed and
 * planned fourteen weeks ago, one outcome recorded since, assessed again today. `alone`: no other process shares the
 * database. Throws when a service refuses, and leaves nothing of it behind.
 */
export async function seedDemonstration(deps: Deps, { alone }: { readonly alone: boolean }): Promise<Seeded> {
  if ((await findTemplate(deps.db)) !== null) return "there";
  if (!(await clearTheWay(deps, alone))) return "elsewhere";
  const started = performance.now();
  const actor = keeper(deps.newId() as OrganizationId);
  // Nothing of it can be copied before it is whole: it becomes the template at the end.
  await insertOrganization(deps.db, {
    ...organization,
    id: actor.organizationId,
    kind: "guest",
    practiceId: null,
    createdAt: deps.now(),
    expiresAt: null,
    deletedAt: null,
  });
  try {
    await live(deps, actor);
    await updateOrganization(deps.db, actor.organizationId, 1, { kind: "template" });
  } catch (error) {
    await deps.db.transaction((tx) => deleteOrganizationRows(tx, actor.organizationId, true));
    throw error;
  }
  deps.log.info({ ms: Math.round(performance.now() - started) }, "seeded the demonstration");
  return "seeded";
}

/** The same for a process that goes on without a demonstration where there can be none; the next start tries again. */
export async function offerDemonstration(
  deps: Deps,
  house: { readonly alone: boolean },
): Promise<Seeded | "unavailable"> {
  try {
    return await seedDemonstration(deps, house);
  } catch (error) {
    const because = error instanceof Error ? error.message : String(error);
    deps.log.error({ because }, "started without a demonstration; the next start tries to make it again");
    return "unavailable";
  }
}
