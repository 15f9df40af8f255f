import { type ControlStanding, standingsOf } from "#app/domain/compliance/evidence/duties-and-controls.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { evidenceOf, type KeptEvidence, listEvidence } from "#db/repositories/evidence.server.ts";
import type { Actor } from "../actor.ts";
import { type Assessed, type AssessedQuery, assessedNow } from "../compliance/load-assessed.server.ts";
import type { Deps } from "../deps.ts";

/** What every page about controls starts from: the assessment on a day, and each control with what its evidence shows. */
export type Standings = {
  readonly assessed: Assessed;
  readonly evidence: readonly KeptEvidence[];
  readonly standings: readonly ControlStanding[];
};

export async function loadStandings(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  actor: Actor,
  query: AssessedQuery,
): Promise<Result<Standings, { readonly kind: "forbidden" }>> {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "forbidden" });
  const [assessed, evidence] = await Promise.all([
    assessedNow(deps, actor, query),
    listEvidence(deps.db, actor.organizationId),
  ]);
  const standings = standingsOf(
    assessed.assessment,
    assessed.pack.controls,
    deps.knowledge.controls,
    evidence.map(evidenceOf),
  );
  return ok({ assessed, evidence, standings });
}
