import { useLoaderData, useLocation } from "@remix-run/react";
import type { ReportId } from "#app/domain/kernel/ids.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { loadReport } from "#app/services/reports/load-reports.server.ts";
import { reportText } from "#app/strings/en/reports.ts";
import { say } from "#app/strings/say.ts";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { Notice } from "#app/ui/controls/notice.tsx";
import { useStates } from "#app/ui/controls/use-states.ts";
import { ReportBody } from "#app/ui/documents/report-body.tsx";
import { Page } from "#app/ui/layout/page.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";

/** A report is for reading and printing: once it is printed, its page needs no script. */
export const handle = {
  script: (data: ReturnType<typeof useLoaderData<typeof loader>>) => data?.stored.status === "queued",
};

export const loader = orgLoader("report:read", async ({ deps, actor, params }) => {
  const found = await loadReport(deps, actor, params.report as ReportId);
  if (!found.ok) throw notFound();
  return { home: `/o/${params.org}`, stored: found.value };
});

function statusOf(state: { readonly status: string }): string {
  return state.status;
}

export default function Report() {
  const { stored, home } = useLoaderData<typeof loader>();
  const { id, report, drafted, failure } = stored;
  const t = useText(reportText);
  const f = useFormat();
  const { pathname } = useLocation();
  const { status } = useStates(
    { status: stored.status },
    stored.status === "queued" ? `${pathname}/events` : null,
    statusOf,
  );
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
          <noscript>
            <meta httpEquiv="refresh" content="5" />
          </noscript>
          <Notice>
            <p role="status">{t("pdfPending")}</p>
            <progress className="mt-1 h-2 w-full max-w-xl accent-accent" aria-label={t("statusQueued")} />
          </Notice>
        </div>
      ) : null}
      {status === "failed" ? (
        <div className="screen-only">
          <Notice tone="bad">{t("pdfFailed", { because: failure ?? "" })}</Notice>
        </div>
      ) : null}
      <div className="panel max-w-[852px]">
        <ReportBody report={report} drafted={drafted} heading={false} />
      </div>
    </Page>
  );
}
