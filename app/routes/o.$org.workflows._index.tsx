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
  const { designs, saved, worthwhile } = useLoaderData<typeof loader>();
  const [first] = designs;
  if (first === undefined)
    return (
      <Page area="workflows" title={t("titleNone")}>
        <EmptyState title={t("titleNone")} action={<LinkButton to="../exposure">{t("toExposure")}</LinkButton>}>
          {t("leadNone")}
        </EmptyState>
      </Page>
    );
  const range = { low: f.number(saved.low), high: f.number(saved.high) };
  return (
    <Page
      area="workflows"
      title={worthwhile === 0 ? t("titleNobody") : t("title", { count: worthwhile, ...range })}
      lead={t("lead", { anchor: f.share(first.fieldAnchor, 1) })}
    >
      <Panel title={t("list")}>
        <DataTable
          caption={t("list")}
          rows={designs}
          rowKey={(design) => design.bundle.id}
          rowHref={(design) => `workflows/${encodeURIComponent(design.bundle.id)}`}
          columns={[
            { key: "bundle", header: t("bundle"), cell: (design) => design.bundle.title },
            { key: "who", header: t("who"), cell: (design) => design.recommended.mode.title },
            { key: "hours", header: t("hours"), align: "end", cell: (design) => f.number(design.bundle.hours) },
            {
              key: "saved",
              header: t("saved"),
              align: "end",
              cell: (design) => <Figure estimate={design.recommended.value.saved} unit="hours" />,
            },
            { key: "oversight", header: t("oversight"), wideOnly: true, cell: (design) => design.oversight.point },
          ]}
        />
      </Panel>
    </Page>
  );
}
