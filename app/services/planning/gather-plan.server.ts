import { createHash } from "node:crypto";
import { canonicalJson } from "#app/domain/kernel/canonical.ts";
import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import { isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import type { PlanInputs } from "#app/domain/planning/compose-plan.ts";
import type { PlanFacts } from "#app/domain/planning/facts.ts";
import type { CandidateAction, PlanConstraints } from "#app/domain/planning/plan.ts";
import { seedOfPlan } from "#app/domain/planning/plan-seed.ts";
import { perEuroOf, startingConstraints } from "#app/domain/planning/settings.ts";
import type { Deps } from "#app/services/deps.ts";
import { findPlanOf, findPlanSettings, listNewestPosteriors, type PlanVersion } from "#db/repositories/plans.server.ts";
import { findStoredResults } from "#db/repositories/results.server.ts";
import { findOrganization } from "#db/repositories/tenancy.server.ts";
import { listRoles } from "#db/repositories/workforce.server.ts";
import { loadProbeFixes, withProbeFixes } from "./probe-fixes.server.ts";
import { candidatesOf } from "./remember-candidates.ts";

/** Seconds of an ordinary machine that a plan of one organization is given; counted in iterations. */
const effort = 0.4;

export type GatherFailure = { readonly kind: "nothing-assessed" };

/** What the plan of an organization is made from today. */
export type Gathered = { readonly inputs: PlanInputs; readonly current: PlanVersion | null };

type Known = {
  readonly facts: PlanFacts;
  readonly candidates: readonly CandidateAction[];
  readonly constraints: PlanConstraints;
  readonly posteriorIds: readonly string[];
};

/** What the newest assessments and outcomes say of an organization, what it could do, and what it may use. */
export async function gatherFacts(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  organizationId: OrganizationId,
): Promise<Known> {
  const { interventions } = deps.knowledge;
  const [organization, results, roles, learned, settings, fixes] = await Promise.all([
    findOrganization(deps.db, organizationId),
    findStoredResults(deps.db, organizationId),
    listRoles(deps.db, organizationId),
    listNewestPosteriors(deps.db, organizationId),
    findPlanSettings(deps.db, organizationId),
    loadProbeFixes(deps, organizationId),
  ]);
  const currency = organization?.currency ?? interventions.rates.base;
  const perEuro = perEuroOf(currency, interventions);
  const { exposure, compliance, readiness } = results;
  const visibility = withProbeFixes(results.visibility, fixes);
  const posteriors = Object.fromEntries(learned.map(({ interventionId, posterior }) => [interventionId, posterior]));
  const facts = {
    asOf: isoDateOf(deps.now()),
    roles,
    exposure,
    compliance,
    readiness,
    visibility,
    posteriors,
    perEuro,
  };
  const candidates = candidatesOf(facts, interventions);
  return {
    facts,
    candidates,
    constraints: settings?.settings ?? startingConstraints(roles, interventions, candidates, currency, perEuro),
    posteriorIds: learned.map(({ id }) => id),
  };
}

export async function gatherPlan(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  organizationId: OrganizationId,
): Promise<Result<Gathered, GatherFailure>> {
  const [{ facts, candidates, constraints, posteriorIds }, current] = await Promise.all([
    gatherFacts(deps, organizationId),
    findPlanOf(deps.db, organizationId, "approved"),
  ]);
  if (candidates.length === 0) return fail({ kind: "nothing-assessed" });

  const knowledgeVersion = deps.knowledge.interventions.version;
  const plan = current?.plan ?? null;
  const base = { asOf: facts.asOf, candidates, constraints, knowledgeVersion, posteriorIds, effort };
  const inputHash = createHash("sha256")
    .update(canonicalJson({ ...base, current: plan }))
    .digest("hex");
  return ok({ current, inputs: { ...base, current: plan, inputHash, seed: seedOfPlan({ ...base, current: plan }) } });
}
