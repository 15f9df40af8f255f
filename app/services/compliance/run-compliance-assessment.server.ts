import type { AssessmentId } from "#app/domain/kernel/ids.ts";
import { type IsoDate, isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { insertComplianceAssessment } from "#db/repositories/compliance.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";
import { assessFacts, hashOfFacts } from "./assess-facts.ts";
import { loadFacts } from "./load-facts.server.ts";

type Command = { readonly asOf?: IsoDate };

/** Assesses the organization's duties on a day (today when none is given) and keeps the result with the facts it used. */
export async function runComplianceAssessment(
  deps: Pick<Deps, "db" | "knowledge" | "now" | "newId">,
  actor: Actor,
  command: Command = {},
): Promise<Result<AssessmentId, { kind: "forbidden" }>> {
  if (!mayDo(actor.role, "assessment:run")) return fail({ kind: "forbidden" });
  const { facts } = await loadFacts(deps.db, actor.organizationId);

  const createdAt = deps.now();
  const assessment = assessFacts(facts, deps.knowledge.obligations, command.asOf ?? isoDateOf(createdAt));

  const id = deps.newId() as AssessmentId;
  const inputHash = hashOfFacts(facts);
  await deps.db.transaction(async (tx) => {
    const kept = { id, inputHash, facts, assessment, createdAt, createdBy: actor.userId };
    await insertComplianceAssessment(tx, actor.organizationId, kept);
    await record(tx, actor, {
      action: "compliance.assess",
      subject: `assessment:${id}`,
      after: { asOf: assessment.asOf, pack: assessment.pack.version, inputHash },
      at: createdAt,
    });
  });
  return ok(id);
}
