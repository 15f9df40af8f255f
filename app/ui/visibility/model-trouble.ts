import { probesText } from "#app/strings/en/probes.ts";
import { useText } from "../text/use-text.ts";

const words = {
  "no-key": "troubleNoKey",
  rejected: "troubleRejected",
  "rate-limited": "troubleRateLimited",
  timeout: "troubleTimeout",
  "circuit-open": "troublePaused",
  "server-error": "troubleServer",
  unreachable: "troubleUnreachable",
  refused: "troubleRefused",
  "cut-off": "troubleCutOff",
  "too-long": "troubleTooLong",
  "invalid-answer": "troubleInvalid",
  stopped: "troubleStopped",
  "changed-meanwhile": "troubleChanged",
  max_output_tokens: "troubleLength",
} as const;

/** Why a model gave nothing, by the code that a job or an answer keeps; null for a provider's own words and for errors of ours. */
export function useModelTrouble(): (because: string) => string | null {
  const t = useText(probesText);
  return (because) => (because in words ? t(words[because as keyof typeof words]) : null);
}
