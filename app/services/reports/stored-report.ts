import type { ReportId } from "#app/domain/kernel/ids.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import type { ReadinessReport } from "#app/domain/reports/readiness-report.ts";
import type { DraftedSummary } from "../ports/documents.ts";

/** A report as pages read it: its content never changes, its printing may still be under way. */
export type StoredReport = {
  readonly id: ReportId;
  readonly asOf: IsoDate;
  readonly status: "queued" | "ready" | "failed";
  readonly failure: string | null;
  readonly createdAt: number;
  readonly report: ReadinessReport;
  /** Null until a model drafted one; the sentences of the report stand until then. */
  readonly drafted: DraftedSummary | null;
};

type Row = Omit<StoredReport, "createdAt" | "report" | "drafted"> & {
  readonly createdAt: Date | null;
  readonly content: unknown;
  readonly summary: unknown;
};

export function storedReport(row: Row): StoredReport {
  return {
    id: row.id,
    asOf: row.asOf,
    status: row.status,
    failure: row.failure,
    createdAt: row.createdAt?.getTime() ?? 0,
    report: row.content as ReadinessReport,
    drafted: row.summary as DraftedSummary | null,
  };
}
