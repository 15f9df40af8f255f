import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { loadCoverage } from "#app/services/compliance/load-coverage.server.ts";
import { complianceText } from "#app/strings/en/compliance.ts";
import { coverageText } from "#app/strings/en/coverage.ts";
import { placeName } from "#app/strings/place-name.ts";
import { ComplianceTabs } from "#app/ui/compliance/compliance-tabs.tsx";
import { CoveragePanel } from "#app/ui/compliance/coverage-panel.tsx";
import { NotLegalAdvice } from "#app/ui/controls/notice.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { DataTable } from "#app/ui/tables/data-table.tsx";
import { pageOf, tableState } from "#app/ui/tables/table-state.ts";
import { defaultReader } from "#app/ui/text/locale.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";

export const loader = orgLoader("assessment:read", async ({ request, deps, actor, params }) => {
  const loaded = await loadCoverage(deps, actor);
  if (!loaded.ok) throw notFound();
  const { laws, ...coverage } = loaded.value;
  const named = laws.map((law) => ({ ...law, place: placeName(law.place, defaultReader.locale) }));
  const state = tableState(request.url, { sort: "place", size: 100 });
  const page = pageOf(named, state, {
    by: {
      title: (law) => law.title,
      place: (law) => law.place,
      status: (law) => law.status,
      duties: (law) => law.duties,
      openPoints: (law) => law.openPoints,
      reviewBy: (law) => law.reviewBy,
    },
    texts: (law) => [law.title, law.place, law.status],
  });
  return { ...coverage, state, page, base: `/o/${params.org}` };
});

export default function CoveragePage() {
  const view = useLoaderData<typeof loader>();
  const t = useText(complianceText);
  const own = useText(coverageText);
  const f = useFormat();
  return (
    <Page
      area="compliance"
      title={own("title", { laws: view.instruments, duties: view.obligations, places: view.places.length })}
      lead={view.reviewDue.length === 0 ? own("leadFresh") : own("leadDue", { count: view.reviewDue.length })}
      trail={[{ to: `${view.base}/compliance`, label: t("tabDuties") }]}
    >
      <ComplianceTabs base={view.base} here="coverage" />
      <CoveragePanel coverage={view} />
      <Panel>
        <DataTable
          caption={own("caption")}
          rows={view.page.rows}
          rowKey={(law) => law.id}
          state={view.state}
          total={view.page.total}
          filterable
          columns={[
            { key: "title", header: own("law"), sortable: true, cell: (law) => law.title },
            { key: "place", header: own("place"), sortable: true, cell: (law) => law.place },
            { key: "status", header: own("status"), sortable: true, cell: (law) => t(`status_${law.status}`) },
            {
              key: "duties",
              header: own("duties"),
              align: "end",
              sortable: true,
              cell: (law) => f.number(law.duties),
            },
            {
              key: "checked",
              header: own("checked"),
              align: "end",
              wideOnly: true,
              cell: (law) =>
                own("checkedHow", {
                  text: law.checked["secondary text quoting the law"],
                  summary: law.checked["secondary summary"],
                  memory: law.checked.memory,
                }),
            },
            {
              key: "openPoints",
              header: own("openPoints"),
              align: "end",
              sortable: true,
              cell: (law) => f.number(law.openPoints),
            },
            {
              key: "reviewBy",
              header: own("reviewBy"),
              sortable: true,
              cell: (law) => (law.reviewDue ? own("due", { date: f.date(law.reviewBy) }) : f.date(law.reviewBy)),
            },
          ]}
        />
      </Panel>
      <NotLegalAdvice />
    </Page>
  );
}
