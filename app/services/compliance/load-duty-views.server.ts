import { type DutyFilter, type DutyView, isShown, none, underHeadings } from "#app/domain/compliance/duty-views.ts";
import type { ObligationFinding } from "#app/domain/compliance/findings.ts";
import { groupOfDuty } from "#app/domain/compliance/group-of-duty.ts";
import { daysLeftOf } from "#app/domain/compliance/state-of-duty.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { ok } from "#app/domain/kernel/result.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { loadAssessed } from "./load-assessed.server.ts";
import { loadOwners } from "./load-owners.server.ts";

/** Lines under one heading; the rest is a link that filters by it. */
const mostUnder = 60;

/** The duties under headings of one kind, filtered as the address asks, with who answers for each. */
export async function loadDutyViews(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  actor: Actor,
  view: DutyView,
  query: DutyFilter & { readonly asOf?: IsoDate },
) {
  const loaded = await loadAssessed(deps, actor, query.asOf === undefined ? {} : { asOf: query.asOf });
  if (!loaded.ok) return loaded;
  const owners = await loadOwners(deps.db, actor.organizationId);

  const { assessment, asOf, today, pack, lawTitles, systemNames, mayEdit } = loaded.value;
  const places = new Map(pack.instruments.map(({ id, place }) => [id, place]));
  const people = new Map<string, string>(owners.colleagues.map(({ userId, name }) => [userId, name]));
  const ownerOf = (duty: string) => owners.of.get(duty)?.userId ?? null;
  const placeOf = (instrument: string) => places.get(instrument) ?? "";
  const names: Readonly<Record<DutyView, ReadonlyMap<string, string>>> = {
    date: new Map(),
    system: systemNames,
    law: lawTitles,
    owner: people,
    place: new Map(),
  };
  const nameOf = (key: string) => names[view].get(key) ?? key;
  const shown = assessment.obligations.filter((duty) => isShown(duty, query, { ownerOf, placeOf }));
  const row = (duty: ObligationFinding) => ({
    id: duty.id,
    title: duty.title,
    citation: duty.citation,
    law: lawTitles.get(duty.instrument) ?? duty.instrument,
    group: groupOfDuty(duty),
    appliesFrom: duty.appliesFrom,
    dateOpen: duty.dateOpen,
    earliestPossible: duty.earliestPossible,
    daysLeft: daysLeftOf(duty.appliesFrom, asOf),
    systems: duty.systems.map((system) => systemNames.get(system) ?? system),
    owner: owners.of.get(duty.id)?.name ?? null,
  });
  const sure = assessment.obligations.filter(({ applies }) => applies === "yes");
  return ok({
    asOf,
    today,
    view,
    mayEdit,
    seenAt: deps.now().getTime(),
    total: shown.length,
    unassigned: sure.filter(({ id }) => ownerOf(id) === null).length,
    sure: sure.length,
    headings: underHeadings(shown, view, { asOf, ownerOf, placeOf, nameOf }).map(({ key, duties }) => ({
      key,
      name: key === none ? null : nameOf(key),
      count: duties.length,
      duties: duties.slice(0, mostUnder).map(row),
    })),
    timeline: view === "date" ? timelineOf(shown, lawTitles) : [],
    places: view === "place" ? countsByPlace(shown, placeOf, pack.instruments) : [],
    colleagues: owners.colleagues,
    laws: namedOf(
      sure.map(({ instrument }) => instrument),
      lawTitles,
    ),
    systems: namedOf(
      sure.flatMap(({ systems }) => systems),
      systemNames,
    ),
  });
}

function namedOf(ids: readonly string[], names: ReadonlyMap<string, string>) {
  return [...new Set(ids)]
    .map((value) => ({ value, label: names.get(value) ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label, "en"));
}

/** Duties of one law that begin on one day are one mark. */
function timelineOf(duties: readonly ObligationFinding[], lawTitles: ReadonlyMap<string, string>) {
  const marks = new Map<string, { date: IsoDate; law: string; label: string; upcoming: boolean; duties: number }>();
  for (const { appliesFrom, instrument, state } of duties) {
    if (appliesFrom === null || (state !== "in_force" && state !== "upcoming")) continue;
    const key = `${appliesFrom} ${instrument}`;
    const label = lawTitles.get(instrument) ?? instrument;
    const upcoming = state === "upcoming";
    const mark = marks.get(key) ?? { date: appliesFrom, law: instrument, label, upcoming, duties: 0 };
    marks.set(key, { ...mark, duties: mark.duties + 1 });
  }
  return [...marks.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** Every place of the pack, with how many laws it has there and how many duties of them are shown. */
function countsByPlace(
  duties: readonly ObligationFinding[],
  placeOf: (instrument: string) => string,
  instruments: readonly { readonly id: string; readonly place: string }[],
) {
  const counts = new Map<string, { laws: number; inForce: number; upcoming: number; duties: number }>();
  for (const { place } of instruments) {
    const count = counts.get(place) ?? { laws: 0, inForce: 0, upcoming: 0, duties: 0 };
    counts.set(place, { ...count, laws: count.laws + 1 });
  }
  for (const { instrument, state } of duties) {
    const count = counts.get(placeOf(instrument));
    if (count === undefined) continue;
    count.duties += 1;
    if (state === "in_force") count.inForce += 1;
    if (state === "upcoming") count.upcoming += 1;
  }
  return [...counts].map(([place, count]) => ({ place, ...count }));
}
