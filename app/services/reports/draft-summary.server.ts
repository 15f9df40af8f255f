import type { OrganizationId, ReportId } from "#app/domain/kernel/ids.ts";
import type { Result } from "#app/domain/kernel/result.ts";
import { fail, ok } from "#app/domain/kernel/result.ts";
import { checkDraft, type GivenSentence } from "#app/domain/reports/executive-summary.ts";
import type { ReadinessReport } from "#app/domain/reports/readiness-report.ts";
import { reportText } from "#app/strings/en/reports.ts";
import { formatsFor } from "#app/strings/format.ts";
import { say } from "#app/strings/say.ts";
import { findReport, saveDraftedSummary } from "#db/repositories/reports.server.ts";
import { takeAllowance } from "../billing/take-allowance.server.ts";
import type { Deps } from "../deps.ts";
import { enqueue } from "../enqueue.server.ts";
import type { JobContext, JobFailure } from "../job-context.ts";
import type { DraftedSummary } from "../ports/documents.ts";
import { storedReport } from "./stored-report.ts";

type DraftDeps = Pick<Deps, "ai" | "db" | "knowledge" | "now" | "newId" | "log">;
type Command = { readonly organizationId: OrganizationId; readonly reportId: ReportId };

/** What the model is given: the report's own sentences with their figures written out, and nothing else. */
export function sentencesOf(report: ReadinessReport): readonly GivenSentence[] {
  const f = formatsFor("en-GB", "UTC");
  const written = [report.headline, ...report.reasons, ...report.summary].map((reason) => say(reportText, f, reason));
  const blockers = report.blockers.map(({ title }) => `In the way: ${title}.`);
  const strengths = report.strengths.map((title) => `A strength: ${title}.`);
  return [...written, ...strengths, ...blockers].map((text, at) => ({ id: `s${at + 1}`, text }));
}

/**
 * Has a model draft the summary of a report from its sentences, checks it, keeps it with the model and prompt that made it, and queues
 * the printing. Whatever goes wrong with the model, the report is printed with its own sentences: a draft is an extra, never a need.
 */
export async function draftSummary(
  deps: DraftDeps,
  { organizationId, reportId }: Command,
  { progress }: JobContext,
): Promise<Result<"drafted" | "own-sentences", JobFailure>> {
  const row = await findReport(deps.db, organizationId, reportId);
  if (row === null) return fail({ kind: "not-found", retry: false });
  if (row.status !== "queued") return ok("own-sentences");
  const { report, drafted } = storedReport(row);
  await progress({ doing: "drafting" });
  const summary = drafted ?? (await draft(deps, organizationId, report));

  await deps.db.transaction(async (tx) => {
    if (summary !== null) await saveDraftedSummary(tx, organizationId, reportId, summary);
    await enqueue(deps, tx, "reports.render", { organizationId, reportId }, { id: `reports.render/${reportId}` });
  });
  return ok(summary === null ? "own-sentences" : "drafted");
}

async function draft(
  deps: DraftDeps,
  organizationId: OrganizationId,
  report: ReadinessReport,
): Promise<DraftedSummary | null> {
  const room = await deps.db.transaction((tx) => takeAllowance(deps, tx, organizationId, "model-drafts", 1));
  if (!room.ok) return null;
  const prompt = deps.knowledge.prompts.executiveSummary;
  const sentences = sentencesOf(report);

  const answered = await deps.ai.draft(prompt, { sentences });
  if (!answered.ok) {
    deps.log.warn({ prompt: prompt.id, because: answered.failure.because }, "no draft came");
    return null;
  }
  const { answer, model, promptVersion } = answered.value;
  const checked = checkDraft(answer, sentences, "eng");
  if (!checked.ok) {
    deps.log.warn({ prompt: prompt.id, because: checked.failure }, "a draft was not used");
    return null;
  }
  return { paragraphs: [checked.value.join(" ")], draftedBy: `${model}, ${promptVersion}` };
}
