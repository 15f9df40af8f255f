import { sameSystem } from "#app/domain/compliance/inventory/read-systems.ts";
import { byTool } from "#app/domain/compliance/inventory/tool-reports.ts";
import { factsOfData, findTemplate } from "#app/domain/compliance/system-template.ts";
import { groupBy } from "#app/domain/kernel/group-by.ts";
import type { SystemId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { byDepartment } from "#app/domain/tenancy/count-departments.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { findSystem, insertSystem, listSystems, markSystemRemoved } from "#db/repositories/systems.server.ts";
import {
  decideToolReports,
  findToolLink,
  type KeptToolReport,
  listToolReports,
} from "#db/repositories/tool-reports.server.ts";
import type { Actor } from "../actor.ts";
import { lookSoon } from "../compliance/look-soon.server.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";
import { undoSince } from "../undo-since.ts";
import { fromCatalogue } from "./add-system.server.ts";

/** Reports of staff by tool, waiting and decided, and the address under which they come. */
export async function loadToolReports(deps: Pick<Deps, "db" | "knowledge" | "now">, actor: Actor) {
  if (!mayDo(actor.role, "facts:edit")) return fail({ kind: "forbidden" as const });
  const { organizationId } = actor;
  const [waiting, decided, systems, link] = await Promise.all([
    listToolReports(deps.db, organizationId, "waiting"),
    listToolReports(deps.db, organizationId, { decidedSince: undoSince(deps.now()) }),
    listSystems(deps.db, organizationId),
    findToolLink(deps.db, organizationId),
  ]);
  const { dataKinds, systems: tools } = deps.knowledge.systemCatalogue;
  const kinds = new Map(dataKinds.map(({ id, label }) => [id, label]));
  const groups = byTool(waiting).map(({ reports, ...group }) => ({
    ...group,
    ids: reports.map(({ id }) => id),
    data: group.data.map((kind) => kinds.get(kind) ?? kind),
    template: templateOf(deps, group)?.name ?? null,
    existing:
      systems.find((one) => sameSystem(one, { name: group.tool, vendor: null, catalogueId: group.catalogueId }))?.id ??
      null,
  }));
  const names = new Map<string, string>(systems.map(({ id, name }) => [id, name]));
  return ok({
    waiting: waiting.length,
    groups,
    departments: byDepartment(waiting),
    systems: systems.map(({ id, name }) => ({ value: id as string, label: name })),
    tools: tools.length,
    decided: decisionsOf(decided).map((one) => ({
      ...one,
      system: one.systemId === null ? null : (names.get(one.systemId) ?? null),
    })),
    link:
      link === null
        ? null
        : {
            since: link.createdAt.toISOString().slice(0, 10),
            until: link.expiresAt.toISOString().slice(0, 10),
            over: link.expiresAt <= deps.now(),
          },
    mayOpen: mayDo(actor.role, "members:manage"),
  });
}

/** Reports that were decided together, the newest decision first. */
function decisionsOf(reports: readonly KeptToolReport[]) {
  const at = ({ decidedAt }: KeptToolReport) => decidedAt?.getTime() ?? 0;
  const together = groupBy(reports, (report) => `${at(report)} ${report.state} ${report.systemId ?? ""}`);
  return [...together.values()]
    .flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const { state, tool, systemId, reason } = first;
      return [{ state, tool, systemId, reason, at: at(first), ids: group.map(({ id }) => id) }];
    })
    .sort((a, b) => b.at - a.at);
}

function templateOf(
  { knowledge }: Pick<Deps, "knowledge">,
  { catalogueId, tool }: Pick<KeptToolReport, "catalogueId" | "tool">,
) {
  const { systemCatalogue: catalogue } = knowledge;
  return catalogue.systems.find(({ id }) => id === catalogueId) ?? findTemplate(catalogue, tool);
}

export type ToolDecision =
  | { readonly kind: "merge"; readonly system: string }
  | { readonly kind: "add" }
  | { readonly kind: "dismiss"; readonly reason: string };

type Failure = { readonly kind: "forbidden" | "not-found" | "reason-missing" | "decided-before" };

/** Decides reports of one tool: they belong to a system, become one, or are put aside with a reason. Can be undone for 30 days. */
export async function decideReports(
  deps: Pick<Deps, "db" | "knowledge" | "now" | "newId">,
  actor: Actor,
  { ids, decision }: { readonly ids: readonly string[]; readonly decision: ToolDecision },
): Promise<Result<{ readonly system: string | null }, Failure>> {
  if (!mayDo(actor.role, "facts:edit")) return fail({ kind: "forbidden" });
  const { organizationId, userId } = actor;
  const waiting = await listToolReports(deps.db, organizationId, "waiting");
  const reports = waiting.filter(({ id }) => ids.includes(id));
  const [first] = reports;
  if (first === undefined) return fail({ kind: "decided-before" });
  const reason = decision.kind === "dismiss" ? decision.reason.trim().slice(0, 300) : null;
  if (reason !== null && reason.length < 3) return fail({ kind: "reason-missing" });
  const into =
    decision.kind === "merge" ? await findSystem(deps.db, organizationId, decision.system as SystemId) : null;
  if (decision.kind === "merge" && (into === null || into.deletedAt !== null)) return fail({ kind: "not-found" });

  const decidedAt = deps.now();
  const state = { merge: "merged", add: "added", dismiss: "dismissed" } as const;
  const systemId = decision.kind === "add" ? (deps.newId() as SystemId) : (into?.id ?? null);
  return deps.db.transaction(async (tx): Promise<Result<{ readonly system: string | null }, Failure>> => {
    const to = { state: state[decision.kind], systemId, reason, decidedBy: userId, decidedAt };
    const own = reports.map(({ id }) => id);
    if ((await decideToolReports(tx, organizationId, own, ["waiting"], to)) === 0)
      return fail({ kind: "decided-before" });
    if (decision.kind === "add" && systemId !== null) {
      const { draft, prefilled } = draftOf(deps, reports);
      await insertSystem(tx, organizationId, systemId, draft, decidedAt, prefilled);
      await record(tx, actor, { action: "system.add", subject: `system:${systemId}`, after: draft, at: decidedAt });
      await lookSoon(deps, tx, organizationId);
    }
    const after = { tool: first.tool, reports: own.length, decision: decision.kind, reason };
    const subject = systemId === null ? `tool-report:${first.id}` : `system:${systemId}`;
    await record(tx, actor, { action: "system.reported", subject, after, at: decidedAt });
    return ok({ system: systemId });
  });
}

/** A system of what the catalogue knows of the tool and what was reported; nothing of it counts as confirmed. */
function draftOf(deps: Pick<Deps, "knowledge">, reports: readonly KeptToolReport[]) {
  const [first] = reports;
  const { catalogueId, tool } = first ?? { catalogueId: null, tool: "" };
  const template = templateOf(deps, { catalogueId, tool });
  const known = template === null ? null : fromCatalogue(deps.knowledge, { catalogueId: template.id });
  const reported = [...new Set(reports.map(({ purpose }) => purpose))].join("; ").slice(0, 500);
  const data = factsOfData(
    deps.knowledge.systemCatalogue.dataKinds,
    reports.flatMap((report) => report.data),
  );
  const facts = { ...known?.facts, ...data };
  const draft = {
    name: known?.name ?? tool,
    vendor: known?.vendor ?? null,
    purpose: reported === "" ? (known?.purpose ?? null) : reported,
    catalogueId: template?.id ?? null,
    facts,
  };
  return { draft, prefilled: Object.keys(facts) };
}

/**
 * Puts decided reports back to those that wait, for 30 days. A system that was made of them goes too, unless somebody has changed it
 * since.
 */
export async function undoDecision(
  deps: Pick<Deps, "db" | "now">,
  actor: Actor,
  ids: readonly string[],
): Promise<Result<null, Failure>> {
  if (!mayDo(actor.role, "facts:edit")) return fail({ kind: "forbidden" });
  const { organizationId } = actor;
  const recent = await listToolReports(deps.db, organizationId, { decidedSince: undoSince(deps.now()) });
  const reports = recent.filter(({ id }) => ids.includes(id));
  const [first] = reports;
  if (first === undefined) return fail({ kind: "not-found" });

  const at = deps.now();
  await deps.db.transaction(async (tx) => {
    const back = { state: "waiting" as const, systemId: null, reason: null, decidedBy: null, decidedAt: null };
    await decideToolReports(
      tx,
      organizationId,
      reports.map(({ id }) => id),
      ["merged", "added", "dismissed"],
      back,
    );
    for (const id of new Set(
      reports.flatMap(({ state, systemId }) => (state === "added" && systemId !== null ? [systemId] : [])),
    )) {
      const system = await findSystem(tx, organizationId, id);
      if (system === null || system.deletedAt !== null || system.version > 1) continue;
      await markSystemRemoved(tx, organizationId, id, { removedAt: at });
      await record(tx, actor, { action: "system.remove", subject: `system:${id}`, at });
      await lookSoon(deps, tx, organizationId);
    }
    const after = { tool: first.tool, reports: reports.length };
    await record(tx, actor, {
      action: "tools.undo-decision",
      subject: `tool-report:${first.id}`,
      before: { state: first.state },
      after,
      at,
    });
  });
  return ok(null);
}
