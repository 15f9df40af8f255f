import type { WorkProductPack } from "#app/domain/work-products/template.ts";
import aiRegister from "./packs/ai-register.json" with { type: "json" };
import dpia from "./packs/dpia.json" with { type: "json" };
import fria from "./packs/fria.json" with { type: "json" };
import incidentRegister from "./packs/incident-register.json" with { type: "json" };
import instructionsCheck from "./packs/instructions-check.json" with { type: "json" };
import layoffStatement from "./packs/layoff-statement.json" with { type: "json" };
import literacyRecord from "./packs/literacy-record.json" with { type: "json" };
import noticeCandidates from "./packs/notice-candidates.json" with { type: "json" };
import noticeWorkers from "./packs/notice-workers.json" with { type: "json" };
import oversightProcedure from "./packs/oversight-procedure.json" with { type: "json" };
import rules from "./packs/rules.json" with { type: "json" };
import vendorQuestionnaire from "./packs/vendor-questionnaire.json" with { type: "json" };
import { rulesFile, templateFile } from "./schema.ts";

/** In the order in which they are offered. */
const files: readonly unknown[] = [
  aiRegister,
  noticeWorkers,
  noticeCandidates,
  oversightProcedure,
  instructionsCheck,
  vendorQuestionnaire,
  literacyRecord,
  incidentRegister,
  dpia,
  fria,
  layoffStatement,
];

/** The words of documents that duties ask for, and the times, questions and statements that come with them. */
export const workProducts: WorkProductPack = Object.freeze({
  ...rulesFile.parse(rules),
  templates: files.map((file) => templateFile.parse(file)),
});
