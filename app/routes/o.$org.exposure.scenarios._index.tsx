import { useLoaderData } from "@remix-run/react";
import type { ShownScenario } from "#app/domain/exposure/scenario-view.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { loadScenarios } from "#app/services/exposure/load-scenarios.server.ts";
import { scenariosText } from "#app/strings/en/scenarios.ts";
import { Badge } from "#app/ui/controls/badge.tsx";
import { Button, LinkButton } from "#app/ui/controls/button.tsx";
import { Disclosure } from "#app/ui/controls/disclosure.tsx";
import { EmptyState } from "#app/ui/controls/empty-state.tsx";
import { Notice } from "#app/ui/controls/notice.tsx";
import { roundedEstimate } from "#app/ui/exposure/rounded.ts";
import { Figure } from "#app/ui/figures/figure.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { type Column, DataTable } from "#app/ui/tables/data-table.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";

export const loader = orgLoader("assessment:read", async ({ deps, actor, params }) => {
  const list = await loadScenarios(deps, actor);
  if (!list.ok) throw notFound();
  return { ...list.value, base: `/o/${params.org}/exposure` };
});

export default function ScenariosPage() {
  const { scenarios, removed, assessed, full, mayEdit, base } = useLoaderData<typeof loader>();
  const t = useText(scenariosText);
  const f = useFormat();
  const add = assessed ? (
    <LinkButton to={`${base}/scenarios/new`}>{t("tryOther")}</LinkButton>
  ) : (
    <LinkButton to={base}>{t("toExposure")}</LinkButton>
  );
  const columns: Column<ShownScenario>[] = [
    { key: "name", header: t("scenario"), cell: ({ name }) => name },
    {
      key: "score",
      header: t("exposed"),
      align: "end",
      cell: ({ result }) => <Figure estimate={result.totals?.score ?? null} unit="share" absent="not-assessable" />,
    },
    {
      key: "last",
      header: t("hoursLast"),
      align: "end",
      wideOnly: true,
      cell: ({ result }) => {
        const hours = result.timeline.points.at(-1)?.hours;
        return <Figure estimate={hours === undefined ? null : roundedEstimate(hours)} unit="count" />;
      },
    },
    {
      key: "setting",
      header: t("settingOf"),
      wideOnly: true,
      cell: ({ parameters }) => (Object.keys(parameters.adoption).length > 0 ? t("ownSetting") : t(parameters.setting)),
    },
    {
      key: "made",
      header: t("made"),
      wideOnly: true,
      cell: ({ createdAt, by }) => t("madeBy", { date: f.date(createdAt.slice(0, 10)), name: by ?? t("someone") }),
    },
    {
      key: "state",
      header: t("state"),
      cell: ({ stale }) => (
        <span className="sm:whitespace-nowrap">
          <Badge tone={stale ? "warn" : "good"}>{t(stale ? "stale" : "current")}</Badge>
        </span>
      ),
    },
    {
      key: "compare",
      header: t("compare"),
      cell: ({ id, name }) => (
        <input
          type="checkbox"
          name="s"
          value={id}
          form="compare"
          className="tick-alone"
          aria-label={t("compareTick", { name })}
        />
      ),
    },
  ];
  return (
    <Page
      area="exposure"
      title={t("listTitle", { count: scenarios.length })}
      lead={t("listLead")}
      trail={[{ to: `${base}/scenarios`, label: t("toScenarios") }]}
      action={mayEdit ? add : undefined}
    >
      {full ? <Notice>{t("too-many-scenarios")}</Notice> : null}
      {scenarios.length === 0 ? (
        <EmptyState action={add}>{t("listEmpty")}</EmptyState>
      ) : (
        <Panel>
          <DataTable
            caption={t("toScenarios")}
            columns={columns}
            rows={scenarios}
            rowKey={({ id }) => id}
            rowHref={({ id }) => `${base}/scenarios/${id}`}
          />
          {scenarios.length < 2 ? null : (
            <form
              id="compare"
              method="get"
              action={`${base}/scenarios/compare`}
              className="mt-3 flex flex-wrap items-center gap-3"
            >
              <Button variant="quiet">{t("compare")}</Button>
              <span className="text-caption text-ink-soft">{t("chooseToCompare")}</span>
            </form>
          )}
        </Panel>
      )}
      {removed.length === 0 || !mayEdit ? null : (
        <Disclosure summary={t("removed", { count: removed.length })}>
          <ul className="space-y-1">
            {removed.map(({ id, name }) => (
              <li key={id}>
                <form method="post" action={`${base}/scenarios/${id}`} className="flex items-center gap-3">
                  <span>{name}</span>
                  <Button variant="quiet" name="intent" value="restore" aria-label={`${t("restore")}: ${name}`}>
                    {t("restore")}
                  </Button>
                </form>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Page>
  );
}
