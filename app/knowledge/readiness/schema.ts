import { z } from "zod";
import type {
  BlockerRule,
  ConfidenceRules,
  Decision,
  Gate,
  Level,
  Pillar,
  PillarId,
  Question,
} from "#app/domain/readiness/pack.ts";

const pillarId: z.ZodType<PillarId> = z.enum([
  "strategy",
  "leadership",
  "data",
  "technology",
  "models",
  "security",
  "governance",
  "work",
  "people",
  "culture",
  "outcomes",
  "visibility",
]);
const level: z.ZodType<Level> = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);
const text = z.string().min(3);
const share = z.number().min(0).max(1);
const weight = z.number().positive();

const pillar: z.ZodType<Pillar> = z.strictObject({
  id: pillarId,
  number: z.number().int().min(1).max(12),
  title: text,
  meaning: text,
  weight,
});

/** In a pillar's file a question does not repeat its pillar. */
const question: z.ZodType<Omit<Question, "pillar">> = z.strictObject({
  id: z.string().regex(/^[a-z]+\.[a-z-]+$/),
  indicator: text,
  text,
  anchors: z.tuple([text, text, text, text, text]),
  evidence: text,
  weight,
  quick: z.boolean(),
  pulse: z.boolean(),
  mayNotApply: z.boolean(),
});

export const pillarFileSchema = z.strictObject({ pillar, questions: z.array(question).min(5).max(6) });

const gate: z.ZodType<Gate> = z.strictObject({
  id: text,
  pillar: pillarId,
  question: text,
  needs: level,
  atMost: level,
  title: text,
});

const blocker: z.ZodType<BlockerRule> = z.strictObject({
  id: text,
  question: text,
  needs: level,
  title: text,
  because: text,
  unblock: text,
  owner: text,
});

const decision: z.ZodType<Decision> = z.strictObject({
  id: text,
  title: text,
  targets: z.strictObject({
    strategy: level,
    leadership: level,
    data: level,
    technology: level,
    models: level,
    security: level,
    governance: level,
    work: level,
    people: level,
    culture: level,
    outcomes: level,
    visibility: level,
  }),
  blockers: z.array(text).min(1),
});

const confidence: z.ZodType<ConfidenceRules> = z.strictObject({
  byGrade: z.tuple([share, share, share, share, share]),
  freshDays: z.number().int().positive(),
  halfLifeDays: z.number().int().positive(),
  leastFreshness: share,
  leastAgreement: share,
  sharedError: share,
});

export const rulesFileSchema = z.strictObject({
  version: text,
  reviewBy: z.iso.date(),
  gates: z.array(gate),
  blockers: z.array(blocker),
  decisions: z.array(decision).min(1),
  confidence,
});
