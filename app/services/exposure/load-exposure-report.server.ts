import type { ExposureAssessment, ExposureGroups, MixComparison } from "#app/domain/exposure/exposure-assessment.ts";
import {
  type ExposureLine,
  exposureLine,
  hiddenLine,
  shownGroups,
  unconfirmedShare,
} from "#app/domain/exposure/exposure-view.ts";
import { type LargestRoles, largestRoles } from "#app/domain/exposure/largest-roles.ts";
import type { AdoptionName } from "#app/domain/exposure/occupation-pack.ts";
import type { AssessmentId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo, maySeePeople } from "#app/domain/tenancy/may-do.ts";
import { suppressed } from "#app/domain/tenancy/small-groups.ts";
import { folded } from "#db/frozen.ts";
import { keptValues } from "#db/kept-values.server.ts";
import { type ExposureStanding, findExposureStanding, readExposure } from "#db/repositories/exposure.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { rosterStamp } from "./assess-roster.server.ts";
import { gatherInput } from "./exposure-input.server.ts";

/** An assessment as a person may see it. */
export type ExposureView = {
  readonly asOf: string;
  readonly currency: string;
  readonly totals: ExposureAssessment["totals"];
  readonly timeline: ExposureAssessment["timeline"];
  readonly knowledge: ExposureAssessment["knowledge"];
  readonly lines: readonly ExposureLine[];
  /** The largest of those that have figures, for a picture. */
  readonly drawn: LargestRoles<Omit<ExposureLine, "figures"> & NonNullable<ExposureLine["figures"]>>;
  /** The role whose title most people wait for. */
  readonly firstWaiting: { readonly id: string; readonly title: string } | null;
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

/** Folding more lines would hold everybody up. */
const mostFolded = 1_000;
/** A line is about a kilobyte. */
const views = keptValues<ExposureView | null>(
  40_000,
  (view) => 50 + (view?.lines.length ?? 0),
  (view) => ((view?.lines.length ?? 0) > mostFolded ? view : folded(view)),
);

/** The newest exposure assessment as this person may see it. */
export async function loadExposureReport(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  actor: Actor,
): Promise<Result<ExposureReport, { readonly kind: "forbidden" }>> {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "forbidden" });
  const { organizationId } = actor;
  const standing = await findExposureStanding(deps.db, organizationId);
  const { latest, roles, stamp } = standing;
  const may = { mayRun: mayDo(actor.role, "assessment:run"), mayEdit: mayDo(actor.role, "workforce:edit") };
  if (latest === null) return ok({ result: null, roles, ...may });
  const seesPeople = maySeePeople(actor);
  const key = [organizationId, latest, seesPeople, deps.knowledge.version, stamp].join("\n");
  const result = await views(deps.db, key, () => viewOf(deps, actor, { ...standing, latest }, seesPeople));
  return ok({ result, roles, ...may });
}

async function viewOf(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  actor: Actor,
  standing: ExposureStanding & { readonly latest: AssessmentId },
  seesPeople: boolean,
): Promise<ExposureView | null> {
  const all: ExposureLine[] = [];
  const kept = await readExposure(deps.db, actor.organizationId, standing.latest, (roles) => {
    for (const role of roles) all.push(exposureLine(role));
  });
  if (kept === null) return null;
  const { assessment, scenario, inputHash, stamp } = kept;
  const stale =
    stamp === null
      ? (await gatherInput(deps, actor, scenario)).inputHash !== inputHash
      : stamp !== rosterStamp(standing, deps.knowledge);
  const heads = all.map(({ headcount }) => headcount ?? 0);
  const hidden = new Set(seesPeople ? [] : suppressed(heads));
  const lines = hidden.size === 0 ? all : all.map((line, at) => (hidden.has(at) ? hiddenLine(line) : line));
  const measured = lines.flatMap((line) => {
    const { figures } = line;
    return figures === null ? [] : [{ line, figures, payroll: figures.payroll, hours: figures.hours }];
  });
  const largest = largestRoles(measured);
  return {
    asOf: assessment.asOf,
    currency: assessment.currency,
    totals: assessment.totals,
    timeline: assessment.timeline,
    knowledge: assessment.knowledge,
    lines,
    drawn: {
      ...largest,
      roles: largest.roles.map(({ line: { figures: _, ...line }, figures }) => ({ ...line, ...figures })),
    },
    firstWaiting: largestWaiting(lines),
    groups: shownGroups(assessment, hidden.size > 0),
    comparison: assessment.comparison ?? null,
    unconfirmed: unconfirmedShare(all.map(({ state }, at) => ({ state, headcount: heads[at] ?? 0 }))),
    sources: deps.knowledge.occupations.parameterSources,
    waiting: assessment.unconfirmed.length + assessment.unmatched.length,
    notAssessable: assessment.notAssessable.length,
    hidden: hidden.size,
    scenario,
    stale,
  };
}

/** Of those that this person may see and whose occupation somebody has to say. */
function largestWaiting(lines: readonly ExposureLine[]): ExposureView["firstWaiting"] {
  let largest: ExposureLine | null = null;
  for (const line of lines) {
    if (line.absent === "small" || (line.state !== "unconfirmed" && line.state !== "unmatched")) continue;
    if (largest === null || (line.headcount ?? 0) > (largest.headcount ?? 0)) largest = line;
  }
  return largest === null ? null : { id: largest.id, title: largest.title };
}
