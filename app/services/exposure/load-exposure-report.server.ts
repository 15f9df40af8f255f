import type { ExposureAssessment } from "#app/domain/exposure/exposure-assessment.ts";
import {
  type ExposureGroup,
  type ExposureLine,
  exposureGroups,
  exposureLines,
} from "#app/domain/exposure/exposure-view.ts";
import type { AdoptionName } from "#app/domain/exposure/occupation-pack.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo, maySeePeople } from "#app/domain/tenancy/may-do.ts";
import { suppressed } from "#app/domain/tenancy/small-groups.ts";
import { listExposureAssessments } from "#db/repositories/exposure.server.ts";
import { countRoles } from "#db/repositories/workforce.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { gatherInput } from "./exposure-input.server.ts";

export type ExposureReport = {
  /** Null as long as nothing was assessed. */
  readonly result: {
    readonly asOf: string;
    readonly currency: string;
    readonly totals: ExposureAssessment["totals"];
    readonly timeline: ExposureAssessment["timeline"];
    readonly knowledge: ExposureAssessment["knowledge"];
    readonly lines: readonly ExposureLine[];
    readonly groups: {
      readonly department: readonly ExposureGroup[];
      readonly site: readonly ExposureGroup[];
      readonly level: readonly ExposureGroup[];
    };
    readonly waiting: number;
    readonly notAssessable: number;
    readonly hidden: number;
    readonly scenario: AdoptionName;
    /** Roles, choices or knowledge changed since. */
    readonly stale: boolean;
  } | null;
  readonly roles: number;
  readonly mayRun: boolean;
  readonly mayEdit: boolean;
};

/** The newest exposure assessment as this person may see it. */
export async function loadExposureReport(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  actor: Actor,
): Promise<Result<ExposureReport, { readonly kind: "forbidden" }>> {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "forbidden" });
  const [[latest], roles] = await Promise.all([
    listExposureAssessments(deps.db, actor.organizationId, 1),
    countRoles(deps.db, actor.organizationId),
  ]);
  const may = { mayRun: mayDo(actor.role, "assessment:run"), mayEdit: mayDo(actor.role, "workforce:edit") };
  if (latest === undefined) return ok({ result: null, roles, ...may });
  const { assessment, input, inputHash } = latest;
  const current = await gatherInput(deps, actor, input.scenario);

  const hidden = new Set(maySeePeople(actor) ? [] : suppressed(assessment.roles.map(({ headcount }) => headcount)));
  const lines = exposureLines(assessment, hidden);
  return ok({
    result: {
      asOf: assessment.asOf,
      currency: assessment.currency,
      totals: assessment.totals,
      timeline: assessment.timeline,
      knowledge: assessment.knowledge,
      lines,
      groups: {
        department: exposureGroups(lines, "department"),
        site: exposureGroups(lines, "site"),
        level: exposureGroups(lines, "level"),
      },
      waiting: assessment.unconfirmed.length + assessment.unmatched.length,
      notAssessable: assessment.notAssessable.length,
      hidden: hidden.size,
      scenario: input.scenario,
      stale: current.inputHash !== inputHash,
    },
    roles,
    ...may,
  });
}
