import { z } from "zod";
import type { AuditId, OrganizationId, OutcomeId, ReportId, RoleId } from "#app/domain/kernel/ids.ts";
import type { Result } from "#app/domain/kernel/result.ts";
import { lookAtDuties } from "#app/services/compliance/look-at-duties.server.ts";
import { lookEverywhere } from "#app/services/compliance/look-everywhere.server.ts";
import { sendDigests } from "#app/services/compliance/send-digests.server.ts";
import { watchEvidence } from "#app/services/evidence/watch-evidence.server.ts";
import { askAboutDuties, giveUpAsking } from "#app/services/exposure/ask-about-duties.server.ts";
import { assessExposureJob } from "#app/services/exposure/assess-soon.server.ts";
import type { JobFailure } from "#app/services/job-context.ts";
import { composePlanJob } from "#app/services/planning/compose-plan-job.server.ts";
import { draftSummary } from "#app/services/reports/draft-summary.server.ts";
import { giveUpReport } from "#app/services/reports/give-up-report.server.ts";
import { renderReport } from "#app/services/reports/render-report.server.ts";
import { clearOldLists } from "#app/services/systems/clear-old-lists.server.ts";
import { removeExpired } from "#app/services/tenancy/remove-expired.server.ts";
import { giveUpSiteAudit } from "#app/services/visibility/give-up-site-audit.server.ts";
import { performSiteAudit } from "#app/services/visibility/perform-site-audit.server.ts";
import { proposePrompts } from "#app/services/visibility/propose-prompts.server.ts";
import { readAnswersAgain } from "#app/services/visibility/read-answers-again.server.ts";
import { runProbes } from "#app/services/visibility/run-probes.server.ts";
import { scheduleProbes } from "#app/services/visibility/schedule-probes.server.ts";
import { clearOldImports } from "#app/services/workforce/clear-old-imports.server.ts";
import { giveUpImport } from "#app/services/workforce/give-up-import.server.ts";
import { importRolesJob } from "#app/services/workforce/import-roles-job.server.ts";
import type { JobEnd, Registry } from "./registry.server.ts";

function endOf(result: Result<unknown, JobFailure>): JobEnd {
  if (result.ok) return { kind: "done" };
  const { kind, retry, because } = result.failure;
  return { kind: retry ? "retry" : "give-up", because: because ?? kind };
}

function id<Id extends string>() {
  return z
    .string()
    .min(1)
    .transform((text) => text as Id);
}

const organizationId = id<OrganizationId>();

/** Kind → payload schema → service. */
export const handlers: Registry = {
  "visibility.perform-audit": {
    payload: z.object({ organizationId, auditId: id<AuditId>() }),
    run: async (deps, payload, context) => endOf(await performSiteAudit(deps, payload, context)),
    gaveUp: giveUpSiteAudit,
  },
  "visibility.run-probes": {
    payload: z.object({
      organizationId,
      promptSetId: z.string(),
      batch: z.string().min(1),
      askings: z.array(z.object({ promptId: z.string(), run: z.number().int().min(1) })).max(1_000),
    }),
    run: async (deps, payload, context) => endOf(await runProbes(deps, payload, context)),
  },
  "visibility.schedule-probes": {
    payload: z.object({}),
    async run(deps) {
      await scheduleProbes(deps);
      return { kind: "done" };
    },
  },
  "visibility.read-again": {
    payload: z.object({ organizationId }),
    run: async (deps, payload, context) => endOf(await readAnswersAgain(deps, payload, context)),
  },
  "visibility.propose-prompts": {
    payload: z.object({ organizationId }),
    run: async (deps, payload) => endOf(await proposePrompts(deps, payload)),
  },
  "reports.draft-summary": {
    payload: z.object({ organizationId, reportId: id<ReportId>() }),
    run: async (deps, payload, context) => endOf(await draftSummary(deps, payload, context)),
    gaveUp: giveUpReport,
  },
  "reports.render": {
    payload: z.object({ organizationId, reportId: id<ReportId>() }),
    run: async (deps, payload, context) => endOf(await renderReport(deps, payload, context)),
    gaveUp: giveUpReport,
  },
  "planning.compose": {
    payload: z.object({
      organizationId,
      because: z.string(),
      causedBy: id<OutcomeId>().nullable(),
      requestedBy: z.string(),
    }),
    run: async (deps, payload, context) => endOf(await composePlanJob(deps, payload, context)),
  },
  "workforce.import": {
    payload: z.object({ organizationId, importId: z.string(), requestedBy: z.string() }),
    run: async (deps, payload, context) => endOf(await importRolesJob(deps, payload, context)),
    gaveUp: giveUpImport,
  },
  "exposure.assess": {
    payload: z.object({ organizationId, requestedBy: z.string() }),
    run: async (deps, payload) => endOf(await assessExposureJob(deps, payload)),
  },
  "exposure.ask-duties": {
    payload: z.object({
      organizationId,
      roleId: id<RoleId>(),
      batch: z.string().min(1),
      parts: z.array(z.array(z.string()).min(1)).min(1),
    }),
    run: async (deps, payload, context) => endOf(await askAboutDuties(deps, payload, context)),
    gaveUp: giveUpAsking,
  },
  "compliance.look": {
    payload: z.object({ organizationId }),
    async run(deps, payload) {
      await lookAtDuties(deps, payload.organizationId);
      return { kind: "done" };
    },
  },
  "compliance.look-everywhere": {
    payload: z.object({ after: z.string().optional() }),
    run: async (deps, payload, context) => endOf(await lookEverywhere(deps, payload, context)),
  },
  "compliance.send-digests": {
    payload: z.object({}),
    run: async (deps, _payload, context) => endOf(await sendDigests(deps, context)),
  },
  "tenancy.remove-expired": {
    payload: z.object({}),
    async run(deps) {
      await removeExpired(deps);
      await clearOldImports(deps);
      await clearOldLists(deps);
      return { kind: "done" };
    },
  },
  "evidence.watch": {
    payload: z.object({}),
    async run(deps) {
      await watchEvidence(deps);
      return { kind: "done" };
    },
  },
};
