import { dutyOpinionText } from "#app/strings/en/duty-opinion.ts";
import { useText } from "../text/use-text.ts";

const troubles = [
  "refused",
  "cut-off",
  "invalid-answer",
  "too-long",
  "timeout",
  "rate-limited",
  "server-error",
  "unreachable",
  "rejected",
  "circuit-open",
  "no-key",
  "interrupted",
] as const;

/** Says troubles of a model in words, several with semicolons between. */
export function useTroubles(): (because: readonly string[]) => string {
  const t = useText(dutyOpinionText);
  return (because) => because.map((one) => t(troubles.find((known) => known === one) ?? "unknown")).join("; ");
}
