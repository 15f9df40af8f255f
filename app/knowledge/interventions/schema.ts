import { z } from "zod";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import type {
  Amount,
  EffectSource,
  Intervention,
  InterventionMode,
  Pool,
  RoleFamily,
  SkillCover,
  Trigger,
  Worth,
} from "#app/domain/planning/intervention-pack.ts";
import type { GateRule, WorkMode, WorkRules } from "#app/domain/workflows/work-mode.ts";

const text = z.string().min(2);
const share = z.number().min(0).max(1);
const amount: z.ZodType<Amount> = z.strictObject({ fixed: z.number().min(0), each: z.number().min(0) });
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/) as unknown as z.ZodType<IsoDate>;

const trigger: z.ZodType<Trigger> = z.discriminatedUnion("on", [
  z.strictObject({ on: z.literal("controls"), any: z.array(text).min(1) }),
  z.strictObject({ on: z.literal("blockers"), any: z.array(text).min(1) }),
  z.strictObject({ on: z.literal("questions"), any: z.array(text).min(1), below: z.number().int().min(2).max(5) }),
  z.strictObject({ on: z.literal("fixes"), checks: z.array(text).min(1) }),
  z.strictObject({ on: z.literal("family"), augmentable: share, families: z.array(text).min(1).exactOptional() }),
  z.strictObject({ on: z.literal("bundle"), mode: z.enum(["shared", "exceptions"]) }),
]);

const mode: z.ZodType<InterventionMode> = z.strictObject({
  id: text,
  title: text,
  weeks: z
    .tuple([z.number().positive(), z.number().positive()])
    .refine(([median, late]) => median <= late, "median first"),
  hours: z.record(z.string(), amount),
  cash: amount,
  effect: z.number().positive(),
});

export const interventionsSchema: z.ZodType<readonly Intervention[]> = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z]+\.[a-z-]+$/),
    kind: z.enum(["training", "workflow", "control", "readiness", "visibility"]),
    title: text,
    summary: text,
    owner: text,
    per: z.enum(["organization", "family", "bundle"]),
    when: z.array(trigger).min(1),
    measure: text,
    scale: z.enum(["smd", "relative", "percentage-points", "hours", "probability"]),
    prior: z.strictObject({
      mean: z.number(),
      sd: z.number().positive(),
      basis: z.string().startsWith("Judgement"),
      sources: z.array(text),
    }),
    modes: z.array(mode).min(1).max(3),
    requires: z.array(text),
    consultFirst: z.boolean(),
    modules: z.array(text).min(1).exactOptional(),
  }),
);

export const sourcesSchema: z.ZodType<readonly EffectSource[]> = z.array(
  z.strictObject({ id: text, citation: text, design: text, finding: text, checked: text }),
);

const family: z.ZodType<RoleFamily> = z.strictObject({
  id: text,
  title: text,
  soc: z.array(text).min(1),
  personAffecting: z.boolean(),
});
const pool: z.ZodType<Pool> = z.strictObject({ id: text, title: text, defaultHoursPerWeek: amount });
const worth: z.ZodType<Worth> = z.strictObject({
  hour: z.number().positive(),
  readinessPoint: z.number().min(0),
  sitePoint: z.number().min(0),
  duty: z.number().min(0),
  trainingTransfer: share,
});

export const rulesSchema = z.strictObject({
  version: text,
  reviewBy: day,
  rates: z.strictObject({ asOf: text, base: text, perUnit: z.record(z.string(), z.number().positive()) }),
  overdueWithinDays: z.number().int().positive(),
  families: z.array(family).min(1),
  pools: z.array(pool).min(1),
  worth,
});

export const skillCoverSchema: z.ZodType<SkillCover> = z.strictObject({
  asOf: day,
  basis: z.string().startsWith("Judgement"),
  touches: z.record(z.string(), z.array(text).min(1)),
});

const pair = z.tuple([z.number().min(0), z.number().min(0)]);
const workMode: z.ZodType<WorkMode> = z.strictObject({
  id: z.enum(["human", "reference", "shared", "exceptions", "alone"]),
  agency: z.enum(["H1", "H2", "H3", "H4", "H5"]),
  title: text,
  covers: z.enum(["none", "automatable", "both"]),
  assist: pair,
  review: share,
  reviewTime: pair,
  errors: pair,
  rework: pair,
  realised: pair,
});
const gate: z.ZodType<GateRule> = z.strictObject({ id: text, title: text });

export const workRulesSchema: z.ZodType<WorkRules> = z.strictObject({
  handOverFrom: share,
  modes: z.array(workMode).length(5),
  catchRate: pair,
  humanErrors: pair,
  errorCost: z.strictObject({ ordinary: z.number().min(0), high: z.number().min(0) }),
  fieldAnchor: z.strictObject({ share, source: text }),
  gates: z.array(gate).min(1),
});
