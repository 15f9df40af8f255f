import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { type ChangeLine, loadImportChanges } from "#app/services/workforce/load-import-changes.server.ts";
import { rosterImportText } from "#app/strings/en/roster-import.ts";
import { workforceText } from "#app/strings/en/workforce.ts";
import { Badge } from "#app/ui/controls/badge.tsx";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { DataTable } from "#app/ui/tables/data-table.tsx";
import { tableState } from "#app/ui/tables/table-state.ts";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";
import { importKind, importKinds } from "#app/ui/workforce/import-kinds.ts";

export const loader = orgLoader("workforce:edit", async ({ request, deps, actor, params }) => {
  const url = new URL(request.url);
  const here = `/o/${params.org}/workforce/import/${params.import}`;
  if (url.searchParams.has("format")) throw redirect(`${here}/changes-file${url.search}`);
  const state = tableState(request.url, { size: 50 });
  const kind = importKind(url);
  const page = { offset: (state.page - 1) * state.size, limit: state.size };
  const view = await loadImportChanges(deps, actor, params.import ?? "", { kind, text: state.filter }, page);
  if (!view.ok) throw notFound();
  return { ...view.value, state, kind, importId: params.import ?? "" };
});

const tones = { add: "good", change: "warn", same: "quiet", remove: "bad" } as const;

export default function ImportChangesPage() {
  const view = useLoaderData<typeof loader>();
  const t = useText(workforceText);
  const own = useText(rosterImportText);
  const f = useFormat();
  const { report, state } = view;
  const heads = (count: number) => f.number(count, count % 1 === 0 ? 0 : 1);
  const said = (value: string | number | null) =>
    value === null ? own("empty") : typeof value === "number" ? f.number(value, value % 1 === 0 ? 0 : 1) : value;
  const title = own("changesTitle", {
    added: report?.added ?? 0,
    changed: report?.changed ?? 0,
    removed: report?.removed ?? 0,
    same: report?.unchanged ?? 0,
  });
  return (
    <Page
      area="workforce"
      title={title}
      lead={own(view.saved ? "changesLeadSaved" : "changesLead", { file: view.fileName })}
      trail={[{ to: "../workforce/import", label: t("import") }]}
      action={
        <LinkButton to={`../workforce/import/${view.importId}`} variant="quiet">
          {own("backToImport")}
        </LinkButton>
      }
    >
      <Panel>
        <nav aria-label={own("kind")} className="mb-3 flex flex-wrap gap-4">
          {[null, ...importKinds].map((kind) => (
            <a
              key={kind ?? "all"}
              href={kind === null ? "?" : `?kind=${kind}`}
              className={kind === view.kind ? "font-semibold" : "link"}
              aria-current={kind === view.kind ? "page" : undefined}
            >
              {own(kind === null ? "kindAll" : `kind_${kind}`)}
            </a>
          ))}
        </nav>
        <DataTable<ChangeLine>
          caption={own("changesCaption")}
          columns={[
            { key: "title", header: t("title"), cell: (row) => row.title },
            {
              key: "kind",
              header: own("kind"),
              cell: (row) => <Badge tone={tones[row.kind]}>{own(`kind_${row.kind}`)}</Badge>,
            },
            { key: "before", header: own("headsBefore"), align: "end", cell: (row) => heads(row.headsBefore) },
            { key: "after", header: own("headsAfter"), align: "end", cell: (row) => heads(row.heads) },
            {
              key: "department",
              header: t("department"),
              wideOnly: true,
              cell: (row) => row.department ?? <span className="text-ink-soft">{t("notSaid")}</span>,
            },
            {
              key: "fields",
              header: own("whatChanges"),
              cell: (row) =>
                row.fields.map(({ field, before, after }) => (
                  <span key={field} className="block">
                    {own("change", { field: t(field), before: said(before), after: said(after) })}
                  </span>
                )),
            },
          ]}
          rows={view.lines}
          rowKey={(row) => String(row.seq)}
          state={state}
          total={view.total}
          filterable
          csv
          empty={own("nothingOfKind")}
        />
      </Panel>
    </Page>
  );
}
