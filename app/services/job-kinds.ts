import type { AuditId, OrganizationId, OutcomeId, ReportId, RoleId } from "#app/domain/kernel/ids.ts";

/** Every kind of job and what it carries. The registry in app/jobs has a schema and a service for each. */
export type JobPayloads = {
  "visibility.perform-audit": { readonly organizationId: OrganizationId; readonly auditId: AuditId };
  "visibility.run-probes": {
    readonly organizationId: OrganizationId;
    readonly promptSetId: string;
    /** Names this round of runs, so that a job that runs twice asks nothing twice. */
    readonly batch: string;
    readonly askings: readonly { readonly promptId: string; readonly run: number }[];
  };
  "visibility.schedule-probes": Record<string, never>;
  "visibility.read-again": { readonly organizationId: OrganizationId };
  "visibility.propose-prompts": { readonly organizationId: OrganizationId };
  "reports.draft-summary": { readonly organizationId: OrganizationId; readonly reportId: ReportId };
  "reports.render": { readonly organizationId: OrganizationId; readonly reportId: ReportId };
  "planning.compose": {
    readonly organizationId: OrganizationId;
    readonly because: string;
    readonly causedBy: OutcomeId | null;
    readonly requestedBy: string;
  };
  "workforce.import": {
    readonly organizationId: OrganizationId;
    readonly importId: string;
    readonly requestedBy: string;
  };
  "exposure.assess": { readonly organizationId: OrganizationId; readonly requestedBy: string };
  "exposure.ask-duties": {
    readonly organizationId: OrganizationId;
    readonly roleId: RoleId;
    /** Names this question, so that a job that runs twice asks nothing twice. */
    readonly batch: string;
    /** The duties of each call as they were when somebody asked. */
    readonly parts: readonly (readonly string[])[];
  };
  "compliance.look": { readonly organizationId: OrganizationId };
  /** `after` is the organization behind which this part of the round begins. */
  "compliance.look-everywhere": { readonly after?: string | undefined };
  "compliance.send-digests": Record<string, never>;
  "tenancy.remove-expired": Record<string, never>;
  "evidence.watch": Record<string, never>;
};

export type JobKind = keyof JobPayloads;
