import type { OrganizationId, OutcomeId } from "#app/domain/kernel/ids.ts";
import { isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { discounted } from "#app/domain/learning/drift.ts";
import {
  type Evidence,
  type Prior,
  priorFrom,
  type Scope,
  type Segment,
  segmentOf,
} from "#app/domain/learning/evidence.ts";
import { learnInCommon } from "#app/domain/learning/learn.ts";
import { pool } from "#app/domain/learning/pool.ts";
import type { Learnt } from "#app/domain/learning/posterior.ts";
import { findSharing, listOutcomes, listPosteriors, listSharedOutcomes } from "#db/repositories/outcomes.server.ts";
import { findOrganization } from "#db/repositories/tenancy.server.ts";
import type { Deps } from "../deps.ts";

/** What may inform an organization about one intervention. */
export type Gathered = {
  readonly prior: Prior;
  readonly scope: Scope;
  readonly evidence: readonly Evidence[];
  readonly learnt: Learnt;
};

/**
 * Own outcomes that were not corrected since (nor by what is being entered: `correcting`), and those that others share; those from
 * before a drift alarm that still stands count less. Null for an intervention that the pack does not hold.
 */
export async function gatherEvidence(
  deps: Pick<Deps, "db" | "knowledge">,
  organizationId: OrganizationId,
  interventionId: string,
  correcting: OutcomeId | null = null,
): Promise<Gathered | null> {
  const intervention = deps.knowledge.interventions.interventions.find(({ id }) => id === interventionId);
  if (intervention === undefined) return null;
  const { scale, prior } = intervention;
  const stated = priorFrom({ id: interventionId, scale, mean: prior.mean, sd: prior.sd });
  const [organization, own, shared, sharing, beliefs] = await Promise.all([
    findOrganization(deps.db, organizationId),
    listOutcomes(deps.db, organizationId),
    listSharedOutcomes(deps.db, organizationId, interventionId),
    findSharing(deps.db, organizationId),
    listPosteriors(deps.db, organizationId),
  ]);
  const stands = standing(own).filter(({ id }) => id !== correcting);
  const known = new Set<string | null>(stands.map(({ id }) => id));
  // An alarm that a corrected outcome raised was about the mistake, not about the world.
  const alarms = beliefs.flatMap(({ interventionId: about, causedBy, posterior, createdAt }) =>
    about === interventionId && known.has(causedBy) && (posterior.drift?.alarm ?? null) !== null ? [createdAt] : [],
  );
  const alarmsSince = (seen: (alarm: Date) => boolean) => alarms.filter(seen).length;
  const segment: Segment = segmentOf(organization?.sector ?? null, organization?.headcount ?? null);
  const self = "self";
  const ours = stands
    .filter((outcome) => outcome.interventionId === interventionId)
    .map(
      ({ effect, variance, basis, observedOn, createdAt }): Evidence => ({
        interventionId,
        organization: self,
        segment,
        effect,
        variance: discounted(
          variance,
          alarmsSince((alarm) => createdAt < alarm),
        ),
        basis,
        observedOn,
      }),
    );
  const others = standing(shared).map(
    ({ effect, variance, observedOn, source, sector, headcount }): Evidence => ({
      interventionId,
      organization: source,
      segment: segmentOf(sector, headcount),
      effect,
      variance: discounted(
        variance,
        alarmsSince((alarm) => observedOn < isoDateOf(alarm)),
      ),
      basis: "measured",
      observedOn,
    }),
  );
  const sharers = new Set([...others.map(({ organization: source }) => source), ...(sharing === null ? [] : [self])]);
  const evidence = pool([...ours, ...others], self, sharers);
  const learnt = learnInCommon(new Map([[interventionId, stated]]), evidence);
  return { prior: stated, scope: { organization: self, interventionId, segment }, evidence, learnt };
}

/** Outcomes that no later one corrects. */
export function standing<Row extends { readonly id: string; readonly replaces: string | null }>(
  rows: readonly Row[],
): readonly Row[] {
  const replaced = new Set(rows.map(({ replaces }) => replaces));
  return rows.filter(({ id }) => !replaced.has(id));
}
