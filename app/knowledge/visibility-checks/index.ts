import { z } from "zod";
import type { VisibilityPack } from "#app/domain/visibility/visibility-pack.ts";
import agents from "./packs/agents.json" with { type: "json" };
import checks from "./packs/checks.json" with { type: "json" };
import engines from "./packs/engines.json" with { type: "json" };
import measures from "./packs/measures.json" with { type: "json" };
import probes from "./packs/probes.json" with { type: "json" };
import validation from "./packs/validation.json" with { type: "json" };
import { agentSchema, checkSchema, engineSchema, measuresSchema, probesSchema, validationSchema } from "./schema.ts";

/** What is looked at on a website, how well each effect is known, and who crawls. Parsed once, when this file is first imported. */
export const visibilityChecks: VisibilityPack = Object.freeze({
  ...measuresSchema.parse(measures),
  probes: Object.freeze(probesSchema.parse(probes)),
  checks: Object.freeze(z.array(checkSchema).parse(checks)),
  agents: Object.freeze(z.array(agentSchema).parse(agents)),
  engines: Object.freeze(z.array(engineSchema).parse(engines)),
  validation: Object.freeze(validationSchema.parse(validation)),
});
