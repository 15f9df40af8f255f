import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { loadReports } from "#app/services/reports/load-reports.server.ts";
import { requestReport } from "#app/services/reports/request-report.server.ts";
import { reportText } from "#app/strings/en/reports.ts";
import { say } from "#app/strings/say.ts";
import { Badge } from "#app/ui/controls/badge.tsx";
import { Button } from "#app/ui/controls/button.tsx";
import { EmptyState } from "#app/ui/controls/empty-state.tsx";
import { Notice } from "#app/ui/controls/notice.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { DataTable } from "#app/ui/tables/data-table.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";

export const loader = orgLoader("report:read", async ({ deps, actor, params }) => {
  const found = await loadReports(deps, actor);
  if (!found.ok) throw notFound();
  return {
    home: `/o/${params.org}`,
    reports: found.value.map(({ id, asOf, status, createdAt, report }) => ({
      id,
      asOf,
      status,
      createdAt,
      headline: report.headline,
    })),
  };
});

export const action = orgAction("report:create", async ({ deps, actor, params }) => {
  const made = await requestReport(deps, actor);
  if (!made.ok) return data(made.failure, { status: failureStatus(made.failure) });
  return redirect(`/o/${params.org}/reports/${made.value}`);
});

const states = {
  queued: { tone: "quiet", key: "statusQueued" },
  ready: { tone: "good", key: "statusReady" },
  failed: { tone: "bad", key: "statusFailed" },
} as const;

export default function Reports() {
  const { reports, home } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useText(reportText);
  const f = useFormat();
  const make = (
    <Form method="post" action="?index">
      <Button>{t("makeReport")}</Button>
    </Form>
  );
  return (
    <Page
      area="reports"
      title={t("reportsAnswer", { count: reports.length })}
      lead={t("reportsLead")}
      action={reports.length === 0 ? undefined : make}
    >
      {refused?.kind === "nothing-assessed" ? <Notice tone="warn">{t("reportsEmptyBut")}</Notice> : null}
      {reports.length === 0 ? (
        <EmptyState action={make}>{t("reportsEmpty")}</EmptyState>
      ) : (
        <Panel>
          <DataTable
            caption={t("reportsAnswer", { count: reports.length })}
            rows={reports}
            rowKey={({ id }) => id}
            rowHref={({ id }) => `${home}/reports/${id}`}
            columns={[
              { key: "date", header: t("madeOn"), cell: ({ asOf }) => t("reportOf", { date: f.date(asOf) }) },
              { key: "answer", header: t("headline"), cell: ({ headline }) => say(reportText, f, headline) },
              {
                key: "state",
                header: t("status"),
                cell: ({ status }) => <Badge tone={states[status].tone}>{t(states[status].key)}</Badge>,
              },
              {
                key: "pdf",
                header: t("pdf"),
                cell: ({ id, status }) =>
                  status === "ready" ? <a href={`${home}/reports/${id}.pdf`}>{t("pdf")}</a> : null,
              },
            ]}
          />
        </Panel>
      )}
    </Page>
  );
}
