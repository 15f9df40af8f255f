import type { PricePlanPack } from "#app/domain/billing/plans.ts";
import pack from "./packs/plans.json" with { type: "json" };
import { pricePlanPackSchema } from "./schema.ts";

/** The price list, smallest plan first. */
export const pricePlans: PricePlanPack = Object.freeze(pricePlanPackSchema.parse(pack));
