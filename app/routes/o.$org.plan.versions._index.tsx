import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { loadPlanVersions } from "#app/services/planning/load-plan-versions.server.ts";
import { planningText } from "#app/strings/en/planning.ts";
import { Badge } from "#app/ui/controls/badge.tsx";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { EmptyState } from "#app/ui/controls/empty-state.tsx";
import { Page } from "#app/ui/layout/page.tsx";
import { versionMade } from "#app/ui/planning/version-made.ts";
import { DataTable } from "#app/ui/tables/data-table.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";

export const meta: MetaFunction = () => [{ title: `${planningText.versions} – Groundwork` }];

export const loader = orgLoader("plan:read", async ({ deps, actor }) => {
  const versions = await loadPlanVersions(deps, actor);
  if (!versions.ok) throw notFound();
  return versions.value.map(({ number, status, because, summary, createdAt, basedOn }) => ({
    number,
    status,
    because,
    summary,
    basedOn,
    at: createdAt.getTime(),
  }));
});

const tones = { approved: "good", proposed: "accent", superseded: "quiet", rejected: "quiet" } as const;

export default function PlanVersions() {
  const t = useText(planningText);
  const f = useFormat();
  const versions = useLoaderData<typeof loader>();
  const title = versions.length === 0 ? t("versionsNone") : t("versionsTitle", { count: versions.length });
  return (
    <Page area="plan" title={title} lead={t("versionsLead")}>
      {versions.length === 0 ? (
        <EmptyState action={<LinkButton to="../plan">{t("toPlan")}</LinkButton>}>{t("leadNone")}</EmptyState>
      ) : (
        <DataTable
          caption={t("versions")}
          rows={versions}
          rowKey={(version) => String(version.number)}
          rowHref={(version) => `versions/${version.number}`}
          columns={[
            { key: "version", header: t("plan"), cell: (version) => t("version", { number: version.number }) },
            {
              key: "status",
              header: t("status"),
              cell: (version) => <Badge tone={tones[version.status]}>{t(version.status)}</Badge>,
            },
            { key: "made", header: t("made"), cell: (version) => f.moment(version.at) },
            { key: "because", header: t("because"), cell: (version) => version.because },
            {
              key: "changes",
              header: t("changes"),
              cell: (version) => versionMade(t, version),
            },
          ]}
        />
      )}
    </Page>
  );
}
