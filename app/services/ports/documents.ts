import type { Result } from "#app/domain/kernel/result.ts";
import type { ReadinessReport } from "#app/domain/reports/readiness-report.ts";

/** The executive summary as shown: in the reader's words, and who wrote it. */
export type ReportSummary = {
  readonly paragraphs: readonly string[];
  /** Null when it was put together from the figures; else the model that drafted it, which the page says. */
  readonly draftedBy: string | null;
};

/** A report with all that its paper shows. `locale` and `timeZone` are the reader's. */
export type ReportDocument = {
  readonly report: ReadinessReport;
  readonly summary: ReportSummary;
  readonly locale: string;
  readonly timeZone: string;
};

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
