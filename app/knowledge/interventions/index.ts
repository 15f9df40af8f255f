import type { InterventionPack } from "#app/domain/planning/intervention-pack.ts";
import controls from "./packs/controls.json" with { type: "json" };
import readiness from "./packs/readiness.json" with { type: "json" };
import rules from "./packs/rules.json" with { type: "json" };
import skills from "./packs/skills.json" with { type: "json" };
import sources from "./packs/sources.json" with { type: "json" };
import training from "./packs/training.json" with { type: "json" };
import visibility from "./packs/visibility.json" with { type: "json" };
import workModes from "./packs/work-modes.json" with { type: "json" };
import workflow from "./packs/workflow.json" with { type: "json" };
import { interventionsSchema, rulesSchema, skillCoverSchema, sourcesSchema, workRulesSchema } from "./schema.ts";

/** What can be done, with what is believed of it. */
export const interventions: InterventionPack = Object.freeze({
  ...rulesSchema.parse(rules),
  interventions: [training, workflow, controls, readiness, visibility].flatMap((file) =>
    interventionsSchema.parse(file),
  ),
  sources: sourcesSchema.parse(sources),
  skills: skillCoverSchema.parse(skills),
  work: workRulesSchema.parse(workModes),
});
