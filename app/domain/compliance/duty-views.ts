import type { IsoDate } from "../kernel/iso-date.ts";
import type { ObligationFinding } from "./findings.ts";
import { type DutyGroup, groupOfDuty } from "./group-of-duty.ts";

/** The ways to look at the duties that apply: each duty stands under one or, by system, under several headings. */
export const dutyViews = ["date", "system", "law", "owner", "place"] as const;
export type DutyView = (typeof dutyViews)[number];

/** Under no date, of the whole organization, of nobody. */
export const none = "none";

export type Heading = { readonly key: string; readonly duties: readonly ObligationFinding[] };

type Sorting = {
  readonly asOf: IsoDate;
  ownerOf(duty: string): string | null;
  placeOf(instrument: string): string;
  /** For the order of headings: names of systems, laws, owners and places. */
  nameOf(key: string): string;
};

/**
 * Duties under their headings. By date: what has begun, newest first, stands behind what is still to come, soonest first, and what
 * began before our records at the end. Otherwise by name, with nobody's and the whole organization's first, since these wait.
 */
export function underHeadings(duties: readonly ObligationFinding[], view: DutyView, by: Sorting): Heading[] {
  const found = new Map<string, ObligationFinding[]>();
  for (const duty of duties) {
    for (const key of keysOf(duty, view, by)) found.set(key, [...(found.get(key) ?? []), duty]);
  }
  const headings = [...found].map(([key, under]) => ({ key, duties: [...under].sort(byDate) }));
  if (view === "date") return headings.sort((a, b) => compareDates(a.key, b.key, by.asOf));
  return headings.sort(
    (a, b) => Number(b.key === none) - Number(a.key === none) || by.nameOf(a.key).localeCompare(by.nameOf(b.key), "en"),
  );
}

function keysOf(duty: ObligationFinding, view: DutyView, by: Sorting): readonly string[] {
  switch (view) {
    case "date":
      return [duty.appliesFrom ?? none];
    case "system":
      return duty.systems.length === 0 ? [none] : duty.systems;
    case "law":
      return [duty.instrument];
    case "owner":
      return [by.ownerOf(duty.id) ?? none];
    case "place":
      return [by.placeOf(duty.instrument)];
  }
}

function compareDates(a: string, b: string, asOf: IsoDate): number {
  if (a === none || b === none) return Number(a === none) - Number(b === none);
  const [comesA, comesB] = [a > asOf, b > asOf];
  if (comesA !== comesB) return comesA ? -1 : 1;
  const order = a < b ? -1 : a > b ? 1 : 0;
  return comesA ? order : -order;
}

/** Soonest first; what began before our records, or on a day nobody knows, stands before everything dated. */
export function byDate(a: ObligationFinding, b: ObligationFinding): number {
  const [from, to] = [a.appliesFrom ?? "", b.appliesFrom ?? ""];
  if (from !== to) return from < to ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

export type DutyFilter = {
  readonly state?: string;
  readonly law?: string;
  readonly system?: string;
  readonly owner?: string;
  readonly place?: string;
};

/** What the address asks for. Without a state: everything that applies, and nothing that only may. */
export function isShown(
  duty: ObligationFinding,
  { state, law, system, owner, place }: DutyFilter,
  by: Pick<Sorting, "ownerOf" | "placeOf">,
): boolean {
  const group: DutyGroup = groupOfDuty(duty);
  if (state === undefined ? duty.applies !== "yes" : group !== state) return false;
  if (law !== undefined && duty.instrument !== law) return false;
  if (system !== undefined && !(system === none ? duty.systems.length === 0 : duty.systems.includes(system)))
    return false;
  if (owner !== undefined && (by.ownerOf(duty.id) ?? none) !== owner) return false;
  return place === undefined || by.placeOf(duty.instrument) === place;
}
