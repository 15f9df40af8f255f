import type { IsoDate } from "../../kernel/iso-date.ts";
import type { ComplianceAssessment, ObligationFinding } from "../findings.ts";
import type { Control } from "../obligation-pack.ts";
import { type ControlPack, type ControlRelation, type ControlState, relationOf } from "./control-pack.ts";
import { type Standing, stateForDuty, stateOfControl, worseOf } from "./control-state.ts";
import type { Evidence } from "./evidence.ts";

/** A duty that asks for a control, how the two stand to each other, and what the evidence shows for it. */
export type Served = {
  readonly duty: ObligationFinding;
  readonly relation: ControlRelation | null;
  readonly shown: Standing;
};

export type ControlStanding = {
  readonly control: Control;
  readonly held: Standing;
  readonly evidence: readonly Evidence[];
  /** Duties that apply and ask for it, in the assessment's order. */
  readonly serves: readonly Served[];
};

/** Duties that ask for evidence: those that apply, but for what is only to be watched. */
export function dutiesToShow(assessment: ComplianceAssessment): ObligationFinding[] {
  return assessment.obligations.filter(({ applies, state }) => applies === "yes" && state !== "watch");
}

/** Every control with its state on the assessment's day; one that no duty asks for has an empty `serves`. */
export function standingsOf(
  assessment: ComplianceAssessment,
  controls: readonly Control[],
  pack: ControlPack,
  evidence: readonly Evidence[],
): ControlStanding[] {
  const { asOf } = assessment;
  const duties = dutiesToShow(assessment);
  return controls.map((control) => {
    const own = evidence.filter((one) => one.control === control.id);
    const asking = duties.filter(({ controls: asked }) => asked.includes(control.id));
    const systems = [...new Set(asking.flatMap((duty) => duty.systems))].sort();
    const serves = asking.map((duty): Served => {
      const relation = relationOf(pack, control.id, duty.id);
      return { duty, relation, shown: stateForDuty(own, duty, relation, asOf) };
    });
    return { control, held: stateOfControl(own, systems, asOf), evidence: own, serves };
  });
}

export type ShownForDuty = {
  readonly control: Control;
  readonly relation: ControlRelation | null;
  readonly shown: Standing;
};

/** What the evidence shows for one duty, control by control, and the state that needs most of them. */
export function evidenceForDuty(
  duty: { readonly id: string; readonly systems: readonly string[]; readonly controls: readonly string[] },
  controls: readonly Control[],
  pack: ControlPack,
  evidence: readonly Evidence[],
  asOf: IsoDate,
): { readonly state: ControlState; readonly controls: readonly ShownForDuty[] } {
  const shown = controls
    .filter(({ id }) => duty.controls.includes(id))
    .map((control): ShownForDuty => {
      const own = evidence.filter((one) => one.control === control.id);
      const relation = relationOf(pack, control.id, duty.id);
      return { control, relation, shown: stateForDuty(own, duty, relation, asOf) };
    });
  const state = shown.map((one) => one.shown.state).reduce(worseOf, "present");
  return { state: shown.length === 0 ? "missing" : state, controls: shown };
}
