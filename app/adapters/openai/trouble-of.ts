import { APIConnectionError, APIConnectionTimeoutError, APIError } from "openai";
import type { AiTrouble } from "#app/services/ports/ai-client.ts";
import { AnswerTooLong } from "./bounded-fetch.ts";

function causes(error: unknown): readonly unknown[] {
  const found: unknown[] = [];
  for (let at = error; at instanceof Error && found.length < 5; at = at.cause) found.push(at);
  return found;
}

/** The trouble that an error of the client stands for. Errors that are not the vendor's are ours and are thrown on. */
export function troubleOf(error: unknown): AiTrouble {
  const chain = causes(error);
  if (chain.some((cause) => cause instanceof AnswerTooLong)) return "too-long";
  if (error instanceof APIConnectionTimeoutError) return "timeout";
  if (chain.some((cause) => cause instanceof Error && cause.name === "TimeoutError")) return "timeout";
  if (error instanceof APIConnectionError) return "unreachable";
  if (error instanceof APIError) {
    if (error.status === 429) return "rate-limited";
    if (error.status === 408) return "timeout";
    return error.status !== undefined && error.status >= 500 ? "server-error" : "rejected";
  }
  if (error instanceof SyntaxError) return "invalid-answer";
  throw error;
}

/** Troubles that say the vendor is unwell, as opposed to troubles with one question. Only these open the circuit. */
export const vendorTroubles: ReadonlySet<AiTrouble> = new Set([
  "timeout",
  "rate-limited",
  "server-error",
  "unreachable",
  "rejected",
]);
