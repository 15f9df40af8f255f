import { isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { fail, ok } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { deadlinesOfIncident } from "#app/domain/work-products/incidents.ts";
import { findIncident, type KeptIncident, listIncidents } from "#db/repositories/registers.server.ts";
import type { Actor } from "../actor.ts";
import { type Assessed, loadAssessed } from "../compliance/load-assessed.server.ts";
import type { Deps } from "../deps.ts";
import type { Sheet } from "../ports/tables.ts";
import { undoSince } from "../undo-since.ts";

type Reading = Pick<Deps, "db" | "knowledge" | "now">;

/** Incidents with the times that run, and those that can be brought back. */
export async function loadIncidents(deps: Reading, actor: Actor) {
  const loaded = await loadAssessed(deps, actor, {});
  if (!loaded.ok) return loaded;
  const { organizationId } = actor;
  const [kept, removed] = await Promise.all([
    listIncidents(deps.db, organizationId),
    listIncidents(deps.db, organizationId, { removedSince: undoSince(deps.now()) }),
  ]);
  const incidents = kept.map((incident) => viewOf(incident, loaded.value, deps));
  return ok({
    asOf: loaded.value.asOf,
    mayEdit: loaded.value.mayEdit,
    now: deps.now().toISOString(),
    open: incidents.filter(({ closedAt }) => closedAt === null).length,
    incidents,
    removed: removed.map(({ id, title }) => ({ id, title })),
  });
}

function viewOf(incident: KeptIncident, { assessment, systemNames }: Assessed, deps: Pick<Deps, "knowledge">) {
  const { clocks } = deps.knowledge.workProducts;
  const { id, title, noticedAt, severity, closedAt, peopleAffected, told, systemId } = incident;
  const deadlines = deadlinesOfIncident(incident, assessment.obligations, clocks);
  return {
    id,
    title,
    noticedAt,
    severity,
    closedAt,
    peopleAffected,
    told,
    system: systemId === null ? null : (systemNames.get(systemId) ?? null),
    next: closedAt === null ? (deadlines.find(({ standing }) => standing === "in_force") ?? null) : null,
  };
}

/** One incident with everything the form shows, and what the form offers. */
export async function loadIncident(deps: Reading, actor: Actor, id: string) {
  const offered = await loadIncidentForm(deps, actor);
  if (!offered.ok) return offered;
  const incident = await findIncident(deps.db, actor.organizationId, id);
  if (incident === null) return fail({ kind: "not-found" as const });
  const { assessed, ...form } = offered.value;
  const { clocks } = deps.knowledge.workProducts;
  const duties = new Map(assessed.assessment.obligations.map((duty) => [duty.id, duty.citation]));
  const { createdAt: _, createdBy: __, deletedAt, ...shown } = incident;
  return ok({
    ...form,
    incident: { ...shown, removed: deletedAt !== null },
    now: deps.now().toISOString(),
    deadlines: deadlinesOfIncident(incident, assessed.assessment.obligations, clocks).map((one) => ({
      ...one,
      citation: duties.get(one.duty) ?? one.duty,
    })),
  });
}

/** What the form of an incident offers. `assessed` stays on the server. */
export async function loadIncidentForm(deps: Reading, actor: Actor) {
  const loaded = await loadAssessed(deps, actor, {});
  if (!loaded.ok) return loaded;
  return ok({
    assessed: loaded.value,
    mayEdit: mayDo(actor.role, "facts:edit"),
    consequences: deps.knowledge.workProducts.consequences,
    systems: loaded.value.systems.map(({ id, name }) => ({ id: id as string, name })),
  });
}

/** The register as a table for a file. */
export async function incidentSheet(deps: Reading, actor: Actor) {
  const loaded = await loadAssessed(deps, actor, {});
  if (!loaded.ok) return loaded;
  const incidents = await listIncidents(deps.db, actor.organizationId);
  const { clocks, consequences } = deps.knowledge.workProducts;
  const labels = new Map(consequences.map(({ id, label }) => [id, label]));
  const sheet: Sheet = {
    name: "Incidents",
    headers: [
      "Noticed (UTC)",
      "What",
      "Account",
      "System",
      "Severity",
      "What came of it",
      "People affected",
      "Told",
      "Times that run",
      "Cause, and what was learnt",
      "Closed (UTC)",
    ],
    rows: incidents.map((one) => [
      one.noticedAt,
      one.title,
      one.happened,
      one.systemId === null ? null : (loaded.value.systemNames.get(one.systemId) ?? null),
      one.severity,
      one.consequences.map((id) => labels.get(id) ?? id).join("; "),
      one.peopleAffected,
      one.told,
      deadlinesOfIncident(one, loaded.value.assessment.obligations, clocks)
        .map(({ what, dueAt, words }) => `${what}: ${dueAt ?? words}`)
        .join("; "),
      one.learnt,
      one.closedAt,
    ]),
  };
  return ok({ sheet, name: `incidents-${isoDateOf(deps.now())}` });
}
