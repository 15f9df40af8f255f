import type { ControlState, Relation } from "#app/domain/compliance/evidence/control-pack.ts";
import { evidenceStatesText } from "#app/strings/en/evidence-states.ts";
import { useText } from "../text/use-text.ts";
import { StateBadge } from "./state-badge.tsx";

type DutyControlsProps = {
  controls: readonly {
    readonly id: string;
    readonly title: string;
    readonly relation: Relation | null;
    readonly reason: string | null;
    readonly state: ControlState;
  }[];
  base: string;
};

/** The controls that a duty asks for, from the duty's side: state of the evidence, relation and reason, the way to add more. */
export function DutyControls({ controls, base }: DutyControlsProps) {
  const t = useText(evidenceStatesText);
  return (
    <ul className="space-y-2">
      {controls.map(({ id, title, relation, reason, state }) => (
        <li key={id}>
          <a href={`${base}/compliance/controls/${id}`} className="link">
            {title}
          </a>{" "}
          <StateBadge state={state} />{" "}
          <span className="block text-ink-soft">
            {t(relation === null ? "relation_open" : `relation_${relation}`)}
            {reason === null ? null : `: ${reason}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
