import { z } from "zod";
import type { OpinionPrompts } from "#app/domain/exposure/duty-opinion.ts";
import type { Prompt } from "#app/domain/kernel/prompt.ts";
import type { Prompts } from "#app/domain/reports/executive-summary.ts";
import type { ProbePrompts } from "#app/domain/visibility/propose-prompts.ts";
import dutyOpinion from "./packs/duty-opinion.json" with { type: "json" };
import executiveSummary from "./packs/executive-summary.json" with { type: "json" };
import probePrompts from "./packs/probe-prompts.json" with { type: "json" };
import { opinionSchema, promptPackSchema, proposalsSchema, summaryDraftSchema } from "./schema.ts";

function prompt<Answer>(pack: unknown, schema: z.ZodType<Answer>): Prompt<Answer> {
  const { instructions, ...rest } = promptPackSchema.parse(pack);
  const { $schema: _, ...answerShape } = z.toJSONSchema(schema);
  return Object.freeze({
    ...rest,
    instructions: instructions.join("\n"),
    answerShape,
    read: (answer: unknown) => {
      const read = schema.safeParse(answer);
      return read.success ? read.data : null;
    },
  });
}

export const prompts: Prompts & OpinionPrompts & ProbePrompts = Object.freeze({
  executiveSummary: prompt(executiveSummary, summaryDraftSchema),
  dutyOpinion: prompt(dutyOpinion, opinionSchema),
  probePrompts: prompt(probePrompts, proposalsSchema),
});
