import { hasExpired } from "#app/domain/compliance/evidence/evidence.ts";
import { addDays, isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { fail, ok } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { findControl, listEvidenceOfControl } from "#db/repositories/evidence.server.ts";
import { listEntriesAbout } from "#db/repositories/governance.server.ts";
import type { Actor } from "../actor.ts";
import type { AssessedQuery } from "../compliance/load-assessed.server.ts";
import type { Deps } from "../deps.ts";
import { undoSince } from "../undo-since.ts";
import { loadStandings } from "./load-standings.server.ts";
import { peopleHere } from "./people-here.server.ts";

/** Entries of the log that the page of a control shows. */
const latest = 40;

/** One control: what it means, whom it serves, its evidence with reviews, and what happened to it. */
export async function loadControl(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  actor: Actor,
  id: string,
  query: AssessedQuery,
) {
  const loaded = await loadStandings(deps, actor, query);
  if (!loaded.ok) return loaded;
  const { assessed, standings, evidence: everything } = loaded.value;
  const standing = standings.find(({ control }) => control.id === id);
  if (standing === undefined) return fail({ kind: "not-found" as const });
  const { organizationId } = actor;
  const [words, kept, people] = await Promise.all([
    findControl(deps.db, organizationId, id),
    listEvidenceOfControl(deps.db, organizationId, id, undoSince(deps.now())),
    peopleHere(deps, actor),
  ]);
  const subjects = [`control:${id}`, ...kept.map((one) => `evidence:${one.id}`)];
  const entries = await listEntriesAbout(deps.db, organizationId, subjects, latest);

  const { asOf, today, lawTitles, systemNames, systems } = assessed;
  const name = (userId: string) => (userId === actor.userId ? ("you" as const) : (people.names.get(userId) ?? null));
  const titles = new Map(assessed.pack.controls.map((control) => [control.id, control.title]));
  const reviews = mayDo(actor.role, "evidence:review");
  const named = new Map(kept.map((one) => [`evidence:${one.id}`, one.name]));
  return ok({
    id,
    asOf,
    today,
    title: standing.control.title,
    meaning: standing.control.meaning,
    held: {
      state: standing.held.state,
      because: standing.held.because,
      lacking: standing.held.lacking.map((system) => systemNames.get(system) ?? system),
    },
    words: words ?? { owner: null, how: null, note: null, version: 0 },
    changedAt: words?.changedAt.toISOString() ?? null,
    serves: standing.serves.map(({ duty, relation, shown }) => ({
      id: duty.id,
      title: duty.title,
      law: lawTitles.get(duty.instrument) ?? duty.instrument,
      instrument: duty.instrument,
      wanted: duty.evidence,
      relation: relation?.relation ?? null,
      reason: relation?.reason ?? null,
      state: shown.state,
      because: shown.because,
    })),
    judgedOn: deps.knowledge.controls.relations.judgedOn,
    evidence: kept.map((one) => ({
      id: one.id,
      kind: one.kind,
      name: one.name,
      note: one.note,
      href: one.href,
      type: one.mediaType,
      size: one.size,
      sha256: one.sha256,
      system: one.systemId === null ? null : (systemNames.get(one.systemId) ?? one.systemId),
      addedBy: name(one.addedBy),
      addedOn: isoDateOf(one.addedAt),
      validFrom: one.validFrom,
      expires: one.expires,
      expired: hasExpired(one, asOf),
      endsSoon: one.expires !== null && one.expires <= addDays(today, deps.knowledge.controls.ranking.remindDays),
      review: one.review,
      reviewedBy: one.reviewedBy === null ? null : name(one.reviewedBy),
      reviewedOn: one.reviewedAt === null ? null : isoDateOf(one.reviewedAt),
      reviewNote: one.reviewNote,
      serves: one.serves,
      removed: one.removedAt !== null,
      version: one.version,
      mayReview: reviews && one.addedBy !== actor.userId && one.removedAt === null,
      own: one.addedBy === actor.userId,
      alsoUnder: everything
        .filter((other) => other.sha256 === one.sha256 && other.control !== one.control)
        .map(({ control }) => titles.get(control) ?? control),
    })),
    systems: systems.map((system) => ({ value: system.id as string, label: system.name })),
    mayEdit: mayDo(actor.role, "facts:edit"),
    mayInvite: mayDo(actor.role, "members:manage"),
    secondPerson: people.secondPerson,
    history: entries.map(({ seq, at, actor: who, action, subject }) => ({
      seq,
      at: at.toISOString(),
      who: who === "system" ? ("system" as const) : name(who),
      action,
      what: named.get(subject) ?? null,
    })),
  });
}
