import type { AuditId, OrganizationId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { auditSite } from "#app/domain/visibility/audit-site.ts";
import { pagesRead } from "#app/domain/visibility/pages-read.ts";
import {
  deleteAuditFiles,
  findAudit,
  findAuditFiles,
  insertAuditPage,
  listAuditPageLines,
  listAuditPages,
  saveAuditFiles,
  updateOpenAudit,
} from "#db/repositories/visibility.server.ts";
import type { Deps } from "../deps.ts";
import { enqueue } from "../enqueue.server.ts";
import type { JobContext, JobFailure } from "../job-context.ts";
import { type CrawlFailure, crawlSite } from "./crawl-site.server.ts";
import type { SiteFiles } from "./read-site-files.server.ts";

type Payload = { readonly organizationId: OrganizationId; readonly auditId: AuditId };

/** Milliseconds of crawling after which other jobs have their turn: a long crawl must not keep anybody waiting. */
const turnMs = 45_000;

/**
 * Crawls and audits. Each page is kept as soon as it is read, so that a second run after a restart goes on with the next one; an
 * audit that was cancelled stops before its next page. What cannot be reached ends the audit with a reason a person can act on.
 */
export async function performSiteAudit(
  deps: Pick<Deps, "db" | "knowledge" | "now" | "newId" | "sites">,
  { organizationId, auditId }: Payload,
  context: JobContext,
): Promise<Result<void, JobFailure>> {
  const audit = await findAudit(deps.db, organizationId, auditId);
  if (audit === null || (audit.status !== "queued" && audit.status !== "running")) return ok(undefined);
  const known = await listAuditPages(deps.db, organizationId, auditId);
  const files = (await findAuditFiles(deps.db, organizationId, auditId)) as SiteFiles | null;
  await updateOpenAudit(deps.db, organizationId, auditId, { status: "running" });

  const begun = deps.now().getTime();
  const cancelled = new AbortController();
  const pack = deps.knowledge.visibility;
  const command = {
    homepage: audit.homepage,
    limit: audit.pageLimit,
    asOf: audit.asOf,
    known,
    files,
    onlyRead: audit.competitorId !== null,
    pause: () => deps.now().getTime() - begun >= turnMs,
    signal: AbortSignal.any([context.signal, cancelled.signal]),
  };
  const crawled = await crawlSite({ sites: deps.sites, pack, now: deps.now }, command, {
    onFiles: (read) => saveAuditFiles(deps.db, organizationId, auditId, read),
    onPage: (page) => insertAuditPage(deps.db, organizationId, auditId, page, deps.now()),
    async onProgress(progress) {
      const open = await updateOpenAudit(deps.db, organizationId, auditId, { progress });
      if (!open) cancelled.abort();
      await context.progress(progress);
    },
  });

  if (!crawled.ok && crawled.failure.kind !== "paused")
    return stopped(deps, { organizationId, auditId }, crawled.failure, audit.failure !== null);
  if (!crawled.ok) {
    const { total: turn } = await listAuditPageLines(deps.db, organizationId, auditId, { from: 0, most: 1 });
    await enqueue(deps, deps.db, "visibility.perform-audit", { organizationId, auditId }, { id: `${auditId}/${turn}` });
    return ok(undefined);
  }
  const result = auditSite(crawled.value, pack, audit.asOf);
  await updateOpenAudit(deps.db, organizationId, auditId, {
    status: "done",
    result,
    pagesRead: pagesRead(result.pages),
    progress: { done: result.pages.length, planned: result.pages.length, now: "" },
    finishedAt: deps.now(),
  });
  await deleteAuditFiles(deps.db, organizationId, auditId);
  return ok(undefined);
}

/** A stopped process goes on later; a cancelled audit is done; what did not answer is tried once more before it fails. */
async function stopped(
  deps: Pick<Deps, "db" | "now">,
  { organizationId, auditId }: Payload,
  failure: Exclude<CrawlFailure, { kind: "paused" }>,
  triedBefore: boolean,
): Promise<Result<void, JobFailure>> {
  if (failure.kind === "cancelled") {
    const audit = await findAudit(deps.db, organizationId, auditId);
    return audit?.status === "cancelled" ? ok(undefined) : fail({ kind: "stopped", retry: true });
  }
  const because = failure.because;
  if (failure.kind === "unreachable" && failure.retry && !triedBefore) {
    // The reason is shown while the job waits for its second and last try.
    await updateOpenAudit(deps.db, organizationId, auditId, { failure: because });
    return fail({ kind: "unreachable", retry: true, because });
  }
  await updateOpenAudit(deps.db, organizationId, auditId, {
    status: "failed",
    failure: because,
    finishedAt: deps.now(),
  });
  return fail({ kind: failure.kind, retry: false, because });
}
