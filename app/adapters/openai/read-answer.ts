import { z } from "zod";
import type { Result } from "#app/domain/kernel/result.ts";
import { fail, ok } from "#app/domain/kernel/result.ts";
import type { AiTrouble, TokenUse } from "#app/services/ports/ai-client.ts";

const usage = z.object({ input_tokens: z.number(), output_tokens: z.number() });

const answerBody = z.object({
  model: z.string().optional(),
  status: z.string(),
  output: z.array(z.looseObject({ type: z.string() })),
  usage: usage.nullish(),
});

const message = z.object({
  type: z.literal("message"),
  content: z.array(
    z.union([
      z.object({ type: z.literal("output_text"), text: z.string() }),
      z.object({ type: z.literal("refusal"), refusal: z.string() }),
    ]),
  ),
});

export type AnswerBody = { readonly status: string; readonly tokens: TokenUse; readonly output: readonly unknown[] };

/** The parts of a Responses API body that every use needs, or null when it is no such body. */
export function readBody(body: unknown): AnswerBody | null {
  const read = answerBody.safeParse(body);
  if (!read.success) return null;
  const { status, output, usage: used } = read.data;
  return { status, output, tokens: { input: used?.input_tokens ?? 0, output: used?.output_tokens ?? 0 } };
}

/** The JSON value that the model wrote as its answer, or why there is none. */
export function readJsonAnswer(body: AnswerBody): Result<unknown, AiTrouble> {
  if (body.status === "incomplete") return fail("cut-off");
  if (body.status !== "completed") return fail("server-error");
  let text = "";
  for (const item of body.output) {
    const read = message.safeParse(item);
    if (!read.success) continue;
    for (const part of read.data.content) {
      if (part.type === "refusal") return fail("refused");
      text += part.text;
    }
  }
  try {
    return ok(JSON.parse(text));
  } catch {
    return fail("invalid-answer");
  }
}
