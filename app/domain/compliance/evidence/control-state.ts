import type { IsoDate } from "../../kernel/iso-date.ts";
import { type ControlRelation, type ControlState, controlStates } from "./control-pack.ts";
import { countsOn, type Evidence, hasExpired } from "./evidence.ts";

/** Why a control is in its state, as a code that the strings catalogue knows. */
export type StateReason =
  | "nothing-kept"
  | "begins-later"
  | "past-its-end"
  | "not-reviewed"
  | "sent-back"
  | "some-systems"
  | "relation-part"
  | "relation-overlaps"
  | "relation-unknown"
  | "reviewed";

export type Standing = {
  readonly state: ControlState;
  readonly because: StateReason;
  /** Systems without reviewed evidence, where others have some. */
  readonly lacking: readonly string[];
};

/** The one that needs most. */
export function worseOf(a: ControlState, b: ControlState): ControlState {
  return controlStates.indexOf(a) <= controlStates.indexOf(b) ? a : b;
}

function standing(state: ControlState, because: StateReason, lacking: readonly string[] = []): Standing {
  return { state, because, lacking };
}

/** What all of `evidence` shows on `asOf`, whichever system it is about. */
function plainly(evidence: readonly Evidence[], asOf: IsoDate): Standing {
  const now = evidence.filter((one) => countsOn(one, asOf));
  if (now.some(({ review }) => review === "accepted")) return standing("present", "reviewed");
  if (now.some(({ review }) => review === "waiting")) return standing("needs-judgement", "not-reviewed");
  if (now.length > 0) return standing("needs-judgement", "sent-back");
  if (evidence.some((one) => hasExpired(one, asOf))) return standing("expired", "past-its-end");
  return standing("missing", evidence.length > 0 ? "begins-later" : "nothing-kept");
}

/**
 * The state of a control on a day. Evidence about the organization counts for every system; evidence about one system counts for
 * that one. `systems` are those that duties ask the control for, none when they ask it of the organization alone.
 */
export function stateOfControl(evidence: readonly Evidence[], systems: readonly string[], asOf: IsoDate): Standing {
  const whole = evidence.filter(({ system }) => system === null);
  const ofAll = plainly(whole, asOf);
  if (ofAll.state === "present") return ofAll;
  const about = (system: string | null) => system === null || systems.length === 0 || systems.includes(system);
  const together = plainly(
    evidence.filter(({ system }) => about(system)),
    asOf,
  );
  if (together.state !== "present" || systems.length === 0) {
    // Reviewed evidence about a system does not show what is asked of the organization as a whole.
    return together.state === "present" ? standing("needs-judgement", "some-systems") : together;
  }
  const lacking = systems.filter(
    (system) =>
      plainly(
        evidence.filter((one) => one.system === system),
        asOf,
      ).state !== "present",
  );
  return lacking.length === 0 ? together : standing("needs-judgement", "some-systems", lacking);
}

/** What a control's evidence shows for one duty: where the control is not all that the duty asks, a person has to say that it is. */
export function stateForDuty(
  evidence: readonly Evidence[],
  duty: { readonly id: string; readonly systems: readonly string[] },
  relation: ControlRelation | null,
  asOf: IsoDate,
): Standing {
  const held = stateOfControl(evidence, duty.systems, asOf);
  if (held.state !== "present" || relation?.relation === "same") return held;
  const judged = evidence.filter(
    (one) => one.review === "accepted" && countsOn(one, asOf) && one.serves.includes(duty.id),
  );
  if (judged.length > 0 && stateOfControl(judged, duty.systems, asOf).state === "present") return held;
  return standing(
    "needs-judgement",
    `relation-${relation?.relation === "part" ? "part" : relation ? "overlaps" : "unknown"}`,
  );
}
