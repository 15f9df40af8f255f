import { Form, useLoaderData } from "@remix-run/react";
import { largestRoles } from "#app/domain/exposure/largest-roles.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { loadRadarSummary } from "#app/services/compliance/load-radar-summary.server.ts";
import { loadDashboard } from "#app/services/reports/load-dashboard.server.ts";
import { overviewText } from "#app/strings/en/overview.ts";
import { say } from "#app/strings/say.ts";
import { PillarBars } from "#app/ui/charts/pillar-bars.tsx";
import { Button, LinkButton } from "#app/ui/controls/button.tsx";
import { EmptyState } from "#app/ui/controls/empty-state.tsx";
import { RoleScatterOf } from "#app/ui/documents/role-scatter-of.tsx";
import { Grid, Page, Panel } from "#app/ui/layout/page.tsx";
import { DutiesPanel } from "#app/ui/overview/duties-panel.tsx";
import { OverviewFigures } from "#app/ui/overview/key-figures.tsx";
import { ActionsPanel, ChangedPanel } from "#app/ui/overview/plan-panels.tsx";
import { RadarPanel } from "#app/ui/overview/radar-panel.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";

/** Actions that the page shows; the report has all of them. */
const firstActions = 3;

export const loader = orgLoader("assessment:read", async ({ deps, actor, params }) => {
  const [found, radar] = await Promise.all([loadDashboard(deps, actor), loadRadarSummary(deps, actor)]);
  if (!found.ok || !radar.ok) throw notFound();
  const { plan, exposure } = found.value;
  return {
    home: `/o/${params.org}`,
    radar: radar.value,
    drawn: largestRoles(exposure?.roles ?? []),
    report: {
      ...found.value,
      plan: plan === null ? null : { ...plan, actions: plan.actions.slice(0, firstActions) },
      exposure: exposure === null ? null : { ...exposure, roles: [] },
    },
  };
});

export default function Overview() {
  const { report, radar, home, drawn } = useLoaderData<typeof loader>();
  const t = useText(overviewText);
  const f = useFormat();
  const { exposure, duties, plan, changed, sources } = report;
  return (
    <Page
      area="overview"
      title={say(overviewText, f, report.headline)}
      lead={report.reasons.map((line) => say(overviewText, f, line)).join(" ")}
      asOf={report.asOf}
      action={
        sources.length === 0 ? null : (
          <Form method="post" action={`${home}/reports?index`}>
            <Button>{t("makeReport")}</Button>
          </Form>
        )
      }
    >
      {sources.length === 0 ? (
        <EmptyState title={t("startTitle")} action={<LinkButton to={`${home}/workforce`}>{t("tellRoles")}</LinkButton>}>
          {t("startText")}
        </EmptyState>
      ) : null}
      <OverviewFigures report={report} home={home} />
      {report.pillars.length === 0 && exposure === null ? null : (
        <Grid columns={2}>
          {report.pillars.length === 0 ? null : (
            <Panel title={t("pillarsTitle")} link={{ to: `${home}/readiness`, label: t("open") }}>
              <PillarBars
                title={t("pillarsTitle")}
                description={t("pillarsDescription")}
                rows={report.pillars.map(({ title, estimate, target }) => ({ label: title, estimate, target }))}
              />
            </Panel>
          )}
          {exposure === null ? null : (
            <Panel title={t("rolesTitle")} link={{ to: `${home}/exposure`, label: t("allRoles") }}>
              <RoleScatterOf drawn={drawn} currency={exposure.currency} href={(role) => `${home}/exposure/${role}`} />
              {exposure.hidden === 0 ? null : (
                <p className="mt-1 text-caption text-ink-soft">{t("hiddenRoles", { count: exposure.hidden })}</p>
              )}
            </Panel>
          )}
        </Grid>
      )}
      {sources.length === 0 ? null : (
        <Grid columns={2}>
          {duties === null ? null : <DutiesPanel duties={duties} home={home} />}
          <div className="space-y-4">
            {plan === null ? null : <ChangedPanel changed={changed} home={home} />}
            {plan === null ? null : <ActionsPanel plan={plan} home={home} asOf={report.asOf} />}
            {duties === null ? null : <RadarPanel radar={radar} home={home} />}
          </div>
        </Grid>
      )}
    </Page>
  );
}
