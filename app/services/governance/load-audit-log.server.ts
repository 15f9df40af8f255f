import { addDays, parseIsoDate } from "#app/domain/kernel/iso-date.ts";
import { fail, ok } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { listAuditActions, listAuditEntries } from "#db/repositories/governance.server.ts";
import { listGrants } from "#db/repositories/practices.server.ts";
import { listMembers } from "#db/repositories/tenancy.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";

const pageSize = 50;

/** Filters as the address gives them; what cannot be read is left out. Days are UTC and inclusive. */
export type AuditQuery = {
  readonly action?: string;
  readonly actor?: string;
  readonly from?: string;
  readonly to?: string;
  readonly below?: number;
};

function dayStart(text: string | undefined, plus = 0): Date | null {
  const day = text === undefined ? null : parseIsoDate(text);
  return day === null ? null : new Date(`${addDays(day, plus)}T00:00:00Z`);
}

/** A page of the audit log, newest first, with the names of who is still known. */
export async function loadAuditLog(deps: Pick<Deps, "db">, actor: Actor, query: AuditQuery) {
  if (!mayDo(actor.role, "audit:read")) return fail({ kind: "forbidden" as const });
  const { organizationId } = actor;
  const from = dayStart(query.from);
  const before = dayStart(query.to, 1);
  const filter = {
    ...(query.action ? { action: query.action } : {}),
    ...(query.actor ? { actor: query.actor } : {}),
    ...(from ? { from } : {}),
    ...(before ? { before } : {}),
    ...(query.below === undefined ? {} : { below: query.below }),
  };
  const rows = await listAuditEntries(deps.db, organizationId, filter, pageSize + 1);
  const people = [...(await listMembers(deps.db, organizationId)), ...(await listGrants(deps.db, organizationId))];
  const names = new Map<string, string>(people.map(({ userId, name }) => [userId, name]));
  return ok({
    actions: await listAuditActions(deps.db, organizationId),
    people: people.map(({ userId, name }) => ({ userId, name })),
    entries: rows
      .slice(0, pageSize)
      .map((row) => ({ ...row, at: row.at.toISOString(), who: names.get(row.actor) ?? null })),
    next: rows.length > pageSize ? (rows[pageSize - 1]?.seq ?? null) : null,
  });
}
