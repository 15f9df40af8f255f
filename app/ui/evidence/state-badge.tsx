import type { ControlState } from "#app/domain/compliance/evidence/control-pack.ts";
import type { StateReason } from "#app/domain/compliance/evidence/control-state.ts";
import { evidenceStatesText } from "#app/strings/en/evidence-states.ts";
import { type Tone, toneClasses } from "../controls/badge.tsx";
import { useText } from "../text/use-text.ts";

export const tones: Readonly<Record<ControlState, Exclude<Tone, "accent" | "quiet">>> = {
  missing: "bad",
  expired: "bad",
  "needs-judgement": "warn",
  present: "good",
};

/** Told apart without colour: each state has a sign of its own. */
export const signs: Readonly<Record<ControlState, string>> = {
  missing: "✕",
  expired: "◷",
  "needs-judgement": "?",
  present: "✓",
};

export function StateBadge({ state }: { state: ControlState }) {
  const t = useText(evidenceStatesText);
  return (
    <span className={`badge whitespace-nowrap ${toneClasses[tones[state]]}`}>
      <span aria-hidden="true">{signs[state]} </span>
      {t(`state_${state}`)}
    </span>
  );
}

const reasons = {
  "nothing-kept": "because_nothing_kept",
  "begins-later": "because_begins_later",
  "past-its-end": "because_past_its_end",
  "not-reviewed": "because_not_reviewed",
  "sent-back": "because_sent_back",
  "some-systems": "because_some_systems",
  "relation-part": "because_relation_part",
  "relation-overlaps": "because_relation_overlaps",
  "relation-unknown": "because_relation_unknown",
  reviewed: "because_reviewed",
} as const satisfies Record<StateReason, string>;

/** Why a control, or a duty's evidence, is in its state. */
export function StateReasonText({ because, lacking = [] }: { because: StateReason; lacking?: readonly string[] }) {
  const t = useText(evidenceStatesText);
  if (lacking.length > 0) return <>{t("because_some_systems_named", { systems: lacking.join(", ") })}</>;
  return <>{t(reasons[because])}</>;
}
