import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { loadWorkflows } from "#app/services/workflows/load-workflows.server.ts";
import { workflowsText } from "#app/strings/en/workflows.ts";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { EmptyState } from "#app/ui/controls/empty-state.tsx";
import { Figure } from "#app/ui/figures/figure.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { DataTable } from "#app/ui/tables/data-table.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";

export const meta: MetaFunction = () => [{ title: `${workflowsText.workflows} – Groundwork` }];

export const loader = orgLoader("plan:read", async ({ deps, actor }) => {
  const page = await loadWorkflows(deps, actor);
  if (!page.ok) throw notFound();
  return page.value;
});

export default function WorkflowsPage() {
  const t = useText(workflowsText);
  const f = useFormat();
  const { rows, saved, worthwhile, fieldAnchor } = useLoaderData<typeof loader>();
  if (rows.length === 0)
    return (
      <Page area="workflows" title={t("titleNone")}>
        <EmptyState action={<LinkButton to="../exposure">{t("toExposure")}</LinkButton>}>{t("leadNone")}</EmptyState>
      </Page>
    );
  const range = { low: f.number(saved.low), high: f.number(saved.high) };
  return (
    <Page
      area="workflows"
      title={worthwhile === 0 ? t("titleNobody") : t("title", { count: worthwhile, ...range })}
      lead={t("lead", { anchor: f.share(fieldAnchor, 1) })}
    >
      <Panel title={t("list")}>
        <DataTable
          caption={t("list")}
          rows={rows}
          rowKey={(row) => row.id}
          rowHref={(row) => `workflows/${encodeURIComponent(row.id)}`}
          columns={[
            { key: "bundle", header: t("bundle"), cell: (row) => row.title },
            { key: "who", header: t("who"), cell: (row) => row.mode },
            { key: "hours", header: t("hours"), align: "end", wideOnly: true, cell: (row) => f.number(row.hours) },
            {
              key: "saved",
              header: t("saved"),
              align: "end",
              cell: (row) => <Figure estimate={row.saved} unit="count" />,
            },
            { key: "oversight", header: t("oversight"), wideOnly: true, cell: (row) => row.oversight },
          ]}
        />
      </Panel>
    </Page>
  );
}
