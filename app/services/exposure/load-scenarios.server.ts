import { differenceOf, type ScenarioResult } from "#app/domain/exposure/compare-scenarios.ts";
import type {
  ComparedScenario,
  OneScenario,
  ScenarioList,
  ShownScenario,
  WhatIfDesk,
} from "#app/domain/exposure/scenario-view.ts";
import { whatIfBase } from "#app/domain/exposure/what-if-base.ts";
import type { RoleId, ScenarioId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo, maySeePeople } from "#app/domain/tenancy/may-do.ts";
import { suppressedIds } from "#app/domain/tenancy/small-groups.ts";
import { findExposureAssessment, findExposureStanding } from "#db/repositories/exposure.server.ts";
import {
  findNewestVersions,
  findScenario,
  type KeptScenario,
  type KeptScenarioVersion,
  listRemovedScenarios,
  listScenarios,
  listScenarioVersions,
} from "#db/repositories/scenarios.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { scenarioUndoSince } from "./change-scenario.server.ts";
import { scenarioStamp } from "./compute-scenario.server.ts";
import { mostScenarios } from "./save-scenario.server.ts";

type LoadDeps = Pick<Deps, "db" | "knowledge" | "now">;
type Refused = { readonly kind: "forbidden" | "not-found" };

/** The kept scenarios with what each said last. */
export async function loadScenarios(deps: LoadDeps, actor: Actor): Promise<Result<ScenarioList, Refused>> {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "forbidden" });
  const { organizationId } = actor;
  const [all, removed, standing] = await Promise.all([
    listScenarios(deps.db, organizationId),
    listRemovedScenarios(deps.db, organizationId, scenarioUndoSince(deps.now())),
    findExposureStanding(deps.db, organizationId),
  ]);
  const newest = await findNewestVersions(
    deps.db,
    organizationId,
    all.map(({ id }) => id),
  );
  const now = scenarioStamp(standing.stamp, deps.knowledge);
  return ok({
    scenarios: all.flatMap((scenario) => {
      const version = newest.get(scenario.id);
      return version === undefined ? [] : [shown(scenario, version, now, maySeePeople(actor))];
    }),
    removed: removed.map(({ id, name }) => ({ id, name })),
    assessed: standing.latest !== null,
    full: all.length >= mostScenarios,
    mayEdit: mayDo(actor.role, "assessment:run"),
  });
}

function shown(scenario: KeptScenario, version: KeptScenarioVersion, now: string, seesPeople: boolean): ShownScenario {
  const { draws: _, ...result } = resultFor(version, seesPeople);
  const { id, name, by, createdAt } = scenario;
  return {
    id,
    name,
    version: scenario.version,
    by,
    createdAt: createdAt.toISOString(),
    computedAt: version.createdAt.toISOString(),
    knowledgeVersion: version.knowledgeVersion,
    parameters: version.parameters,
    result,
    stale: version.inputHash !== now,
    withoutSmall: !seesPeople && version.resultForAll !== null,
  };
}

function resultFor({ result, resultForAll }: KeptScenarioVersion, seesPeople: boolean): ScenarioResult {
  return seesPeople ? result : (resultForAll ?? result);
}

const mostShownVersions = 20;

/** One scenario with its history, removed ones too while they can come back. */
export async function loadScenario(
  deps: LoadDeps,
  actor: Actor,
  id: ScenarioId,
): Promise<Result<OneScenario, Refused>> {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "forbidden" });
  const { organizationId } = actor;
  const [scenario, versions, standing] = await Promise.all([
    findScenario(deps.db, organizationId, id),
    listScenarioVersions(deps.db, organizationId, id, mostShownVersions),
    findExposureStanding(deps.db, organizationId),
  ]);
  const [newest] = versions;
  if (scenario === null || newest === undefined) return fail({ kind: "not-found" });
  const removed = scenario.deletedAt !== null;
  const mayEdit = mayDo(actor.role, "assessment:run");
  if (removed && !mayEdit) return fail({ kind: "not-found" });
  const seesPeople = maySeePeople(actor);
  const roleIds = newest.parameters.gates.flatMap(({ where }) => (where.kind === "role" ? [where.role] : []));
  return ok({
    ...shown(scenario, newest, scenarioStamp(standing.stamp, deps.knowledge), seesPeople),
    removed,
    mayEdit,
    sources: deps.knowledge.occupations.parameterSources,
    roleNames: await titlesOf(deps, actor, standing.latest, roleIds),
    history: versions.map((version) => ({
      id: version.id,
      at: version.createdAt.toISOString(),
      knowledgeVersion: version.knowledgeVersion,
      score: resultFor(version, seesPeople).totals?.score ?? null,
    })),
  });
}

async function titlesOf(
  deps: Pick<Deps, "db">,
  actor: Actor,
  latest: Parameters<typeof findExposureAssessment>[2] | null,
  ids: readonly RoleId[],
): Promise<Readonly<Record<string, string>>> {
  if (latest === null || ids.length === 0) return {};
  const kept = await findExposureAssessment(deps.db, actor.organizationId, latest);
  const named = kept?.assessment.roles.filter(({ id }) => ids.includes(id)) ?? [];
  return Object.fromEntries(named.map(({ id, title }) => [id, title]));
}

/** Two to four scenarios side by side, in the order they were asked for. */
export async function compareScenarios(
  deps: LoadDeps,
  actor: Actor,
  ids: readonly ScenarioId[],
): Promise<Result<readonly ComparedScenario[], Refused>> {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "forbidden" });
  const { organizationId } = actor;
  const [all, newest, standing] = await Promise.all([
    listScenarios(deps.db, organizationId),
    findNewestVersions(deps.db, organizationId, ids),
    findExposureStanding(deps.db, organizationId),
  ]);
  const seesPeople = maySeePeople(actor);
  const now = scenarioStamp(standing.stamp, deps.knowledge);
  const found = ids.flatMap((id) => {
    const scenario = all.find((each) => each.id === id);
    const version = newest.get(id);
    return scenario === undefined || version === undefined ? [] : [{ scenario, version }];
  });
  const [first] = found;
  return ok(
    found.map(({ scenario, version }, at) => {
      const against = (part: "score" | "automatable" | "augmentable") =>
        at === 0 || first === undefined
          ? null
          : differenceOf(resultFor(version, seesPeople), resultFor(first.version, seesPeople), part);
      return {
        ...shown(scenario, version, now, seesPeople),
        difference: {
          score: against("score"),
          automatable: against("automatable"),
          augmentable: against("augmentable"),
        },
      };
    }),
  );
}

/** What trying other circumstances needs; null when nothing was assessed, or before results could be tried on. */
export async function loadWhatIf(deps: LoadDeps, actor: Actor): Promise<Result<WhatIfDesk | null, Refused>> {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "forbidden" });
  const { latest } = await findExposureStanding(deps.db, actor.organizationId);
  const kept = latest === null ? null : await findExposureAssessment(deps.db, actor.organizationId, latest);
  if (kept === null) return ok(null);
  const { roles, currency, timeline } = kept.assessment;
  const hidden = new Set(maySeePeople(actor) ? [] : suppressedIds(roles));
  const { model, parameterSources } = deps.knowledge.occupations;
  const base = whatIfBase(kept.assessment, kept.input.roles, hidden, model);
  if (base === null) return ok(null);
  const single = new Set(base.units.flatMap(({ role }) => role ?? []));
  const departments = [...new Set(base.units.flatMap(({ department }) => department ?? []))].sort();
  const open = roles.filter(({ id, technical }) => technical !== undefined && !hidden.has(id));
  const all = new Set(open.flatMap(({ department }) => department ?? []));
  return ok({
    base,
    currency,
    setting: timeline.scenario,
    roles: roles.filter(({ id }) => single.has(id)).map(({ id, title }) => ({ id, title })),
    departments,
    unnamed: { roles: open.length - single.size, departments: all.size - departments.length },
    bounds: model.adoptionBounds,
    sources: parameterSources,
    hidden: hidden.size,
    mayEdit: mayDo(actor.role, "assessment:run"),
  });
}
