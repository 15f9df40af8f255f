import type { ObligationFinding } from "../compliance/findings.ts";
import { termsOn } from "../compliance/state-of-duty.ts";
import type { Given } from "./given.ts";
import type { Template } from "./template.ts";
import type { DutyRef } from "./work-product.ts";

/** The duties that its controls meet, and those its sections name, which apply to the system or to the whole. */
export function dutiesServed(template: Template, system: string | null, given: Given): DutyRef[] {
  const named = new Set(template.sections.flatMap(({ duties = [] }) => duties));
  return given.assessment.obligations
    .filter(({ id, controls }) => named.has(id) || controls.some((one) => template.controls.includes(one)))
    .flatMap((duty) => dutyRef(duty, system, given) ?? []);
}

/** What a law is called on the day of the assessment. */
export function lawTitle(instrument: string, given: Given): string {
  const law = given.obligations.instruments.find(({ id }) => id === instrument);
  return law === undefined ? instrument : termsOn(law, given.assessment.asOf).title;
}

/** A duty as it stands for one system, or for the organization; null where it does not concern the system. */
export function dutyRef(duty: ObligationFinding, system: string | null, given: Given): DutyRef | null {
  const own = system === null ? undefined : duty.perSystem.find((one) => one.system === system);
  if (system !== null && own === undefined && duty.perSystem.length > 0) return null;
  const { id, title, citation, dateOpen } = duty;
  const { applies, state, appliesFrom } = own ?? duty;
  // What binds only those who choose it, and nobody has chosen, asks for no document.
  if (applies === "unknown" && (state === "voluntary" || state === "watch")) return null;
  // Where it applies to some systems and may to others, those to which it applies are named.
  const concerned = duty.perSystem
    .filter((one) => one.applies === applies && (system === null || one.system === system))
    .map((one) => one.system);
  return {
    id,
    title,
    citation,
    law: lawTitle(duty.instrument, given),
    applies,
    state,
    appliesFrom,
    dateOpen,
    checked: duty.verification,
    systems: concerned.flatMap((one) => given.systems.find((entry) => entry.id === one)?.name ?? []),
  };
}
