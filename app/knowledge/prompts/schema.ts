import { z } from "zod";
import { automationLabels, exposureLabels, type OpinionAnswer } from "#app/domain/exposure/duty-opinion.ts";
import type { SummaryDraft } from "#app/domain/reports/executive-summary.ts";
import type { PromptProposals } from "#app/domain/visibility/propose-prompts.ts";

/** The text of a prompt as it lies in a pack; lines of instructions are joined by line breaks. */
export const promptPackSchema = z.strictObject({
  id: z.string().min(1),
  version: z.string().min(1),
  maxOutputTokens: z.number().int().min(50).max(4_000),
  instructions: z.array(z.string().min(1)).min(1),
});

/** Bounds are checked by the domain, because providers do not accept them in a shape. */
export const summaryDraftSchema: z.ZodType<SummaryDraft> = z.strictObject({
  sentences: z.array(z.strictObject({ text: z.string(), from: z.array(z.string()) })),
});

/** Labels that are not of the rubric are no answer; which duty a label is for, and how long a reason may be, is the domain's. */
export const opinionSchema: z.ZodType<OpinionAnswer> = z.strictObject({
  labels: z.array(
    z.strictObject({
      duty: z.string(),
      exposure: z.enum(exposureLabels),
      automation: z.enum(automationLabels),
      reason: z.string(),
    }),
  ),
});

/** What fits is the domain's: length, novelty, and that the brand is not named. */
export const proposalsSchema: z.ZodType<PromptProposals> = z.strictObject({
  prompts: z.array(z.strictObject({ kind: z.enum(["category", "comparison", "problem"]), text: z.string() })),
});
