import { fail } from "#app/domain/kernel/result.ts";
import type { AiClient, AiFailure } from "#app/services/ports/ai-client.ts";

const noKey: AiFailure = { kind: "ai-unavailable", because: "no-key" };

/** The model of a deployment without a key: it answers at once that there is none. */
export const absentAi: AiClient = {
  model: null,
  draft: async () => fail(noKey),
  answerWithSearch: async () => fail(noKey),
};
