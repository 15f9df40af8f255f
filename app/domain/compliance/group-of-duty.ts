import type { DutyState, ObligationFinding } from "./findings.ts";

/**
 * Where a duty is counted: by its state, or `open` when a missing answer decides whether it applies; `optional` is what would
 * bind only after the organization chose it.
 */
export type DutyGroup = DutyState | "open" | "optional";

/** The groups in the order in which lists of duties have them. */
export const dutyGroups: readonly DutyGroup[] = [
  "in_force",
  "upcoming",
  "stayed",
  "open",
  "voluntary",
  "watch",
  "optional",
];

export function groupOfDuty({ applies, state }: Pick<ObligationFinding, "applies" | "state">): DutyGroup {
  if (applies === "yes") return state;
  return state === "voluntary" || state === "watch" ? "optional" : "open";
}
