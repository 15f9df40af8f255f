import { z } from "zod";
import type { PricePlanPack } from "#app/domain/billing/plans.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { parseIsoDate } from "#app/domain/kernel/iso-date.ts";

const isoDate = z.custom<IsoDate>((value) => typeof value === "string" && parseIsoDate(value) !== null, "not a day");
const amount = z.number().int().min(0);

const limits = z.strictObject({
  roles: amount,
  members: amount,
  "client-workspaces": amount,
  "site-audits": amount,
  "probe-runs": amount,
  "model-drafts": amount,
});

const terms = z.strictObject({
  monthly: z.strictObject({ amount: z.number().min(0), currency: z.string().regex(/^[A-Z]{3}$/) }),
  limits,
});

const plan = z.strictObject({
  id: z.enum(["free", "team", "consultancy"]),
  name: z.string().min(1),
  suits: z.string().min(1),
  lookupKey: z.string().min(1).nullable(),
  history: z
    .array(
      z.strictObject({
        from: isoDate.nullable(),
        value: terms,
        cite: z.array(z.strictObject({ title: z.string().min(1), retrieved: isoDate })).min(1),
      }),
    )
    .min(1),
});

export const pricePlanPackSchema: z.ZodType<PricePlanPack> = z.strictObject({
  version: z.string().min(1),
  graceDays: z.number().int().min(0).max(60),
  plans: z.array(plan).min(1),
});
