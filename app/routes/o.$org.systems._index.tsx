import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { loadSystems } from "#app/services/systems/load-systems.server.ts";
import { complianceText } from "#app/strings/en/compliance.ts";
import { systemImportText } from "#app/strings/en/system-import.ts";
import { systemsText } from "#app/strings/en/systems.ts";
import { toolReportsText } from "#app/strings/en/tool-reports.ts";
import { ComplianceTabs } from "#app/ui/compliance/compliance-tabs.tsx";
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
  const view = await loadSystems(deps, actor);
  if (!view.ok) throw notFound();
  const { systems, ...rest } = view.value;
  const state = tableState(request.url, { sort: "-inForce", size: 100 });
  const page = pageOf(systems, state, {
    by: {
      name: (row) => row.name,
      inForce: (row) => row.inForce,
      upcoming: (row) => row.upcoming,
      mayApply: (row) => row.mayApply,
      openFacts: (row) => row.openFacts,
    },
    texts: (row) => [row.name, row.vendor ?? "", row.purpose ?? "", ...row.uses],
  });
  return { ...rest, state, page, base: `/o/${params.org}` };
});

export default function SystemsPage() {
  const view = useLoaderData<typeof loader>();
  const t = useText(complianceText);
  const own = useText(systemsText);
  const f = useFormat();
  const { base, count, duties } = view;
  const add = view.mayEdit ? <LinkButton to={`${base}/systems/new`}>{own("addSystem")}</LinkButton> : undefined;
  const list = useText(systemImportText);
  const staff = useText(toolReportsText);
  const ways = view.mayEdit ? (
    <p className="flex flex-wrap gap-3">
      <LinkButton to={`${base}/systems/import`} variant="quiet">
        {list("import")}
      </LinkButton>
      <LinkButton to={`${base}/systems/reports`} variant="quiet">
        {view.reports === 0 ? staff("link") : staff("title", { count: view.reports })}
      </LinkButton>
    </p>
  ) : null;
  const empty = own(view.answered ? "systemsNoneSaid" : "systemsUnanswered");
  return (
    <Page
      area="compliance"
      title={count === 0 ? empty : own("systemsTitle", { count, duties })}
      lead={own("systemsLead")}
      trail={[{ to: `${base}/systems`, label: t("tabSystems") }]}
      action={add}
    >
      <ComplianceTabs base={base} here="systems" />
      {ways}
      {count === 0 ? (
        <EmptyState action={add}>{t("inventoryWhy")}</EmptyState>
      ) : (
        <Panel>
          <DataTable
            caption={t("tabSystems")}
            rows={view.page.rows}
            rowKey={(row) => row.id}
            rowHref={(row) => `${base}/systems/${row.id}`}
            state={view.state}
            total={view.page.total}
            filterable
            columns={[
              { key: "name", header: own("name"), sortable: true, cell: (row) => row.name },
              {
                key: "uses",
                header: own("usedFor"),
                cell: (row) => (row.uses.length === 0 ? own("notSaid") : row.uses.join(", ")),
              },
              { key: "vendor", header: own("vendor"), wideOnly: true, cell: (row) => row.vendor ?? own("notSaid") },
              {
                key: "inForce",
                header: t("inForceLabel"),
                align: "end",
                sortable: true,
                cell: (row) => f.number(row.inForce),
              },
              {
                key: "upcoming",
                header: t("upcomingLabel"),
                align: "end",
                sortable: true,
                cell: (row) => f.number(row.upcoming),
              },
              {
                key: "mayApply",
                header: own("mayApply"),
                align: "end",
                sortable: true,
                cell: (row) => f.number(row.mayApply),
              },
              {
                key: "openFacts",
                header: own("openQuestions"),
                align: "end",
                sortable: true,
                wideOnly: true,
                cell: (row) => f.number(row.openFacts),
              },
            ]}
          />
        </Panel>
      )}
      {view.mayEdit ? (
        <RemovedList
          summary={own("removed", { count: view.removed.length })}
          restore={own("restore")}
          rows={view.removed}
          actionOf={(id) => `${base}/systems/${id}`}
        />
      ) : null}
      <NotLegalAdvice />
    </Page>
  );
}
