import { z } from "zod";
import { variantFamilies } from "#app/domain/exposure/exposure-validation.ts";

const share = z.number().min(0).max(1);
export const base64 = z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/);
export const table = z.object({ keys: base64, lengths: base64, classes: base64, values: base64 });
const pay = z.number().positive().nullable();

/** `packs/occupations.json`: figures of every occupation, computed by the knowledge build. */
export const occupationsFileSchema = z.object({
  pack: z.string(),
  version: z.string(),
  builtOn: z.iso.date(),
  inputHash: z.string(),
  intervalScale: z.number().positive(),
  recipe: z.record(z.string(), z.union([z.number(), z.string()])),
  skills: z.array(z.string()),
  activities: z.array(z.tuple([z.string(), share, share, share])),
  occupations: z.array(
    z.object({
      onet: z.string().regex(/^\d\d-\d{4}\.\d\d$/),
      title: z.string(),
      assessable: z.boolean(),
      raterSd: z.number().min(0),
      pay: z.tuple([pay, pay, pay, pay, pay]).nullable(),
      employment: z.number().nullable(),
      jobZone: z.number().int().min(1).max(5).nullable(),
      related: z.string(),
      skills: base64.nullable(),
      cells: base64,
    }),
  ),
});

/** `packs/duties.json`: hashed stems of task sentences by detailed activity. */
export const dutiesFileSchema = z.object({
  pack: z.string(),
  version: z.string(),
  inputHash: z.string(),
  /** What the build measured on tasks held out, shown as *recorded*. */
  validation: z.record(z.string(), z.number()),
  activityOf: base64,
  words: table,
});

const gate = z.object({ automatableKept: share, automatableToAugmentable: share, augmentableKept: share });
const bounds = z.tuple([z.number(), z.number()]);
const curve = z.object({ ceiling: share, midpoint: z.number(), width: z.number().positive() });

/** `packs/model.json`: parameters that are judgement or scenario, reviewed by a person, each with its source. */
export const modelFileSchema = z.object({
  softwareLag: z.number().min(0),
  hoursPerYear: z.number().positive(),
  weightSd: z.number().min(0),
  draws: z.number().int().positive(),
  payEvidence: z.object({ spread: z.number().positive(), power: share, most: z.number().min(1) }),
  startDepth: share,
  lowerPay: share,
  unlistedWay: share,
  startShare: z.object({ small: share, large: share }),
  gates: z.object({
    physicalPresence: gate,
    licensedSignOff: gate,
    confidentialData: gate,
    highErrorCost: gate,
    noSystemAccess: gate,
  }),
  adoptionBounds: z.object({
    ceiling: bounds,
    midpoint: bounds,
    width: bounds,
    softwareLag: bounds,
    startShare: bounds,
    startDepth: bounds,
  }),
  adoption: z.object({ slow: curve, central: curve, fast: curve }),
  sources: z.record(z.string(), z.string()),
  reviewBy: z.iso.date(),
});

export const activityLabelsSchema = z.record(z.string(), z.string().min(3));

const rank = z.number().min(-1).max(1);
const resampled = z.object({ value: z.number(), low: z.number(), high: z.number() });
const agreement = z.object({
  all: rank,
  office: rank,
  difference: z.object({ all: resampled, office: resampled }).nullable(),
});

const exposureValidationSchema = z.object({
  occupations: z.number().int().positive(),
  office: z.number().int().positive(),
  variants: z.array(
    z.object({
      family: z.enum(variantFamilies),
      name: z.string().min(1),
      agreement: z.object({ human: agreement, usage: agreement, usagePerWorker: agreement }),
      kept: z.boolean(),
    }),
  ),
  coverage: z.array(z.object({ nominal: share, all: share, office: share })),
  coverageOf: z.object({ all: z.number().int(), office: z.number().int() }),
  automation: z.object({
    tasks: z.number().int(),
    occupations: z.number().int(),
    variants: z.array(
      z.object({
        name: z.string().min(1),
        byTask: rank,
        byOccupation: rank,
        difference: z.object({ byTask: resampled, byOccupation: resampled }).nullable(),
        kept: z.boolean(),
      }),
    ),
    human: z.object({ tasks: z.number().int(), rank, machine: rank }),
  }),
  twoSkills: z.object({ plus: z.string(), minus: z.string() }),
});

/** `packs/validation.json`: what the last build measured, shown as *recorded*. */
export const validationFileSchema = z.object({
  builtOn: z.iso.date(),
  inputHash: z.string(),
  exposure: exposureValidationSchema,
  titles: z.record(z.string(), z.number()),
});
