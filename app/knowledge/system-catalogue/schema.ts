import { z } from "zod";
import type { FactValues } from "#app/domain/compliance/facts.ts";
import type { SystemCatalogue } from "#app/domain/compliance/system-template.ts";

const text = z.string().min(2);

const facts: z.ZodType<FactValues> = z.record(
  z.string().startsWith("system."),
  z.union([z.boolean(), z.number(), z.string(), z.array(z.string())]),
);

export const systemCatalogueFile: z.ZodType<SystemCatalogue> = z.strictObject({
  version: text,
  systems: z.array(
    z.strictObject({ id: text, name: text, vendor: text, category: text, does: text, facts, check: text }),
  ),
});
