import type { AdoptionName } from "#app/domain/exposure/occupation-pack.ts";
import type { AssessmentId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import {
  findExposureStanding,
  findNewestExposure,
  findNewestScenario,
  insertExposureAssessment,
} from "#db/repositories/exposure.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";
import { assessRoster, rolesInTurns } from "./assess-roster.server.ts";
import { gatherInput } from "./exposure-input.server.ts";

type RunExposure = { readonly scenario?: AdoptionName };
type Ran = { readonly id: AssessmentId };
type AssessDeps = Pick<Deps, "db" | "knowledge" | "compute" | "now" | "newId">;

/** Assesses every role as it stands and keeps the result, unless nothing changed since one of the same day. */
export async function runExposureAssessment(
  deps: Pick<Deps, "db" | "knowledge" | "compute" | "now" | "newId">,
  actor: Actor,
  command: RunExposure,
): Promise<Result<Ran, { readonly kind: "forbidden" | "no-roles" }>> {
  if (!mayDo(actor.role, "assessment:run")) return fail({ kind: "forbidden" });
  return assessAndKeep(deps, actor, command);
}

/** The same for work that was allowed already: a job. A large roster is assessed in turns, so that nobody waits for it. */
export async function assessAndKeep(
  deps: AssessDeps,
  actor: Pick<Actor, "userId" | "organizationId" | "requestId">,
  command: RunExposure,
): Promise<Result<Ran, { readonly kind: "no-roles" }>> {
  const { organizationId } = actor;
  const { roles } = await findExposureStanding(deps.db, organizationId);
  if (roles === 0) return fail({ kind: "no-roles" });
  const scenario = command.scenario ?? (await findNewestScenario(deps.db, organizationId)) ?? "central";
  if (roles > rolesInTurns) return ok({ id: await assessRoster(deps, actor, scenario) });

  const newest = await findNewestExposure(deps.db, organizationId);
  const { input, inputHash } = await gatherInput(deps, actor, scenario);
  if (newest?.inputHash === inputHash && newest.asOf === input.asOf) return ok({ id: newest.id });

  const assessment = await deps.compute.run("assess-exposure", input);

  const id = deps.newId() as AssessmentId;
  const at = deps.now();
  await deps.db.transaction(async (tx) => {
    const kept = { id, inputHash, input, assessment, createdAt: at, createdBy: actor.userId };
    await insertExposureAssessment(tx, organizationId, kept);
    await record(tx, actor, {
      action: "exposure.assess",
      subject: `assessment:${id}`,
      after: { score: assessment.totals?.score ?? null, coverage: assessment.totals?.coverage ?? 0, scenario },
      at,
    });
  });
  return ok({ id });
}
