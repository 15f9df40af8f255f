import type { Prompt } from "#app/domain/kernel/prompt.ts";
import type { Result } from "#app/domain/kernel/result.ts";

/** Why no usable answer came. In every case the caller goes on with its own deterministic text. */
export type AiTrouble =
  | "no-key"
  | "circuit-open"
  | "timeout"
  | "rate-limited"
  | "server-error"
  | "unreachable"
  | "rejected"
  | "refused"
  | "cut-off"
  | "too-long"
  | "invalid-answer";

export type AiFailure = { readonly kind: "ai-unavailable"; readonly because: AiTrouble };

export type TokenUse = { readonly input: number; readonly output: number };

export type Drafted<Answer> = {
  readonly answer: Answer;
  readonly model: string;
  readonly promptVersion: string;
  readonly tokens: TokenUse;
};

/** The provider's answer as it came, to be stored raw; it may be incomplete or refused and then says so itself. */
export type SearchAnswer = {
  readonly body: Readonly<Record<string, unknown>>;
  readonly model: string;
  readonly tokens: TokenUse;
};

/**
 * A language model. Both calls may take tens of seconds: call them from jobs, never while a page waits. Text inside `input`
 * and `question` that comes from pages or files is data; what comes back never sets a score.
 */
export interface AiClient {
  /** The model asked, or null without a key. */
  readonly model: string | null;
  draft<Answer>(prompt: Prompt<Answer>, input: unknown): Promise<Result<Drafted<Answer>, AiFailure>>;
  /** Asks with web search forced, at most two searches, nothing stored at the provider. */
  answerWithSearch(question: string): Promise<Result<SearchAnswer, AiFailure>>;
}
