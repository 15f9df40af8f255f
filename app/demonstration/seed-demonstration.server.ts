import type { OrganizationId, UserId } from "#app/domain/kernel/ids.ts";
import { isoDateOf } from "#app/domain/kernel/iso-date.ts";
import type { Actor } from "#app/services/actor.ts";
import { lookAtDuties } from "#app/services/compliance/look-at-duties.server.ts";
import { saveFacts } from "#app/services/compliance/save-facts.server.ts";
import type { Deps } from "#app/services/deps.ts";
import { confirmTitle } from "#app/services/exposure/confirm-title.server.ts";
import { assessEverything, runAssessments } from "#app/services/intake/assess-everything.server.ts";
import { enterOrganization, type OrganizationDescription } from "#app/services/intake/enter-organization.server.ts";
import { recordOutcome } from "#app/services/learning/record-outcome.server.ts";
import { approvePlanVersion } from "#app/services/planning/decide-plan.server.ts";
import { saveAnswers } from "#app/services/readiness/save-answers.server.ts";
import { deleteOrganizationRows } from "#db/repositories/organization-rows.server.ts";
import { findPlanOf } from "#db/repositories/plans.server.ts";
import {
  findOrganizationBySlug,
  findTemplate,
  insertOrganization,
  updateOrganization,
} from "#db/repositories/tenancy.server.ts";
import { listRoles } from "#db/repositories/workforce.server.ts";
import { facts, factsSince, firstCourse, organization, systems } from "./organization.ts";
import { answers, answersSince, decision } from "./readiness.ts";
import { confirmedTitles, roles } from "./roles.ts";
import { showEvidence } from "./show-evidence.server.ts";
import { showProbes } from "./show-probes.server.ts";

const day = 86_400_000;

/** Kestrel Freight as its people would type it in today. */
export const kestrel: OrganizationDescription = {
  roles,
  facts,
  systems: systems.map((system) => ({ ...system, catalogueId: null })),
  readiness: answers,
  plan: null,
};

/** The template's owner: nobody who could sign in. */
function keeper(organizationId: OrganizationId): Actor {
  return { userId: "demonstration" as UserId, organizationId, role: "owner", seesPeople: true, requestId: "seed" };
}

async function must<Value>(
  what: string,
  result: { ok: true; value: Value } | { ok: false; failure: unknown },
): Promise<Value> {
  if (!result.ok) throw new Error(`The demonstration could not be seeded: ${what}: ${JSON.stringify(result.failure)}`);
  return result.value;
}

async function confirmTitles(deps: Deps, actor: Actor): Promise<void> {
  for (const { id, title } of await listRoles(deps.db, actor.organizationId)) {
    const onet = confirmedTitles[title];
    if (onet !== undefined) await must(title, await confirmTitle(deps, actor, { roleId: id, onet }));
  }
}

/**
 * The first course ended and was measured by a test; the plan that came of it was approved. What the engines make of the sample
 * changes with the packs: a plan without the course, or an outcome that changes no plan, leaves a shorter history.
 */
async function learnFromFirstCourse(on: (daysAgo: number) => Deps, actor: Actor): Promise<void> {
  const { db, log } = on(18);
  const plan = await findPlanOf(db, actor.organizationId, "approved");
  const item = plan?.plan.items.find(({ interventionId }) => interventionId === firstCourse.interventionId);
  if (plan === null || item === undefined) {
    log.warn({ intervention: firstCourse.interventionId }, "the demonstration's plan lacks the course of its outcome");
    return;
  }
  const { observed, standardError, note } = firstCourse;
  const observedOn = isoDateOf(on(20).now());
  const outcome = { planVersionId: plan.id, itemId: item.id, observed, standardError, observedOn, note };
  const recorded = await must(
    "outcome",
    await recordOutcome(on(18), actor, { ...outcome, basis: "measured", replaces: null }),
  );
  if (recorded.replanned === null) {
    log.warn({ because: recorded.because }, "the demonstration's outcome led to no new plan version");
    return;
  }
  await must("second plan", await approvePlanVersion(on(16), actor, { number: 2 }));
}

async function answerAgain(deps: Deps, actor: Actor): Promise<void> {
  const given = Object.entries(answersSince).map(([question, { level, evidence, note }]) => {
    return { question, level, evidence, note: note ?? null, version: 1 };
  });
  await must("answers since", await saveAnswers(deps, actor, given));
}

/** Two answers more, by which the duties changed. */
async function answerFacts(deps: Deps, actor: Actor): Promise<void> {
  const given = Object.entries(factsSince).map(([fact, value]) => ({ fact, value, version: 0 }));
  await must("facts since", await saveFacts(deps, actor, given));
}

/** Fourteen weeks of the sample's life, through the services. */
async function live(deps: Deps, actor: Actor): Promise<void> {
  const today = deps.now();
  const on = (daysAgo: number): Deps => ({ ...deps, now: () => new Date(today.getTime() - daysAgo * day) });
  const command = { website: organization.website, decision, because: "First assessment" };
  const never = new AbortController().signal;
  await must("description", await enterOrganization(on(98), actor, kestrel));
  await confirmTitles(on(98), actor);
  await must("assessments", await assessEverything(on(98), actor, command, never));
  await must("plan", await approvePlanVersion(on(97), actor, { number: 1 }));
  await showEvidence(on, actor, must);
  await learnFromFirstCourse(on, actor);
  await lookAtDuties(on(97), actor.organizationId);
  await answerFacts(on(9), actor);
  await lookAtDuties(on(9), actor.organizationId);
  await answerAgain(on(2), actor);
  await showProbes(on, actor, must);
  await must("assessments of today", await runAssessments(deps, actor, command, never));
  await lookAtDuties(deps, actor.organizationId);
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
