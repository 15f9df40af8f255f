import { type ScenarioResult, scenarioResult } from "#app/domain/exposure/compare-scenarios.ts";
import { rolesUnder, type WhatIf } from "#app/domain/exposure/what-if.ts";
import type { AssessmentId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { maySeePeople } from "#app/domain/tenancy/may-do.ts";
import { findExposureStanding } from "#db/repositories/exposure.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { sha256 } from "../governance/record.server.ts";
import { gatherInput } from "./exposure-input.server.ts";

export type ComputedScenario = {
  readonly assessmentId: AssessmentId;
  readonly inputHash: string;
  readonly knowledgeVersion: string;
  readonly result: ScenarioResult;
  readonly resultForAll: ScenarioResult | null;
};

export type ComputeFailure = { readonly kind: "no-roles" | "not-assessed" | "small" | "unknown-place" };

/** What a scenario rests on, as one text: another one after every change of a role, a choice or the knowledge. */
export function scenarioStamp(stamp: string, { occupations, titles }: Deps["knowledge"]): string {
  return sha256(JSON.stringify([stamp, occupations.version, titles.version]));
}

/**
 * Computes a what-if exactly, with draws, from the roles as they stand. Where a change of circumstances would touch roles of
 * few people, a second result leaves those as they are: who may not see people is shown that one, so that no difference
 * between scenarios tells of a person.
 */
export async function computeScenario(
  deps: Pick<Deps, "db" | "knowledge" | "compute" | "now">,
  actor: Actor,
  whatIf: WhatIf,
): Promise<Result<ComputedScenario, ComputeFailure>> {
  const { latest, stamp } = await findExposureStanding(deps.db, actor.organizationId);
  if (latest === null) return fail({ kind: "not-assessed" });
  const { input } = await gatherInput(deps, actor, whatIf.setting);
  if (input.roles.length === 0) return fail({ kind: "no-roles" });
  const apart = new Set(input.apart);
  for (const { where } of whatIf.gates) {
    if (where.kind === "role" && !input.roles.some(({ id }) => id === where.role))
      return fail({ kind: "unknown-place" });
    if (where.kind === "role" && apart.has(where.role) && !maySeePeople(actor)) return fail({ kind: "small" });
    if (where.kind === "department" && !input.roles.some(({ department }) => department === where.department))
      return fail({ kind: "unknown-place" });
  }

  const assess = async (untouched: ReadonlySet<(typeof input.roles)[number]["id"]>) => {
    const roles = rolesUnder(input.roles, whatIf, untouched);
    const asked = { ...input, roles, adoption: whatIf.adoption, keepDraws: true };
    return scenarioResult(await deps.compute.run("assess-exposure", asked));
  };
  const result = await assess(new Set());
  const resultForAll = apart.size === 0 || whatIf.gates.length === 0 ? null : await assess(apart);
  const { knowledge } = deps;
  return ok({
    assessmentId: latest,
    inputHash: scenarioStamp(stamp, knowledge),
    knowledgeVersion: result.knowledge.version,
    result,
    resultForAll,
  });
}
