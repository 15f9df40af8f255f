import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { loadIncidents } from "#app/services/work-products/load-incidents.server.ts";
import { registersText } from "#app/strings/en/registers.ts";
import { workProductText } from "#app/strings/en/work-products.ts";
import { ComplianceTabs } from "#app/ui/compliance/compliance-tabs.tsx";
import { Badge } from "#app/ui/controls/badge.tsx";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { EmptyState } from "#app/ui/controls/empty-state.tsx";
import { NotLegalAdvice } from "#app/ui/controls/notice.tsx";
import { RemovedList } from "#app/ui/controls/removed-list.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { DataTable } from "#app/ui/tables/data-table.tsx";
import { pageOf, tableState } from "#app/ui/tables/table-state.ts";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";

export const loader = orgLoader("assessment:read", async ({ request, deps, actor, params }) => {
  const view = await loadIncidents(deps, actor);
  if (!view.ok) throw notFound();
  const { incidents, ...rest } = view.value;
  const state = tableState(request.url, { sort: "-noticed", size: 50 });
  const page = pageOf(incidents, state, {
    by: {
      title: (row) => row.title,
      noticed: (row) => row.noticedAt,
      state: (row) => (row.closedAt === null ? 0 : 1),
      due: (row) => row.next?.dueAt ?? (row.next === null ? null : ""),
    },
    texts: (row) => [row.title, row.system ?? "", row.told ?? ""],
  });
  return { ...rest, state, page, count: incidents.length, base: `/o/${params.org}` };
});

export default function IncidentsPage() {
  const { page, state, open, base, mayEdit, removed, count, now } = useLoaderData<typeof loader>();
  const t = useText(registersText);
  const own = useText(workProductText);
  const f = useFormat();
  const here = `${base}/documents/incidents`;
  const add = mayEdit ? <LinkButton to={`${here}/new`}>{t("addIncident")}</LinkButton> : undefined;
  return (
    <Page
      area="compliance"
      title={t("incidentsTitle", { count: open })}
      lead={t("incidentsLead")}
      trail={[
        { to: `${base}/documents`, label: own("area") },
        { to: here, label: t("incidents") },
      ]}
      action={add}
    >
      <ComplianceTabs base={base} here="incidents" />
      {count === 0 ? (
        <EmptyState
          action={
            <>
              {add}
              <LinkButton to={`${base}/documents/incident-register`} variant="quiet">
                {t("asDocument")}
              </LinkButton>
            </>
          }
        >
          {own("incidentsFor")}
        </EmptyState>
      ) : (
        <Panel>
          <DataTable
            caption={t("incidents")}
            rows={page.rows}
            total={page.total}
            state={state}
            filterable
            rowKey={({ id }) => id}
            rowHref={({ id }) => `${here}/${id}`}
            columns={[
              { key: "title", header: t("what"), sortable: true, cell: ({ title }) => title },
              {
                key: "noticed",
                header: t("noticed"),
                sortable: true,
                cell: ({ noticedAt }) => f.moment(new Date(noticedAt)),
              },
              { key: "system", header: t("system"), wideOnly: true, cell: ({ system }) => system ?? t("none") },
              {
                key: "severity",
                header: t("severity"),
                wideOnly: true,
                cell: ({ severity }) => own(`severity_${severity === "near-miss" ? "near_miss" : severity}`),
              },
              {
                key: "due",
                header: t("nextDue"),
                sortable: true,
                cell: ({ next }) =>
                  next === null ? (
                    t("none")
                  ) : next.dueAt === null ? (
                    <Badge tone="bad">{t("atOnce")}</Badge>
                  ) : (
                    <Badge tone={next.dueAt < now ? "bad" : "warn"}>{f.moment(new Date(next.dueAt))}</Badge>
                  ),
              },
              {
                key: "state",
                header: t("state"),
                sortable: true,
                cell: ({ closedAt }) =>
                  closedAt === null ? t("open") : t("closed", { date: f.date(closedAt.slice(0, 10)) }),
              },
            ]}
          />
          <p className="screen-only mt-3 flex gap-4">
            <a className="link" href={`${here}/export`} download>
              {t("csv")}
            </a>
            <a className="link" href={`${base}/documents/incident-register`}>
              {t("asDocument")}
            </a>
          </p>
        </Panel>
      )}
      {mayEdit ? (
        <RemovedList
          summary={t("removedCount", { count: removed.length })}
          restore={t("restore")}
          rows={removed.map(({ id, title }) => ({ id, name: title }))}
          actionOf={(id) => `${here}/${id}`}
        />
      ) : null}
      <NotLegalAdvice />
    </Page>
  );
}
