import { createHash } from "node:crypto";
import { calendarEvents } from "#app/domain/compliance/calendar.ts";
import { deadlinesOf } from "#app/domain/compliance/deadlines.ts";
import { isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { fail, ok } from "#app/domain/kernel/result.ts";
import { findCalendarFeed, findOrganizationOfFeed } from "#db/repositories/compliance.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { assessFacts } from "./assess-facts.ts";
import { loadAssessed } from "./load-assessed.server.ts";
import { loadFacts } from "./load-facts.server.ts";
import { loadOwners } from "./load-owners.server.ts";

/** The days on which duties begin to bind, with the events for a calendar program. */
export async function loadCalendar(deps: Pick<Deps, "db" | "knowledge" | "now">, actor: Actor) {
  const loaded = await loadAssessed(deps, actor, {});
  if (!loaded.ok) return loaded;
  const [whole, own, owners] = await Promise.all([
    findCalendarFeed(deps.db, actor.organizationId, null),
    findCalendarFeed(deps.db, actor.organizationId, actor.userId),
    loadOwners(deps.db, actor.organizationId),
  ]);
  const { assessment, asOf, pack, lawTitles, systemNames, mayEdit } = loaded.value;
  const deadlines = deadlinesOf(assessment);
  return ok({
    asOf,
    mayEdit,
    feeds: { all: whole?.createdAt.toISOString() ?? null, own: own?.createdAt.toISOString() ?? null },
    hasAccount: owners.colleagues.some(({ userId }) => userId === actor.userId),
    ownDuties: [...owners.of.values()].filter(({ userId }) => userId === actor.userId).length,
    events: calendarEvents(deadlines, pack.instruments, asOf),
    deadlines: deadlines.map(({ date, instrument, daysLeft, duties, uncertain, systems }) => ({
      date,
      law: instrument,
      lawTitle: lawTitles.get(instrument) ?? instrument,
      daysLeft,
      uncertain,
      duties: duties.map(({ id, title, applies }) => ({ id, title, applies })),
      systems: systems.map((system) => systemNames.get(system) ?? system),
    })),
  });
}

export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** The same events for whoever holds the secret address; *not found* for any other, and once an owner has left. */
export async function loadCalendarFeed(deps: Pick<Deps, "db" | "knowledge" | "now">, token: string) {
  const feed = await findOrganizationOfFeed(deps.db, hashOfToken(token));
  if (feed === null) return fail({ kind: "not-found" as const });
  const { organizationId, ofOwner } = feed;
  const owners = ofOwner === null ? null : await loadOwners(deps.db, organizationId);
  if (owners !== null && !owners.colleagues.some(({ userId }) => userId === ofOwner))
    return fail({ kind: "not-found" as const });
  const { facts } = await loadFacts(deps.db, organizationId);
  const { obligations: pack } = deps.knowledge;
  const asOf = isoDateOf(deps.now());
  const assessment = assessFacts(facts, pack, asOf);
  const obligations = assessment.obligations.filter(
    ({ id }) => owners === null || owners.of.get(id)?.userId === ofOwner,
  );
  return ok({ asOf, events: calendarEvents(deadlinesOf({ ...assessment, obligations }), pack.instruments, asOf) });
}
