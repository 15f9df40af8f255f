import type { ExposureAssessment, ExposureGroups, MixComparison } from "#app/domain/exposure/exposure-assessment.ts";
import { type ExposureLine, exposureLines, shownGroups, unconfirmedShare } from "#app/domain/exposure/exposure-view.ts";
import type { AdoptionName } from "#app/domain/exposure/occupation-pack.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo, maySeePeople } from "#app/domain/tenancy/may-do.ts";
import { suppressed } from "#app/domain/tenancy/small-groups.ts";
import { keptValues } from "#db/kept-values.server.ts";
import {
  findExposureAssessment,
  findExposureStanding,
  type KeptExposureAssessment,
} from "#db/repositories/exposure.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { type CurrentInput, gatherInput } from "./exposure-input.server.ts";

/** An assessment as a person may see it. */
export type ExposureView = {
  readonly asOf: string;
  readonly currency: string;
  readonly totals: ExposureAssessment["totals"];
  readonly timeline: ExposureAssessment["timeline"];
  readonly knowledge: ExposureAssessment["knowledge"];
  readonly lines: readonly ExposureLine[];
  readonly groups: ExposureGroups;
  /** Null in a result that was kept without it. */
  readonly comparison: MixComparison | null;
  /** Share of people whose title is not confirmed and not sure. */
  readonly unconfirmed: number;
  /** Where each parameter of the scenario comes from. */
  readonly sources: Readonly<Record<string, string>>;
  readonly waiting: number;
  readonly notAssessable: number;
  readonly hidden: number;
  readonly scenario: AdoptionName;
  /** Roles, choices or knowledge changed since. */
  readonly stale: boolean;
};

export type ExposureReport = {
  /** Null as long as nothing was assessed. */
  readonly result: ExposureView | null;
  readonly roles: number;
  readonly mayRun: boolean;
  readonly mayEdit: boolean;
};

/** A line is about a kilobyte. */
const views = keptValues<ExposureView | null>(40_000, (view) => 50 + (view?.lines.length ?? 0));

/** The newest exposure assessment as this person may see it. */
export async function loadExposureReport(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  actor: Actor,
): Promise<Result<ExposureReport, { readonly kind: "forbidden" }>> {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "forbidden" });
  const { organizationId } = actor;
  const { latest, roles, stamp } = await findExposureStanding(deps.db, organizationId);
  const may = { mayRun: mayDo(actor.role, "assessment:run"), mayEdit: mayDo(actor.role, "workforce:edit") };
  if (latest === null) return ok({ result: null, roles, ...may });
  const seesPeople = maySeePeople(actor);
  const key = [organizationId, latest, seesPeople, deps.knowledge.version, stamp].join("\n");
  const result = await views(deps.db, key, async () => {
    const kept = await findExposureAssessment(deps.db, organizationId, latest);
    return kept === null
      ? null
      : viewOf(
          kept,
          seesPeople,
          await gatherInput(deps, actor, kept.input.scenario),
          deps.knowledge.occupations.parameterSources,
        );
  });
  return ok({ result, roles, ...may });
}

function viewOf(
  { assessment, input, inputHash }: KeptExposureAssessment,
  seesPeople: boolean,
  current: CurrentInput,
  sources: ExposureView["sources"],
): ExposureView {
  const hidden = new Set(seesPeople ? [] : suppressed(assessment.roles.map(({ headcount }) => headcount)));
  const lines = exposureLines(assessment, hidden);
  return {
    asOf: assessment.asOf,
    currency: assessment.currency,
    totals: assessment.totals,
    timeline: assessment.timeline,
    knowledge: assessment.knowledge,
    lines,
    groups: shownGroups(assessment, hidden.size > 0),
    comparison: assessment.comparison ?? null,
    unconfirmed: unconfirmedShare(assessment),
    sources,
    waiting: assessment.unconfirmed.length + assessment.unmatched.length,
    notAssessable: assessment.notAssessable.length,
    hidden: hidden.size,
    scenario: input.scenario,
    stale: current.inputHash !== inputHash,
  };
}
