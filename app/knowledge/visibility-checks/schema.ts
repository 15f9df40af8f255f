import { z } from "zod";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { sourceKinds } from "#app/domain/visibility/cited-sources.ts";
import type {
  Agent,
  CheckDefinition,
  Engine,
  EntityRule,
  ProbeFacts,
  StuffingThresholds,
} from "#app/domain/visibility/visibility-pack.ts";
import type { VisibilityValidation } from "#app/domain/visibility/visibility-validation.ts";

const isoDate = z.iso.date().transform((day) => day as IsoDate);
const text = z.string().min(1);
const citation = z.object({ title: text, locator: text.optional(), href: z.url().optional() }).transform((read) => ({
  title: read.title,
  ...(read.locator === undefined ? {} : { locator: read.locator }),
  ...(read.href === undefined ? {} : { href: read.href }),
}));

export const agentSchema: z.ZodType<Agent, unknown> = z.object({
  token: text,
  operator: text.nullable(),
  purpose: z.enum(["search", "user-triggered", "training", "opt-out", "mixed", "other"]),
  obedience: z.enum(["obeys", "may-ignore", "ignores", "unclear"]),
  effectOfBlocking: text,
  documentation: z.url().nullable(),
  ipList: z.url().nullable(),
  retired: z.boolean(),
  checkedOn: isoDate,
  source: text,
});

export const engineSchema: z.ZodType<Engine, unknown> = z.object({
  id: text,
  name: text,
  searchAgent: text,
  rendersScript: z.boolean(),
  metaNames: z.array(text.regex(/^[a-z-]+$/)),
  snippetRules: z.boolean(),
  note: text,
});

export const checkSchema: z.ZodType<CheckDefinition, unknown> = z.object({
  id: text.regex(/^[a-z-]+$/),
  title: text,
  grade: z.enum(["strong", "moderate", "weak", "folklore"]),
  contested: z.boolean(),
  effect: text,
  weight: z.number().min(0).max(20),
  penalty: z.number().min(0).max(20),
  gate: z.boolean(),
  effort: z.enum(["minutes", "hours", "days", "weeks"]),
  fix: text,
  sources: z.array(citation).min(1),
  reviewBy: isoDate,
});

const count = z.number().int().nonnegative();
const tally = z.object({ kind: text, of: count, right: count });

export const validationSchema: z.ZodType<VisibilityValidation, unknown> = z.object({
  builtOn: z.iso.date(),
  robots: z.object({ sections: z.array(tally), differing: count, files: tally }),
  pages: z.object({ pages: count, languages: count, kinds: z.array(tally) }),
  stuffing: z.object({ honest: count, watched: count, called: count, stuffed: count, caught: count }),
  real: z.object({
    pages: count,
    languages: count,
    compared: count,
    same: count,
    judged: count,
    watched: count,
    called: count,
  }),
  mentions: z.array(tally),
  recommendations: z.array(tally),
  peers: z.array(tally),
  speeds: z.array(z.object({ name: text, perSecond: z.number().positive() })),
});

const threshold = z.object({ watch: z.number().positive(), stuffed: z.number().positive() });

export const measuresSchema: z.ZodType<
  {
    version: string;
    checkedOn: IsoDate;
    stuffing: StuffingThresholds;
    longWords: Record<string, number>;
    entityRules: EntityRule[];
  },
  unknown
> = z.object({
  version: text,
  checkedOn: isoDate,
  stuffing: z.object({
    topWordShare: threshold,
    topBigramShare: threshold,
    densestWindow: threshold,
    titlePhrasePer100: threshold,
    compressionRatio: threshold,
  }),
  longWords: z.record(z.string().length(2), z.number().int().min(-40).max(40)),
  entityRules: z.array(z.object({ types: z.array(text).min(1), required: z.array(text), recommended: z.array(text) })),
});

export const probesSchema: z.ZodType<ProbeFacts, unknown> = z.object({
  checkedOn: isoDate,
  reviewBy: isoDate,
  note: text,
  runs: z.number().int().min(1).max(10),
  answerUsd: z.number().positive(),
  searchUsd: z.number().positive(),
  mostSearches: z.number().int().min(1).max(5),
  pauseMs: z.number().int().min(0).max(60_000),
  startingBudgetUsd: z.number().positive(),
  planFixes: z.array(
    z.object({
      id: text,
      check: z.enum(["wrong-claims", "unnamed-answers"]),
      title: text,
      text,
      effect: z
        .object({ value: z.number(), low: z.number(), high: z.number() })
        .refine(({ value, low, high }) => low <= value && value <= high),
      effort: z.enum(["minutes", "hours", "days", "weeks"]),
      evidenceGrade: z.enum(["strong", "moderate", "weak", "folklore"]),
      fromAnswers: z.number().int().min(0),
      fineShare: z.number().min(0).max(1),
    }),
  ),
  sourceRules: z.array(
    z.object({
      kind: z.enum(sourceKinds),
      domains: z.array(text),
      endings: z.array(text.startsWith(".")),
      parts: z.array(text),
    }),
  ),
});
