import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { loadFixes } from "#app/services/visibility/load-fixes.server.ts";
import { siteWorkText } from "#app/strings/en/site-work.ts";
import { visibilityText } from "#app/strings/en/visibility.ts";
import { Badge } from "#app/ui/controls/badge.tsx";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { EmptyState } from "#app/ui/controls/empty-state.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { DataTable } from "#app/ui/tables/data-table.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";
import { FindingList } from "#app/ui/visibility/finding-list.tsx";
import { Gain } from "#app/ui/visibility/fix-table.tsx";
import { GradeWord } from "#app/ui/visibility/marks.tsx";
import { SiteTabs } from "#app/ui/visibility/site-tabs.tsx";

export const meta: MetaFunction = () => [{ title: `${siteWorkText.tabFixes} – Groundwork` }];

export const loader = orgLoader("assessment:read", async ({ deps, actor, params }) => {
  const view = await loadFixes(deps, actor);
  if (!view.ok) throw notFound();
  return { view: view.value, base: `/o/${params.org}` };
});

export default function FixesPage() {
  const t = useText(siteWorkText);
  const words = useText(visibilityText);
  const f = useFormat();
  const { view, base } = useLoaderData<typeof loader>();
  const [first] = view?.fixes ?? [];
  if (view === null) {
    return (
      <Page area="visibility" title={t("fixesNone")}>
        <SiteTabs base={base} here="fixes" />
        <EmptyState action={<LinkButton to={`${base}/visibility`}>{words("auditNow")}</LinkButton>}>
          {words("emptyBody")}
        </EmptyState>
      </Page>
    );
  }
  const { hasPlan } = view;
  return (
    <Page
      area="visibility"
      title={
        view.read === 0
          ? words("titleNothingRead", { homepage: view.homepage })
          : first === undefined
            ? t("fixesTitleNone")
            : t("fixesTitle", { first: first.title, count: view.fixes.length })
      }
      lead={view.read === 0 ? words("leadNothingRead") : first === undefined ? undefined : t("fixesLead")}
      asOf={view.asOf}
    >
      <SiteTabs base={base} here="fixes" />
      {first === undefined ? null : (
        <Panel title={t("workList")}>
          <DataTable
            caption={t("workList")}
            rows={view.fixes}
            rowKey={(fix) => fix.id}
            rowHref={(fix) => `${base}/visibility/fixes/${fix.id}`}
            detail={(fix) => <span className="block max-w-3xl pb-2 text-ink-soft">{fix.text}</span>}
            columns={[
              {
                key: "fix",
                header: words("fix"),
                cell: (fix) => (
                  <>
                    {fix.title} {fix.gate ? <Badge tone="bad">{words("gateBadge")}</Badge> : null}
                  </>
                ),
              },
              { key: "gain", header: words("gain"), align: "end", cell: (fix) => <Gain estimate={fix.effect} /> },
              { key: "effort", header: words("effort"), cell: (fix) => words(fix.effort) },
              {
                key: "evidence",
                header: words("evidence"),
                wideOnly: true,
                cell: (fix) => <GradeWord grade={fix.evidenceGrade} />,
              },
              { key: "pages", header: words("pages"), align: "end", wideOnly: true, cell: (fix) => fix.pages },
              {
                key: "plan",
                header: t("inPlan"),
                wideOnly: true,
                cell: ({ planned }) =>
                  planned === null ? (
                    t(hasPlan ? "notInPlan" : "noPlan")
                  ) : (
                    <a className="link" href={`${base}/plan/items/${planned.id}`}>
                      {t("plannedFor", {
                        title: planned.title,
                        from: f.date(planned.start),
                        to: f.date(planned.finish),
                      })}
                    </a>
                  ),
              },
            ]}
          />
          <p className="mt-3 text-caption text-ink-soft">{words("gainNote")}</p>
          <p className="mt-1 text-caption text-ink-soft">
            {t("planNote")}{" "}
            <a className="link" href={`${base}/plan`}>
              {t("makePlan")}
            </a>
          </p>
          <p className="screen-only mt-3 flex flex-wrap gap-4">
            <a className="link" href={`${base}/visibility/fixes/export?format=csv`} download>
              {t("csv")}
            </a>
            <a className="link" href={`${base}/visibility/fixes/export?format=xlsx`} download>
              {t("xlsx")}
            </a>
          </p>
        </Panel>
      )}
      {view.findings.length === 0 ? null : (
        <div id="findings">
          <Panel title={t("seenAcross")}>
            <FindingList findings={view.findings} />
            {view.findingCount > view.findings.length ? (
              <p className="mt-3 text-caption text-ink-soft">
                {t("findingsFirst", { count: view.findings.length, all: view.findingCount })}
              </p>
            ) : null}
          </Panel>
        </div>
      )}
    </Page>
  );
}
