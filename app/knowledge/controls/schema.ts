import { z } from "zod";
import type { Grade, Ranking } from "#app/domain/compliance/evidence/control-pack.ts";
import { type IsoDate, parseIsoDate } from "#app/domain/kernel/iso-date.ts";

const text = z.string().min(2);
const isoDate = z.custom<IsoDate>((value) => typeof value === "string" && parseIsoDate(value) !== null, "not a day");
const judged = { judgedOn: isoDate, reviewBy: isoDate };
const part = z.number().min(0).max(1);

const grades: z.ZodType<readonly Grade[]> = z
  .array(z.strictObject({ id: text, title: text, points: z.number().positive(), meaning: text }))
  .min(2);

export const relationsFile = z.strictObject({
  ...judged,
  controls: z.array(
    z.strictObject({
      control: text,
      duties: z
        .array(z.strictObject({ duty: text, relation: z.enum(["same", "part", "overlaps"]), reason: text }))
        .min(1),
    }),
  ),
});

export const effortFile = z.strictObject({
  ...judged,
  classes: grades,
  controls: z.array(z.strictObject({ control: text, class: text, why: text })),
});

export const penaltiesFile = z.strictObject({
  ...judged,
  classes: grades,
  instruments: z.array(z.strictObject({ instrument: text, class: text, why: text })),
});

export const rankingFile: z.ZodType<Ranking> = z.strictObject({
  ...judged,
  halvingDays: z.number().positive(),
  undatedDays: z.number().nonnegative(),
  need: z.strictObject({ missing: part, expired: part, "needs-judgement": part, present: z.literal(0) }),
  remindDays: z.number().int().positive(),
});
