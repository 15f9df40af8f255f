import type { WhatIf } from "#app/domain/exposure/what-if.ts";
import type { ScenarioId, ScenarioVersionId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import {
  findNewestVersions,
  findScenario,
  insertScenario,
  insertScenarioVersion,
  listScenarios,
} from "#db/repositories/scenarios.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";
import { type ComputedScenario, type ComputeFailure, computeScenario } from "./compute-scenario.server.ts";

/** More than these nobody compares, and a list should stay readable. */
export const mostScenarios = 50;

type SaveDeps = Pick<Deps, "db" | "knowledge" | "compute" | "now" | "newId">;
type Failure = ComputeFailure | { readonly kind: "forbidden" | "not-found" | "too-many-scenarios" };

/** Computes a what-if exactly and keeps it under a name. */
export async function saveScenario(
  deps: SaveDeps,
  actor: Actor,
  { name, whatIf }: { readonly name: string; readonly whatIf: WhatIf },
): Promise<Result<ScenarioId, Failure>> {
  if (!mayDo(actor.role, "assessment:run")) return fail({ kind: "forbidden" });
  const before = await listScenarios(deps.db, actor.organizationId);
  if (before.length >= mostScenarios) return fail({ kind: "too-many-scenarios" });
  const computed = await computeScenario(deps, actor, whatIf);
  if (!computed.ok) return computed;

  const id = deps.newId() as ScenarioId;
  const at = deps.now();
  const { organizationId, userId: createdBy } = actor;
  await deps.db.transaction(async (tx) => {
    await insertScenario(tx, organizationId, { id, name, createdAt: at, createdBy });
    await insertScenarioVersion(tx, organizationId, versionOf(deps, actor, id, whatIf, computed.value, at));
    await record(tx, actor, {
      action: "scenario.save",
      subject: `scenario:${id}`,
      after: { name, ...whatIf, score: computed.value.result.totals?.score ?? null },
      at,
    });
  });
  return ok(id);
}

/** Computes a kept scenario again with roles and knowledge as they stand, as a new version beside the old ones. */
export async function computeScenarioAgain(
  deps: SaveDeps,
  actor: Actor,
  id: ScenarioId,
): Promise<Result<ScenarioId, Failure>> {
  if (!mayDo(actor.role, "assessment:run")) return fail({ kind: "forbidden" });
  const [scenario, newest] = await Promise.all([
    findScenario(deps.db, actor.organizationId, id),
    findNewestVersions(deps.db, actor.organizationId, [id]),
  ]);
  const last = newest.get(id);
  if (scenario === null || scenario.deletedAt !== null || last === undefined) return fail({ kind: "not-found" });
  const computed = await computeScenario(deps, actor, last.parameters);
  if (!computed.ok) return computed;

  const at = deps.now();
  await deps.db.transaction(async (tx) => {
    const version = versionOf(deps, actor, id, last.parameters, computed.value, at);
    await insertScenarioVersion(tx, actor.organizationId, version);
    await record(tx, actor, {
      action: "scenario.compute-again",
      subject: `scenario:${id}`,
      before: { score: last.result.totals?.score ?? null, knowledge: last.knowledgeVersion },
      after: { score: computed.value.result.totals?.score ?? null, knowledge: computed.value.knowledgeVersion },
      at,
    });
  });
  return ok(id);
}

/** Keeps a second scenario with the same parameters and result under another name. */
export async function duplicateScenario(
  deps: SaveDeps,
  actor: Actor,
  { id, name }: { readonly id: ScenarioId; readonly name: string },
): Promise<Result<ScenarioId, Failure>> {
  if (!mayDo(actor.role, "assessment:run")) return fail({ kind: "forbidden" });
  const { organizationId, userId: createdBy } = actor;
  const [all, newest] = await Promise.all([
    listScenarios(deps.db, organizationId),
    findNewestVersions(deps.db, organizationId, [id]),
  ]);
  const last = newest.get(id);
  if (last === undefined || !all.some((each) => each.id === id)) return fail({ kind: "not-found" });
  if (all.length >= mostScenarios) return fail({ kind: "too-many-scenarios" });

  const copy = deps.newId() as ScenarioId;
  const at = deps.now();
  await deps.db.transaction(async (tx) => {
    await insertScenario(tx, organizationId, { id: copy, name, createdAt: at, createdBy });
    const version = { ...last, id: deps.newId() as ScenarioVersionId, scenarioId: copy, createdAt: at, createdBy };
    await insertScenarioVersion(tx, organizationId, version);
    await record(tx, actor, { action: "scenario.duplicate", subject: `scenario:${copy}`, after: { name, of: id }, at });
  });
  return ok(copy);
}

function versionOf(
  deps: Pick<Deps, "newId">,
  actor: Actor,
  scenarioId: ScenarioId,
  parameters: WhatIf,
  computed: ComputedScenario,
  createdAt: Date,
) {
  const id = deps.newId() as ScenarioVersionId;
  return { id, scenarioId, parameters, ...computed, createdAt, createdBy: actor.userId };
}
