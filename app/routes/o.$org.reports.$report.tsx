import { useLoaderData } from "@remix-run/react";
import type { ReportId } from "#app/domain/kernel/ids.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { loadReport } from "#app/services/reports/load-reports.server.ts";
import { interfaceText } from "#app/strings/en/interface.ts";
import { reportText } from "#app/strings/en/reports.ts";
import { say } from "#app/strings/say.ts";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { Notice } from "#app/ui/controls/notice.tsx";
import { ReportBody } from "#app/ui/documents/report-body.tsx";
import { Page } from "#app/ui/layout/page.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";

/** A report is for reading and printing: it needs no script. */
export const handle = { script: false };

export const loader = orgLoader("report:read", async ({ deps, actor, params }) => {
  const found = await loadReport(deps, actor, params.report as ReportId);
  if (!found.ok) throw notFound();
  return { home: `/o/${params.org}`, stored: found.value };
});

export default function Report() {
  const { stored, home } = useLoaderData<typeof loader>();
  const { id, report, drafted, status, failure } = stored;
  const t = useText(reportText);
  const words = useText(interfaceText);
  const f = useFormat();
  return (
    <Page
      area="reports"
      trail={[{ to: `${home}/reports/${id}`, label: t("reportOf", { date: f.date(report.asOf) }) }]}
      title={say(reportText, f, report.headline)}
      lead={t("preparedFor", { organization: report.organization, date: f.longDate(report.asOf) })}
      asOf={report.asOf}
      action={
        status === "ready" ? (
          <LinkButton to={`${home}/reports/${id}.pdf`} document>
            {t("pdf")}
          </LinkButton>
        ) : null
      }
    >
      {status === "queued" ? (
        <div className="screen-only">
          <Notice>
            {t("pdfPending")}{" "}
            <a href={`${home}/reports/${id}`} className="link">
              {words("reload")}
            </a>
          </Notice>
        </div>
      ) : null}
      {status === "failed" ? (
        <div className="screen-only">
          <Notice tone="bad">{t("pdfFailed", { because: failure ?? "" })}</Notice>
        </div>
      ) : null}
      <div className="panel">
        <ReportBody report={report} drafted={drafted} heading={false} />
      </div>
    </Page>
  );
}
