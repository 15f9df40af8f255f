import { data, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { shortTitle } from "#app/domain/compliance/short-title.ts";
import { asOfFrom } from "#app/http/as-of.server.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { loadObligations } from "#app/services/compliance/load-obligations.server.ts";
import { runComplianceAssessment } from "#app/services/compliance/run-compliance-assessment.server.ts";
import { complianceText } from "#app/strings/en/compliance.ts";
import { formatsFor } from "#app/strings/format.ts";
import { ObligationsTimeline } from "#app/ui/charts/obligations-timeline.tsx";
import { AsOfBar } from "#app/ui/compliance/as-of-bar.tsx";
import { ComplianceTabs } from "#app/ui/compliance/compliance-tabs.tsx";
import { CoveragePanel } from "#app/ui/compliance/coverage-panel.tsx";
import { Doubts } from "#app/ui/compliance/doubts.tsx";
import { DutyFilter } from "#app/ui/compliance/duty-filter.tsx";
import { DutyList } from "#app/ui/compliance/duty-list.tsx";
import { listedDuty } from "#app/ui/compliance/listed-duty.ts";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { Disclosure } from "#app/ui/controls/disclosure.tsx";
import { EmptyState } from "#app/ui/controls/empty-state.tsx";
import { Form, FormActions, SubmitButton } from "#app/ui/controls/form.tsx";
import { Notice, NotLegalAdvice } from "#app/ui/controls/notice.tsx";
import { FigureCard } from "#app/ui/figures/figure.tsx";
import { KeyFigures, Page, Panel } from "#app/ui/layout/page.tsx";
import { defaultReader } from "#app/ui/text/locale.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";

export const loader = orgLoader("assessment:read", async ({ request, deps, actor, params }) => {
  const { searchParams } = new URL(request.url);
  const chosen = ["state", "law", "system"].flatMap((name) => {
    const value = searchParams.get(name);
    return value ? [[name, value] as const] : [];
  });
  const filter: { state?: string; law?: string; system?: string } = Object.fromEntries(chosen);
  const view = await loadObligations(deps, actor, { ...asOfFrom(request), ...filter });
  if (!view.ok) throw notFound();
  const f = formatsFor(defaultReader.locale, defaultReader.timeZone);
  const groups = view.value.groups.map(({ group, duties }) => {
    const apart = isApart(group, filter.state) && duties.length > mostFolded;
    return { group, count: duties.length, duties: apart ? [] : duties.map((duty) => listedDuty(duty, f)) };
  });
  return { ...view.value, groups, filter, base: `/o/${params.org}` };
});

/** More duties than these that may apply have a page of their own, by the filter: what does apply comes first. */
const mostFolded = 60;

function isApart(group: string, asked: string | undefined): group is "open" | "optional" {
  return (group === "open" || group === "optional") && asked !== group;
}

export const action = orgAction("assessment:run", async ({ deps, actor, params }) => {
  const kept = await runComplianceAssessment(deps, actor);
  if (!kept.ok) return data(kept.failure, { status: failureStatus(kept.failure) });
  return redirect(`/o/${params.org}/compliance`);
});

export default function CompliancePage() {
  const view = useLoaderData<typeof loader>();
  const t = useText(complianceText);
  const f = useFormat();
  const { counts, base, asOf, today } = view;
  const day: Readonly<Record<string, string>> = asOf === today ? {} : { asOf };
  const other = asOf === today ? "" : `?asOf=${asOf}`;
  const exact = (value: number) => ({ value, low: value, high: value });
  const nothingYet = counts.inForce + counts.upcoming === 0 && view.inventory === "unanswered";
  const title = nothingYet
    ? t("startTitle")
    : t("answer", {
        inForce: t("inForceCount", { count: counts.inForce }),
        upcoming: counts.upcoming,
        open: t("openCount", { count: counts.open }),
      });
  const { instruments, obligations } = view.coverage;
  const lead =
    asOf === today
      ? t("lead", { laws: instruments, duties: obligations, date: f.date(today) })
      : t("leadOn", { date: f.date(asOf) });
  const next = view.deadlines[0];
  return (
    <Page
      area="compliance"
      title={title}
      lead={nothingYet ? t("startLead") : lead}
      asOf={asOf}
      action={
        counts.questions === 0 ? undefined : (
          <LinkButton to={`${base}/compliance/questions`}>
            {t("answerQuestions", { count: counts.questions })}
          </LinkButton>
        )
      }
    >
      <ComplianceTabs base={base} here="list" />
      <AsOfBar
        asOf={asOf}
        today={today}
        days={view.days}
        records={view.beforeRecords ? view.recordsBegin : null}
        undated={view.undated}
        path={`${base}/compliance`}
        kept={view.filter}
      />
      <KeyFigures>
        <FigureCard label={t("inForceLabel")} estimate={exact(counts.inForce)} unit="count" />
        <FigureCard label={t("upcomingLabel")} estimate={exact(counts.upcoming)} unit="count">
          {next === undefined ? undefined : t("nextIn", { count: next.daysLeft })}
        </FigureCard>
        <FigureCard
          label={t("openLabel")}
          estimate={exact(counts.open)}
          unit="count"
          why={`${base}/compliance/questions`}
        >
          {t("answerQuestions", { count: counts.questions })}
        </FigureCard>
        <FigureCard
          label={t("notApplicableLabel")}
          estimate={exact(counts.notApplicable)}
          unit="count"
          why={`${base}/compliance/not-applicable${other}`}
        />
      </KeyFigures>
      <Doubts {...view.doubts} />
      {asOf !== today || (view.kept !== null && !view.kept.outdated) ? null : (
        <Notice>
          <Form>
            <p>{view.kept === null ? t("neverKept") : t("outdated", { date: f.date(view.kept.at.slice(0, 10)) })}</p>
            <FormActions>
              <SubmitButton variant="quiet">{t(view.kept === null ? "keep" : "keepAgain")}</SubmitButton>
            </FormActions>
          </Form>
        </Notice>
      )}
      {view.deadlines.length === 0 ? null : (
        <Panel title={t("timeline")}>
          <ObligationsTimeline
            title={t("timeline")}
            description={t("timelineAbout", { date: f.date(asOf) })}
            today={asOf}
            items={view.deadlines.map(({ date, label, law, duties }) => ({
              date,
              label: `${t("duties", { count: duties })}: ${shortTitle(label)}`,
              state: "upcoming",
              href: `${base}/compliance?${new URLSearchParams({ ...day, law })}`,
            }))}
          />
        </Panel>
      )}
      <DutyFilter
        filter={view.filter}
        asOf={asOf === today ? null : asOf}
        laws={view.laws}
        systems={view.systems}
        base={base}
      />
      {view.groups.length === 0 ? <EmptyState title={t("nothingShown")} /> : null}
      {(view.beforeRecords ? [] : view.groups).map(({ group, count, duties }) => {
        const title = `${t(`group_${group}`)} (${f.number(count)})`;
        const list = <DutyList duties={duties} asOf={asOf} href={(id) => `${base}/compliance/${id}${other}`} />;
        if (!isApart(group, view.filter.state)) {
          return (
            <Panel key={group} title={title}>
              {list}
            </Panel>
          );
        }
        if (duties.length > 0) {
          return (
            <Panel key={group}>
              <Disclosure summary={<span className="text-heading">{title}</span>}>{list}</Disclosure>
            </Panel>
          );
        }
        const all = new URLSearchParams({ ...view.filter, ...day, state: group });
        return (
          <Panel key={group} title={title} link={{ to: `?${all}`, label: t("seeThem") }}>
            <p className="text-ink-soft">{t(`apart_${group}`)}</p>
          </Panel>
        );
      })}
      <CoveragePanel coverage={view.coverage} href={`${base}/compliance/coverage`} />
      <NotLegalAdvice />
    </Page>
  );
}
