import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { loadWorkProducts } from "#app/services/work-products/load-work-products.server.ts";
import { complianceText } from "#app/strings/en/compliance.ts";
import { workProductText } from "#app/strings/en/work-products.ts";
import { ComplianceTabs } from "#app/ui/compliance/compliance-tabs.tsx";
import { Badge } from "#app/ui/controls/badge.tsx";
import { NotLegalAdvice } from "#app/ui/controls/notice.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { DataTable } from "#app/ui/tables/data-table.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";
import { KeptDocuments } from "#app/ui/work-products/kept-documents.tsx";

export const loader = orgLoader("assessment:read", async ({ deps, actor, params }) => {
  const view = await loadWorkProducts(deps, actor);
  if (!view.ok) throw notFound();
  return { ...view.value, base: `/o/${params.org}` };
});

type Row = ReturnType<typeof useLoaderData<typeof loader>>["rows"][number];

export default function DocumentsPage() {
  const { rows, base, kept } = useLoaderData<typeof loader>();
  const t = useText(workProductText);
  const duties = useText(complianceText);
  return (
    <Page
      area="compliance"
      title={t("listTitle", { count: rows.length, kept: kept.length })}
      lead={t("listLead")}
      trail={[{ to: `${base}/documents`, label: t("area") }]}
    >
      <ComplianceTabs base={base} here="documents" />
      {kept.length === 0 ? null : (
        <Panel title={t("keptTitle")}>
          <KeptDocuments kept={kept} base={base} />
        </Panel>
      )}
      <Panel title={t("perOrganization")} link={{ to: `${base}/compliance`, label: duties("tabDuties") }}>
        <Documents
          caption={t("perOrganization")}
          rows={rows.filter(({ scope }) => scope === "organization")}
          base={base}
        />
      </Panel>
      <Panel title={t("perSystem")} link={{ to: `${base}/systems`, label: duties("tabSystems") }}>
        <Documents caption={t("perSystem")} rows={rows.filter(({ scope }) => scope === "system")} base={base} />
      </Panel>
      <NotLegalAdvice />
    </Page>
  );
}

function Documents({ caption, rows, base }: { caption: string; rows: readonly Row[]; base: string }) {
  const t = useText(workProductText);
  const f = useFormat();
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "title",
          header: t("document"),
          cell: ({ id, title, purpose }) => (
            <>
              <a href={`${base}/documents/${id}`}>{title}</a>
              <span className="block max-w-xl text-caption font-normal text-ink-soft">{purpose}</span>
            </>
          ),
        },
        {
          key: "duties",
          header: t("askedBy"),
          cell: ({ duties, inForce }) => (
            <>
              {t("duties", { count: duties })}
              {inForce === 0 ? null : (
                <span className="block text-caption text-ink-soft">{t("dutiesDue", { count: inForce })}</span>
              )}
            </>
          ),
        },
        {
          key: "blanks",
          header: t("toFill"),
          wideOnly: true,
          cell: ({ blanks }) =>
            blanks === null ? (
              t("bySystem")
            ) : (
              <Badge tone={blanks.count === 0 ? "good" : "quiet"}>{t("blanks", { count: blanks.count })}</Badge>
            ),
        },
        {
          key: "version",
          header: t("lastVersion"),
          cell: ({ keptAt, number, scope, kept }) =>
            scope === "system"
              ? t("keptFor", { count: kept })
              : keptAt === null
                ? t("notKept")
                : t("versionOf", { number, date: f.date(keptAt.slice(0, 10)) }),
        },
      ]}
    />
  );
}
