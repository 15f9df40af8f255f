import { z } from "zod";
import type { FactValues } from "#app/domain/compliance/facts.ts";
import type { SystemCatalogue } from "#app/domain/compliance/system-template.ts";
import { type IsoDate, parseIsoDate } from "#app/domain/kernel/iso-date.ts";

const text = z.string().min(2);

const facts: z.ZodType<FactValues> = z.record(
  z.string().startsWith("system."),
  z.union([z.boolean(), z.number(), z.string(), z.array(z.string())]),
);

const day = z.custom<IsoDate>((value) => typeof value === "string" && parseIsoDate(value) !== null, "not a day");

export const systemCatalogueFile: z.ZodType<SystemCatalogue> = z.strictObject({
  version: text,
  dataKinds: z.array(z.strictObject({ id: text, label: text, facts })).min(1),
  systems: z.array(
    z.strictObject({
      id: text,
      name: text,
      vendor: text,
      category: text,
      does: text,
      data: z.array(text),
      facts,
      check: text,
      asOf: day,
    }),
  ),
});
