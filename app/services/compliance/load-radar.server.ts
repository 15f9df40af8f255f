import { changeLines } from "#app/domain/compliance/change-lines.ts";
import { titleOfChange } from "#app/domain/compliance/changed-duties.ts";
import type { DutyStanding } from "#app/domain/compliance/duty-standing.ts";
import { shownCause } from "#app/domain/compliance/shown-cause.ts";
import type {
  ComingDay,
  ShownChange,
  ShownGroup,
  ShownStanding,
  Touched,
} from "#app/domain/compliance/shown-change.ts";
import { isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { fail, ok } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { listNames } from "#db/repositories/duty-owners.server.ts";
import { findReader, followsNothing } from "#db/repositories/duty-readers.server.ts";
import { countOpenChanges, findLookHead, type KeptChange, listChanges } from "#db/repositories/radar.server.ts";
import { listRemovedSystems } from "#db/repositories/systems.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { hashOfFacts } from "./assess-facts.ts";
import { type Coming, comingChanges } from "./coming-changes.server.ts";
import { loadFacts } from "./load-facts.server.ts";
import { loadOwners } from "./load-owners.server.ts";
import { loadTouched } from "./load-touched.server.ts";

/** From when changes are shown: since this person marked them as seen, of the last 30 days, or of a year. */
export type RadarSince = "seen" | "month" | "year";

const days: Readonly<Record<"month" | "year", number>> = { month: 30, year: 365 };

/** Changes that one page shows. */
const most = 120;

/** What changed in the duties and why, whom it touches, who took note; and what the calendar alone will change within a year. */
export async function loadRadar(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  actor: Actor,
  query: { readonly since: RadarSince | null },
) {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "forbidden" as const });
  const { organizationId } = actor;
  const now = deps.now();
  const today = isoDateOf(now);
  const [look, reader, loaded, owners, coming] = await Promise.all([
    findLookHead(deps.db, organizationId),
    findReader(deps.db, organizationId, actor.userId),
    loadFacts(deps.db, organizationId),
    loadOwners(deps.db, organizationId),
    comingChanges(deps, organizationId, today),
  ]);
  const { seenAt, digest } = reader ?? followsNothing;
  const { since, from } = periodOf(query.since, seenAt, now);
  const [found, open, removed] = await Promise.all([
    listChanges(deps.db, organizationId, from, { limit: most + 1, sure: true }),
    countOpenChanges(deps.db, organizationId, from),
    listRemovedSystems(deps.db, organizationId, new Date(0)),
  ]);
  const changes = found.slice(0, most);
  const touched = await loadTouched(deps, actor, changes);
  const names = await listNames(deps.db, organizationId, peopleIn(changes));

  const pack = deps.knowledge.obligations;
  const systemNames = new Map<string, string>([...removed, ...loaded.systems].map(({ id, name }) => [id, name]));
  const show = (change: KeptChange): ShownChange => ({
    id: change.id,
    duty: change.duty,
    title: titleOfChange(change),
    lawId: change.instrument,
    law: coming.lawTitles.get(change.instrument) ?? change.instrument,
    lines: changeLines(change),
    before: standingShown(change.before, systemNames),
    after: standingShown(change.after, systemNames),
    cause: shownCause(change.cause, pack.facts, systemNames, names),
    owner: owners.of.get(change.duty)?.name ?? null,
    touches: touched.get(change.duty) ?? nobody,
    noted: noteOf(change, names),
  });
  return ok({
    today,
    since,
    seenAt: seenAt?.toISOString() ?? null,
    digest,
    mayRun: mayDo(actor.role, "assessment:run"),
    hasAccount: owners.colleagues.some(({ userId }) => userId === actor.userId),
    look: look === null ? null : { at: look.lookedAt.toISOString(), asOf: look.asOf, packVersion: look.packVersion },
    outdated:
      look !== null &&
      (look.inputHash !== hashOfFacts(loaded.facts) || look.packVersion !== pack.version || look.asOf !== today),
    open,
    groups: grouped(changes).map((group): ShownGroup => ({ ...group, changes: group.changes.map(show) })),
    cut: found.length > most,
    within90: coming.within90,
    coming: comingShown(coming),
  });
}

/** What was asked for, as far as it can be: who has marked nothing as seen is shown a month. */
function periodOf(asked: RadarSince | null, seenAt: Date | null, now: Date) {
  if (seenAt !== null && (asked === null || asked === "seen")) return { since: "seen" as const, from: seenAt };
  const since = asked === "year" ? "year" : "month";
  return { since, from: new Date(now.getTime() - days[since] * 86_400_000) } as const;
}

const nobody: Touched = { items: [], roles: [], hiddenRoles: 0 };

function noteOf({ notedAt, notedBy }: KeptChange, names: ReadonlyMap<string, string>) {
  if (notedAt === null) return null;
  return { at: notedAt.toISOString(), by: notedBy === null ? null : (names.get(notedBy) ?? null) };
}

function peopleIn(changes: readonly KeptChange[]): string[] {
  const behind = changes.flatMap(({ cause }) => (cause.kind === "facts" ? cause.facts.map(({ by }) => by) : []));
  return [...new Set([...behind, ...changes.map(({ notedBy }) => notedBy)])].filter((id) => id !== null);
}

/** Changes of one look with one kind of cause belong together. */
function grouped(changes: readonly KeptChange[]) {
  const groups = new Map<
    string,
    { key: string; at: string; cause: KeptChange["cause"]["kind"]; changes: KeptChange[] }
  >();
  for (const change of changes) {
    const key = `${change.look}-${change.cause.kind}`;
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, { key, at: change.foundAt.toISOString(), cause: change.cause.kind, changes: [change] });
    } else group.changes.push(change);
  }
  return [...groups.values()].map((group) => ({
    ...group,
    waiting: group.changes.filter(({ notedAt }) => notedAt === null).map(({ id }) => id),
  }));
}

/** A standing as the page shows it before and after a change. */
function standingShown(standing: DutyStanding | null, systemNames: ReadonlyMap<string, string>): ShownStanding | null {
  if (standing === null) return null;
  const { applies, state, appliesFrom, dateOpen, systems, wording } = standing;
  return {
    applies,
    state,
    appliesFrom,
    dateOpen,
    systems: systems.map(({ system }) => systemNames.get(system) ?? system),
    evidence: wording.evidence,
  };
}

function comingShown({ dates, lawTitles }: Coming): ComingDay[] {
  return dates.map(({ date, changes }) => ({
    date,
    changes: changes.map((change) => ({
      duty: change.duty,
      title: titleOfChange(change),
      law: lawTitles.get(change.instrument) ?? change.instrument,
      lines: changeLines(change),
    })),
  }));
}
