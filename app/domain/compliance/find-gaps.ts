import type { IsoDate } from "../kernel/iso-date.ts";
import type { ComplianceAssessment, ObligationFinding } from "./findings.ts";
import type { Control } from "./obligation-pack.ts";

/** What the organization says it has for a control, on one day. */
export type ControlRecord = {
  readonly control: string;
  readonly recordedOn: IsoDate;
  /** The day after which the evidence no longer counts, when it has one. */
  readonly validUntil: IsoDate | null;
  /** Whether a second person looked at it. */
  readonly reviewed: boolean;
};

/** Never "compliant": present evidence may still fall short, which a person judges. */
export type ControlState = "missing" | "present" | "expired" | "needs-judgement";

/** A control that duties ask for, and how far the organization is with it. */
export type ControlGap = {
  readonly control: Control;
  readonly state: ControlState;
  readonly duties: readonly ObligationFinding[];
  readonly inForce: number;
  /** The next day on which a duty that asks for it begins to bind; null when all of them bind already. */
  readonly nextDate: IsoDate | null;
};

/**
 * The controls that duties which apply ask for, most pressing first: missing before expired before unjudged before present,
 * then by duties in force, then by the next date. One control may serve many duties.
 */
export function findGaps(
  assessment: ComplianceAssessment,
  controls: readonly Control[],
  records: readonly ControlRecord[],
): ControlGap[] {
  const gaps = controls.flatMap((control): ControlGap[] => {
    const duties = assessment.obligations.filter(
      ({ applies, controls: asked, state }) => applies === "yes" && state !== "watch" && asked.includes(control.id),
    );
    if (duties.length === 0) return [];
    const dates = duties.flatMap(({ state, appliesFrom }) =>
      state === "upcoming" && appliesFrom ? [appliesFrom] : [],
    );
    const inForce = duties.filter(({ state }) => state === "in_force").length;
    const state = stateOfControl(control.id, records, assessment.asOf);
    return [{ control, state, duties, inForce, nextDate: dates.sort()[0] ?? null }];
  });
  return gaps.sort(
    (a, b) =>
      urgency[a.state] - urgency[b.state] ||
      b.inForce - a.inForce ||
      (a.nextDate ?? "9999").localeCompare(b.nextDate ?? "9999") ||
      a.control.id.localeCompare(b.control.id),
  );
}

const urgency: Readonly<Record<ControlState, number>> = { missing: 0, expired: 1, "needs-judgement": 2, present: 3 };

function stateOfControl(control: string, records: readonly ControlRecord[], asOf: IsoDate): ControlState {
  const own = records.filter((record) => record.control === control && record.recordedOn <= asOf);
  if (own.length === 0) return "missing";
  const valid = own.filter(({ validUntil }) => validUntil === null || validUntil >= asOf);
  if (valid.length === 0) return "expired";
  return valid.some(({ reviewed }) => reviewed) ? "present" : "needs-judgement";
}
