import { renderToStaticMarkup } from "react-dom/server";
import type { ReadinessReport } from "#app/domain/reports/readiness-report.ts";
import { reportText } from "#app/strings/en/reports.ts";
import { OnPaper } from "../charts/chart-frame.tsx";
import { defaultReader, type Reader, ReaderProvider } from "../text/locale.tsx";
import { paperStyle } from "./paper-style.ts";
import { type Drafted, ReportBody } from "./report-body.tsx";

type ReportDocument = { readonly report: ReadinessReport; readonly drafted: Drafted | null };

/** A report as a document of its own: style inside, no script, nothing to fetch. */
export function reportHtml({ report, drafted }: ReportDocument, reader: Reader = defaultReader): string {
  const title = renderToStaticMarkup(<title>{`${reportText.reportTitle} – ${report.organization}`}</title>);
  const body = renderToStaticMarkup(
    <ReaderProvider reader={reader}>
      <OnPaper>
        <ReportBody report={report} drafted={drafted} />
      </OnPaper>
    </ReaderProvider>,
  );
  const head = `<meta charset="utf-8">${title}<style>${paperStyle}</style>`;
  return `<!doctype html><html lang="${reader.locale.slice(0, 2)}"><head>${head}</head><body>${body}</body></html>`;
}
