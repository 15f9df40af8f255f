import { type Answer, readAnswer, readPastedAnswer } from "#app/domain/visibility/read-answer.ts";

/** What a pasted answer is stored as; a probe's raw value is the provider's body itself. */
export type PastedRaw = { readonly pasted: string };

/**
 * Reads a stored answer, wherever it came from. A pasted text that is a whole response body is read like a probe's, so the same
 * answer gives the same metrics through both doors.
 */
export function readStoredAnswer(raw: unknown): Answer {
  if (raw === null || typeof raw !== "object" || !("pasted" in raw) || typeof raw.pasted !== "string")
    return readAnswer(raw);
  const body = bodyIn(raw.pasted);
  return body === null ? readPastedAnswer(raw.pasted) : readAnswer(body);
}

function bodyIn(text: string): unknown {
  if (!text.trimStart().startsWith("{")) return null;
  try {
    const parsed: unknown = JSON.parse(text);
    return parsed !== null && typeof parsed === "object" && "output" in parsed ? parsed : null;
  } catch {
    // Not a body: a text that begins with a brace is read as text.
    return null;
  }
}
