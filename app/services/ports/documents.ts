import type { Result } from "#app/domain/kernel/result.ts";
import type { ReadinessReport } from "#app/domain/reports/readiness-report.ts";

/** A summary that a model drafted from the figures of a report; pages say so. */
export type DraftedSummary = { readonly paragraphs: readonly string[]; readonly draftedBy: string };

/** A report with all that its paper shows. Without a draft the report's own sentences stand. */
export type ReportDocument = { readonly report: ReadinessReport; readonly drafted: DraftedSummary | null };

export type RenderedDocument = {
  readonly bytes: Uint8Array;
  readonly type: "application/pdf";
  /** Tagged text carries its structure to those who hear it; the fallback cannot do that. */
  readonly tagged: boolean;
};

export type DocumentFailure = { readonly kind: "document-failed"; readonly because: string };

/** Puts a report on paper. Takes seconds: call it from a job. Reaches no network and no file of the machine. */
export interface Documents {
  reportPdf(document: ReportDocument): Promise<Result<RenderedDocument, DocumentFailure>>;
  close(): Promise<void>;
}
