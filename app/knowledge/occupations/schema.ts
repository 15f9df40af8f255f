import { z } from "zod";

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
  skills: z.array(z.string()),
  activities: z.array(z.tuple([z.string(), share, share, share])),
  activityWords: table,
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

const gate = z.object({ automatableKept: share, automatableToAugmentable: share, augmentableKept: share });
const curve = z.object({ ceiling: share, midpoint: z.number(), width: z.number().positive() });

/** `packs/model.json`: parameters that are judgement or scenario, reviewed by a person, each with its source. */
export const modelFileSchema = z.object({
  softwareLag: z.number().min(0),
  hoursPerYear: z.number().positive(),
  weightSd: z.number().min(0),
  draws: z.number().int().positive(),
  startDepth: share,
  startShare: z.object({ small: share, large: share }),
  gates: z.object({
    physicalPresence: gate,
    licensedSignOff: gate,
    confidentialData: gate,
    highErrorCost: gate,
    noSystemAccess: gate,
  }),
  adoption: z.object({ slow: curve, central: curve, fast: curve }),
  sources: z.record(z.string(), z.string()),
  reviewBy: z.iso.date(),
});

export const activityLabelsSchema = z.record(z.string(), z.string().min(3));

/** `packs/validation.json`: what the last build measured, shown as *recorded*. */
export const validationFileSchema = z.object({
  builtOn: z.iso.date(),
  inputHash: z.string(),
  exposure: z.record(z.string(), z.number()),
  titles: z.record(z.string(), z.number()),
});
