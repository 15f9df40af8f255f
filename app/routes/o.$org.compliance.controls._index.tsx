import { Form, useLoaderData } from "@remix-run/react";
import { controlStates } from "#app/domain/compliance/evidence/control-pack.ts";
import { asOfFrom } from "#app/http/as-of.server.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { loadControls, noOwner } from "#app/services/evidence/load-controls.server.ts";
import { evidenceText } from "#app/strings/en/evidence.ts";
import { evidenceStatesText } from "#app/strings/en/evidence-states.ts";
import { ComplianceTabs } from "#app/ui/compliance/compliance-tabs.tsx";
import { Button, LinkButton } from "#app/ui/controls/button.tsx";
import { EmptyState } from "#app/ui/controls/empty-state.tsx";
import { Select } from "#app/ui/controls/fields.tsx";
import { NotLegalAdvice } from "#app/ui/controls/notice.tsx";
import { StateBadge } from "#app/ui/evidence/state-badge.tsx";
import { FigureCard } from "#app/ui/figures/figure.tsx";
import { KeyFigures, Page, Panel } from "#app/ui/layout/page.tsx";
import { DataTable } from "#app/ui/tables/data-table.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";

export const loader = orgLoader("assessment:read", async ({ request, deps, actor, params }) => {
  const { searchParams } = new URL(request.url);
  const given = (name: string) => searchParams.get(name) || undefined;
  const [state, owner] = [given("state"), given("owner")];
  const all = searchParams.has("all");
  const view = await loadControls(deps, actor, {
    ...asOfFrom(request),
    all,
    ...(state === undefined ? {} : { state }),
    ...(owner === undefined ? {} : { owner }),
  });
  if (!view.ok) throw notFound();
  return { ...view.value, all, filter: { state: state ?? "", owner: owner ?? "" }, noOwner, base: `/o/${params.org}` };
});

export default function ControlsPage() {
  const view = useLoaderData<typeof loader>();
  const t = useText(evidenceText);
  const words = useText(evidenceStatesText);
  const f = useFormat();
  const { base, counts, rows, filter } = view;
  const exact = (value: number) => ({ value, low: value, high: value });
  const home = `${base}/compliance/controls`;
  return (
    <Page
      area="compliance"
      title={counts.asked === 0 ? t("controlsTitleNone") : t("controlsTitle", counts)}
      lead={counts.asked === 0 ? undefined : t("controlsLead", { count: view.duties })}
      asOf={view.asOf}
    >
      <ComplianceTabs base={base} here="controls" />
      {counts.asked === 0 && !view.all ? (
        <EmptyState
          action={
            <>
              <LinkButton to={`${base}/compliance/questions`}>{t("answerQuestions")}</LinkButton>
              <LinkButton to={`${home}?all=1`} variant="quiet">
                {t("showAll", { count: counts.all })}
              </LinkButton>
            </>
          }
        >
          {t("controlsNone")}
        </EmptyState>
      ) : (
        <>
          <KeyFigures>
            <FigureCard label={t("missingLabel")} estimate={exact(counts.missing)} unit="count" />
            <FigureCard label={t("expiredLabel")} estimate={exact(counts.expired)} unit="count" />
            <FigureCard label={t("judgeLabel")} estimate={exact(counts.judge)} unit="count" />
            <FigureCard label={t("presentLabel")} estimate={exact(counts.present)} unit="count" />
          </KeyFigures>
          <Form method="get" action={home} noValidate className="screen-only panel" aria-label={t("filterTitle")}>
            {view.all ? <input type="hidden" name="all" value="1" /> : null}
            <div className="grid grid-cols-1 items-end gap-3 sm:grid-cols-3">
              <Select
                name="state"
                label={t("state")}
                options={controlStates.map((state) => ({ value: state, label: words(`state_${state}`) }))}
                placeholder={t("allStates")}
                defaultValue={filter.state}
                required
              />
              <Select
                name="owner"
                label={t("owner")}
                options={[
                  { value: view.noOwner, label: t("ownerNone") },
                  ...view.owners.map((owner) => ({ value: owner, label: owner })),
                ]}
                placeholder={t("allStates")}
                defaultValue={filter.owner}
                required
              />
              <div className="flex flex-wrap items-center gap-3">
                <Button variant="quiet">{t("show")}</Button>
                <a href={view.all ? home : `${home}?all=1`} className="link text-caption">
                  {view.all ? t("showAsked") : t("showAll", { count: counts.all })}
                </a>
              </div>
            </div>
          </Form>
          <Panel>
            <DataTable
              caption={t("control")}
              rows={rows}
              rowKey={({ id }) => id}
              rowHref={({ id }) => `${home}/${id}`}
              empty={t("controlsNothing")}
              columns={[
                { key: "control", header: t("control"), cell: ({ title }) => title },
                { key: "state", header: t("state"), cell: ({ state }) => <StateBadge state={state} /> },
                { key: "owner", header: t("owner"), cell: ({ owner }) => owner ?? <Soft>{t("ownerNone")}</Soft> },
                {
                  key: "duties",
                  header: t("duties"),
                  cell: ({ duties, shown }) =>
                    duties === 0 ? <Soft>{t("dutiesNone")}</Soft> : t("dutiesShown", { shown, duties }),
                },
                {
                  key: "evidence",
                  header: t("evidence"),
                  cell: ({ evidence, waiting, ends }) => (
                    <>
                      {t("pieces", { count: evidence })}
                      {waiting === 0 ? null : <Soft>, {t("waiting", { count: waiting })}</Soft>}
                      {ends === undefined ? null : <Soft>, {t("endsOn", { date: f.date(ends) })}</Soft>}
                    </>
                  ),
                },
              ]}
            />
          </Panel>
          <p className="text-caption text-ink-soft">{words("never")}</p>
        </>
      )}
      <NotLegalAdvice />
    </Page>
  );
}

function Soft({ children }: { children: React.ReactNode }) {
  return <span className="text-ink-soft">{children}</span>;
}
