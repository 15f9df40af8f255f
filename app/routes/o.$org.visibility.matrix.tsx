import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pathOf } from "#app/domain/visibility/path-of.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { loadMatrix, type MatrixLine } from "#app/services/visibility/load-visibility.server.ts";
import { siteWorkText } from "#app/strings/en/site-work.ts";
import { visibilityText } from "#app/strings/en/visibility.ts";
import { Badge } from "#app/ui/controls/badge.tsx";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { Disclosure } from "#app/ui/controls/disclosure.tsx";
import { EmptyState } from "#app/ui/controls/empty-state.tsx";
import { Figure } from "#app/ui/figures/figure.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { DataTable } from "#app/ui/tables/data-table.tsx";
import { pageOf, type Sorting, tableState } from "#app/ui/tables/table-state.ts";
import { useText } from "#app/ui/text/use-text.ts";
import { gateColumns } from "#app/ui/visibility/gate-columns.tsx";
import { PagePath, pageSegment, purposeWords, stateWords } from "#app/ui/visibility/marks.tsx";
import { SiteTabs } from "#app/ui/visibility/site-tabs.tsx";

export const meta: MetaFunction = () => [{ title: `${siteWorkText.tabMatrix} – Groundwork` }];

const sorting: Sorting<MatrixLine> = {
  by: {
    page: ({ url }) => pathOf(url),
    score: ({ score }) => score?.value ?? null,
    depth: ({ depth }) => depth,
    failed: ({ state, failed }) => (state === "audited" ? failed : null),
  },
  texts: ({ url, role, state }) => [url, role ?? "", state],
};

export const loader = orgLoader("assessment:read", async ({ request, deps, actor, params }) => {
  const view = await loadMatrix(deps, actor);
  if (!view.ok) throw notFound();
  const base = `/o/${params.org}`;
  if (view.value === null) return { base, matrix: null };
  const table = tableState(request.url, { sort: "score", size: 40 });
  const { lines, ...matrix } = view.value;
  const read = lines.filter(({ state }) => state === "audited");
  const open = read.filter(({ gates }) => gates.every((gate) => gate !== null && gate.eligibility > 0));
  return {
    base,
    matrix: { ...matrix, ...pageOf(lines, table, sorting), table, read: read.length, open: open.length },
  };
});

export default function MatrixPage() {
  const t = useText(siteWorkText);
  const words = useText(visibilityText);
  const { base, matrix } = useLoaderData<typeof loader>();
  if (matrix === null) {
    return (
      <Page area="visibility" title={t("matrixNone")}>
        <SiteTabs base={base} here="matrix" />
        <EmptyState action={<LinkButton to={`${base}/visibility`}>{words("auditNow")}</LinkButton>}>
          {t("matrixNoneLead")}
        </EmptyState>
      </Page>
    );
  }
  const { engines, rows, total, table, open, read, robots } = matrix;
  return (
    <Page
      area="visibility"
      title={
        read === 0
          ? words("titleNothingRead", { homepage: matrix.homepage })
          : open === read
            ? t("matrixTitleAll")
            : t("matrixTitle", { open, pages: read })
      }
      lead={t("matrixLead")}
      asOf={matrix.asOf}
    >
      <SiteTabs base={base} here="matrix" />
      <Panel>
        <DataTable
          caption={t("tabMatrix")}
          rows={rows}
          rowKey={(row) => row.url}
          rowHref={(row) => `${base}/visibility/pages/${pageSegment(row.url)}?audit=${matrix.auditId}`}
          state={table}
          total={total}
          filterable
          columns={[
            {
              key: "page",
              header: words("page"),
              sortable: true,
              cell: ({ url }) => <PagePath url={url} />,
            },
            {
              key: "score",
              header: words("score"),
              align: "end",
              sortable: true,
              cell: (row) =>
                row.state === "audited" ? (
                  <>
                    <Figure estimate={row.score} unit="points" />
                    {row.weak ? <span className="block text-caption text-ink-soft">{words("weakest")}</span> : null}
                  </>
                ) : (
                  <>
                    <Badge tone="warn">{words(stateWords[row.state])}</Badge>
                    <span className="block min-w-32 text-caption text-ink-soft [overflow-wrap:anywhere]">
                      {row.detail}
                    </span>
                  </>
                ),
            },
            ...gateColumns<(typeof rows)[number]>(engines, words("engines")),
            {
              key: "failed",
              header: t("failedChecks"),
              align: "end",
              sortable: true,
              wideOnly: true,
              cell: ({ state, failed: count }) => (state === "audited" ? count : ""),
            },
            {
              key: "depth",
              header: t("clicks"),
              align: "end",
              sortable: true,
              wideOnly: true,
              cell: (row) => row.depth ?? "",
            },
          ]}
        />
        <p className="mt-3 text-caption text-ink-soft">{t("matrixKey")}</p>
      </Panel>
      <Panel title={words("robots")}>
        <p className="mb-2">{robots.detail}</p>
        <p className="mb-2 text-ink-soft">{words("robotsNote")}</p>
        {robots.notes.length === 0 ? null : (
          <>
            <h3 className="font-semibold">{words("robotsNotes")}</h3>
            <ul className="mb-2 list-disc pl-5">
              {robots.notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          </>
        )}
        <Disclosure summary={words("allAgents", { count: robots.agents.length })}>
          <DataTable
            caption={words("allAgents", { count: robots.agents.length })}
            rows={robots.agents}
            rowKey={(row) => row.agent}
            columns={[
              {
                key: "agent",
                header: words("agent"),
                cell: (row) => <span className="[overflow-wrap:anywhere]">{row.agent}</span>,
              },
              { key: "operator", header: words("operator"), wideOnly: true, cell: (row) => row.operator ?? "" },
              { key: "purpose", header: words("purpose"), cell: (row) => words(purposeWords[row.purpose]) },
              {
                key: "allowed",
                header: words("allowedOn"),
                cell: ({ allowed, pages }) => words("ofPages", { allowed, pages }),
              },
              {
                key: "rule",
                header: words("rule"),
                wideOnly: true,
                cell: (row) => <code>{row.rule ?? words("noRule")}</code>,
              },
            ]}
          />
        </Disclosure>
      </Panel>
    </Page>
  );
}
