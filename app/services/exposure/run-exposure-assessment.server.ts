import type { ExposureAssessment } from "#app/domain/exposure/exposure-assessment.ts";
import type { AdoptionName } from "#app/domain/exposure/occupation-pack.ts";
import type { AssessmentId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { insertExposureAssessment, listExposureAssessments } from "#db/repositories/exposure.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";
import { gatherInput } from "./exposure-input.server.ts";

type RunExposure = { readonly scenario?: AdoptionName };
type Ran = { readonly id: AssessmentId; readonly assessment: ExposureAssessment };

/** Assesses every role as it stands and keeps the result, unless nothing changed since one of the same day. */
export async function runExposureAssessment(
  deps: Pick<Deps, "db" | "knowledge" | "compute" | "now" | "newId">,
  actor: Actor,
  command: RunExposure,
): Promise<Result<Ran, { readonly kind: "forbidden" | "no-roles" }>> {
  if (!mayDo(actor.role, "assessment:run")) return fail({ kind: "forbidden" });
  return assessAndKeep(deps, actor, command);
}

/** The same for work that was allowed already: a job. */
export async function assessAndKeep(
  deps: Pick<Deps, "db" | "knowledge" | "compute" | "now" | "newId">,
  actor: Pick<Actor, "userId" | "organizationId" | "requestId">,
  command: RunExposure,
): Promise<Result<Ran, { readonly kind: "no-roles" }>> {
  const [latest] = await listExposureAssessments(deps.db, actor.organizationId, 1);
  const scenario = command.scenario ?? latest?.input.scenario ?? "central";
  const { input, inputHash } = await gatherInput(deps, actor, scenario);
  if (input.roles.length === 0) return fail({ kind: "no-roles" });
  if (latest?.inputHash === inputHash && latest.assessment.asOf === input.asOf)
    return ok({ id: latest.id, assessment: latest.assessment });

  const assessment = await deps.compute.run("assess-exposure", input);

  const id = deps.newId() as AssessmentId;
  const at = deps.now();
  await deps.db.transaction(async (tx) => {
    const kept = { id, inputHash, input, assessment, createdAt: at, createdBy: actor.userId };
    await insertExposureAssessment(tx, actor.organizationId, kept);
    await record(tx, actor, {
      action: "exposure.assess",
      subject: `assessment:${id}`,
      after: { score: assessment.totals?.score ?? null, coverage: assessment.totals?.coverage ?? 0, scenario },
      at,
    });
  });
  return ok({ id, assessment });
}
