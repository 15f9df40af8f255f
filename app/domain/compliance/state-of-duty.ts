import { type Dated, inForceOn } from "../kernel/dated.ts";
import { daysBetween, type IsoDate } from "../kernel/iso-date.ts";
import type { DutyState } from "./findings.ts";
import type { Duty, Instrument, InstrumentStatus, InstrumentTerms, Obligation } from "./obligation-pack.ts";

/** What an instrument says of itself on a day; its first entry when the day lies before its history. */
export function termsOn(instrument: Instrument, asOf: IsoDate): InstrumentTerms {
  return entryOn(instrument.history, asOf);
}

/** What a duty asks on a day; what it will ask first when it is still to come. */
export function dutyOn(obligation: Obligation, asOf: IsoDate): Duty {
  return entryOn(obligation.history, asOf);
}

function entryOn<Value>(history: readonly Dated<Value>[], asOf: IsoDate): Value {
  const entry = inForceOn(history, asOf) ?? history[0];
  if (entry === undefined) throw new Error("a history without an entry");
  return entry.value;
}

/** The status of an instrument on a day: one that starts later is `future`, and a future one is in force once its day has come. */
export function statusOn(instrument: Instrument, asOf: IsoDate): InstrumentStatus {
  const { status } = termsOn(instrument, asOf);
  const start = instrument.inForceFrom;
  if (status === "future") return start !== null && start <= asOf ? "in_force" : "future";
  if (status === "in_force" || status === "phased") return start !== null && start > asOf ? "future" : status;
  return status;
}

/** Days until a duty begins to bind; null when it has begun, or when nobody knows the day. */
export function daysLeftOf(appliesFrom: IsoDate | null, asOf: IsoDate): number | null {
  return appliesFrom === null || appliesFrom <= asOf ? null : daysBetween(asOf, appliesFrom);
}

/** The state of a duty that applies from `appliesFrom`; null with `dateOpen` is a day nobody knows yet. */
export function stateOfDuty(
  kind: Duty["kind"],
  status: InstrumentStatus,
  appliesFrom: IsoDate | null,
  dateOpen: boolean,
  asOf: IsoDate,
): DutyState {
  if (kind === "watch" || kind === "voluntary") return kind;
  if (status === "stayed") return "stayed";
  if (appliesFrom === null) return dateOpen ? "upcoming" : "in_force";
  return appliesFrom <= asOf ? "in_force" : "upcoming";
}
