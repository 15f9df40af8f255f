import type { SystemCatalogue } from "#app/domain/compliance/system-template.ts";
import systems from "./packs/systems.json" with { type: "json" };
import { systemCatalogueFile } from "./schema.ts";

/** Common AI tools with the answers that hold for most who use them. */
export const systemCatalogue: SystemCatalogue = Object.freeze(systemCatalogueFile.parse(systems));
